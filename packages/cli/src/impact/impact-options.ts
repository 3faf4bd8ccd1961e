/** What the command line says about land, water and people. */
export interface ImpactOptions {
  readonly option?: string;
  readonly scenario?: string;
  readonly place?: string;
  readonly register?: 'en' | 'vi' | 'zh';
  readonly json?: true;
}
