/** The driving phases the engine reports, in the order drawings list them. */
export const phases = [
  { id: 'accelerate', label: 'accelerating', colour: 'blue' },
  { id: 'climb', label: 'at full effort uphill', colour: 'plum' },
  { id: 'cruise', label: 'holding speed', colour: 'green' },
  { id: 'coast', label: 'coasting', colour: 'sand' },
  { id: 'brake', label: 'braking', colour: 'vermilion' },
  { id: 'dwell', label: 'standing', colour: 'grey' },
] as const;

/** Phase of that name; an unknown one is shown under its own name. */
export function phaseOf(id: string): { readonly id: string; readonly label: string; readonly colour: string } {
  return phases.find((phase) => phase.id === id) ?? { id, label: id, colour: 'grey' };
}
