/** What the command line says to `assign`. */
export interface AssignOptions {
  readonly gap: number;
  readonly iterations: number;
  readonly timeLimit?: number;
  readonly tollWeight?: number;
  readonly distanceWeight?: number;
  readonly systemOptimum?: true;
  readonly method: 'bush' | 'frank-wolfe';
  readonly out?: string;
  readonly json?: true;
}
