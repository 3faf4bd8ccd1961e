import { CaseReader, parseCaseJson } from '../running-cases/case-reader.ts';

/** A mean of replications with half the width of its 95 % interval, in the unit of the file. */
export interface PeerEstimate {
  readonly mean: number;
  readonly ci95: number;
}

/**
 * Reads what another program found for the neutral yard.
 *
 * @param text - the JSON text: `{ tool, statistics: { name: { mean, ci95 } } }`
 * @returns its name and the estimates by name, times in minutes
 * @throws CaseFileError with the place of every fault
 * @example
 * ```ts
 * readYardResults(text).statistics.craneUtil.mean; // 0.75
 * ```
 */
export function readYardResults(text: string): {
  readonly tool: string;
  readonly statistics: Readonly<Record<string, PeerEstimate>>;
} {
  const reader = new CaseReader();
  const file = reader.object(parseCaseJson(text), 'file');
  const statistics = Object.entries(reader.object(file.statistics, 'statistics')).map(([name, value]) => {
    const place = `statistics.${name}`;
    const { mean, ci95 } = reader.object(value, place);
    return [name, { mean: reader.number(mean, `${place}.mean`), ci95: reader.number(ci95, `${place}.ci95`) }] as const;
  });
  const tool = reader.text(file.tool, 'tool');
  reader.throwIfAny();
  return { tool, statistics: Object.fromEntries(statistics) };
}
