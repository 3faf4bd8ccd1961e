import type { LineRecord } from '@throughline/engine/assessment';
import {
  type BorderInteroperability,
  type CorridorFiles,
  centralValues,
  compareAtBorders,
  compile,
  type Diagnostic,
  Diagnostics,
  modelOf,
  present,
  type Quantity,
  readCorridor,
  type Standing,
  standingOf,
} from '@throughline/engine/corridor';
import { lineRecords } from '@throughline/engine/network-record';
import { parseCorridor, readCorridorFolder } from '@throughline/host/corridor-folder';
import { distinct } from '../diagnostics-report.ts';

/** What to look at, and how far elevations and gradients may part. */
export interface InspectionPlan {
  /** Ids of options; all when empty. */
  readonly options: readonly string[];
  readonly scenario: string | undefined;
  /** Largest difference (m) between integrated gradients and station elevations. */
  readonly elevationTolerance: number;
}

/** A corridor under one option. */
export interface InspectedOption {
  readonly id: string;
  readonly title: string;
  readonly scenario: string | null;
  readonly countries: Readonly<Record<string, string>>;
  readonly borderNames: Readonly<Record<string, string>>;
  readonly borders: readonly BorderInteroperability[];
  readonly lines: Readonly<Record<string, LineRecord>>;
}

/** A number that names no source and does not say that it is an estimate. */
export interface UnsourcedNumber {
  readonly path: string;
  readonly file: string;
  readonly line: number;
}

/** What looking at a corridor found. */
export interface Inspection {
  readonly corridor: string;
  readonly diagnostics: readonly Diagnostic[];
  /** False when the corridor cannot be used at all. */
  readonly usable: boolean;
  readonly options: readonly InspectedOption[];
  readonly numbers: Readonly<Record<Standing, number>>;
  readonly unsourced: readonly UnsourcedNumber[];
  /** Consistency checks that failed, each as a sentence. */
  readonly failures: readonly string[];
}

/**
 * Reads the corridor in a folder under every option and scenario and gathers what a planner wants to know before
 * anything is computed with it. Runs no train.
 *
 * @param folder - the corridor's folder
 * @param plan - options, scenario, tolerance
 */
export async function inspectFolder(folder: string, plan: InspectionPlan): Promise<Inspection> {
  const diagnostics = new Diagnostics();
  const texts = await readCorridorFolder(folder, diagnostics);
  const files = diagnostics.failed ? undefined : parseCorridor(texts, diagnostics);
  const options: InspectedOption[] = [];
  const numbers = new NumberCount();
  if (files && !diagnostics.failed)
    for (const { option, scenario } of combinations(files, plan)) {
      const read = readCorridor(files, option, scenario);
      diagnostics.all.push(...read.diagnostics.all);
      if (!read.corridor) continue;
      const compiled = compile(read.corridor, option, read.head?.opens ?? read.corridor.corridor.base_year);
      const model = modelOf(compiled, centralValues(compiled));
      for (const quantity of read.quantities) numbers.add(quantity, standingOf(quantity, read.corridor.sources));
      options.push({
        id: option,
        title: read.head?.title ?? 'As it is',
        scenario: scenario ?? null,
        countries: namesOf(model.countries),
        borderNames: namesOf(model.borders),
        borders: compareAtBorders(model),
        lines: lineRecords(model, compiled),
      });
    }
  return {
    corridor: texts.id,
    diagnostics: distinct(diagnostics.all),
    usable: !diagnostics.failed,
    options,
    numbers: numbers.byStanding,
    unsourced: numbers.unsourced,
    failures: [...new Set(options.flatMap((option) => mismatches(option, plan.elevationTolerance)))],
  };
}

function combinations(files: CorridorFiles, plan: InspectionPlan): Array<{ option: string; scenario?: string }> {
  const order = (id: string) => files.options.get(id)?.head.order ?? 0;
  const own = [...files.options.keys()].sort((a, b) => order(a) - order(b));
  const options = plan.options.length > 0 ? plan.options : own.length > 0 ? own : [present];
  const scenarios = plan.scenario === undefined ? [undefined, ...files.scenarios.keys()] : [plan.scenario];
  return scenarios.flatMap((scenario) =>
    options.map((option) => (scenario === undefined ? { option } : { option, scenario })),
  );
}

function namesOf(entries: Readonly<Record<string, { readonly name: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).map(([id, { name }]) => [id, name]));
}

function mismatches({ lines }: InspectedOption, tolerance: number): string[] {
  return Object.entries(lines).flatMap(([id, { elevation_mismatch: mismatch }]) =>
    mismatch !== null && mismatch.value > tolerance
      ? [
          `The gradients of line ${id} lead ${mismatch.value.toFixed(1)} m past the elevation of one of its stations (at most ${tolerance} m are allowed).`,
        ]
      : [],
  );
}

/** Counts every number once, however many options inherit it. */
class NumberCount {
  readonly byStanding: Record<Standing, number> = { cited: 0, estimated: 0, 'without source': 0 };
  readonly unsourced: UnsourcedNumber[] = [];
  readonly #seen = new Set<string>();

  add(quantity: Quantity, standing: Standing): void {
    const { path, at } = quantity;
    const key = `${at.file}:${at.line}:${at.column} ${path}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.byStanding[standing]++;
    if (standing === 'without source') this.unsourced.push({ path, file: at.file, line: at.line });
  }
}
