import { type Appraisal, type AppraisalDraw, type AppraisedOption, appraise, appraiseDraw } from './appraise.ts';
import { byConvention } from './by-convention.ts';
import {
  type ClaimSwitches,
  type Compiled,
  type CorridorFiles,
  centralValues,
  Diagnostics,
  type DrawnParts,
  drawnValue,
  type Entries,
  type Model,
  present,
  type ReadCorridor,
  readCorridor,
} from './corridor/index.ts';
import { type CompiledCourse, comparedIn, compileCourse, courseOf, drawnCourse } from './course.ts';
import { type DemandSums, demandSums } from './demand/index.ts';
import { type ImpactSums, impactSums } from './impact/index.ts';
import { type MineralsDraw, mineralMarket, mineralsDraw } from './minerals/index.ts';
import { type BorderStay, borderStays, type NodeLever, nodeLevers, type ScreeningFit } from './operations/index.ts';
import type { DrawTask, OptionTask, Ports, ScreeningFits } from './ports.ts';
import { nothingShared, type Shared } from './shared.ts';
import { type Outcome, type Present, presentOf, simulate } from './simulate.ts';
import { type TelecomSums, telecomSums } from './telecom/index.ts';
import { type SmallWork, smallWorks } from './timetable/index.ts';

/** What is to be studied. */
export interface StudyPlan {
  /** Ids of options; all of the corridor's when empty, the corridor itself when it has none. */
  readonly options: readonly string[];
  readonly scenario?: string;
  /** Whole number from 0. */
  readonly seed: number;
  /** Number of draws, 0 for the stated values only. */
  readonly draws: number;
  readonly switches: ClaimSwitches;
  /** Name of the appraisal convention of the main result; that of the corridor when left out. */
  readonly convention?: string;
}

/** An option made ready: read, checked and compiled for its year. */
export interface PreparedOption {
  readonly id: string;
  readonly read: ReadCorridor;
  /** In the year it opens. */
  readonly compiled: Compiled;
  /** In all years it is looked at. */
  readonly course: CompiledCourse;
}

/** What is kept of one draw of one option; times in s, energy in J, `null` where a journey does not arrive. */
export interface DrawResult {
  readonly journeys: Readonly<
    Record<
      string,
      {
        readonly outcome: string;
        readonly times: readonly [total: number, running: number, border: number, layover: number] | null;
      }
    >
  >;
  readonly services: Readonly<
    Record<string, { readonly outcome: string; readonly time: number; readonly energyTaken: number } | null>
  >;
  /** Null for a corridor without markets. */
  readonly demand: DemandSums | null;
  readonly impact: ImpactSums | null;
  readonly telecom: TelecomSums | null;
  /** Null where the corridor has no minerals. */
  readonly minerals: MineralsDraw | null;
}

/** One draw: every option by id, and what the options mean beside each other. */
export interface StudiedDraw {
  readonly options: Readonly<Record<string, DrawResult>>;
  readonly appraisal: AppraisalDraw;
}

/** One option in full, with its stated values. */
export interface SimulatedOption {
  readonly outcome: Outcome;
  /** Small works by the train paths they buy. */
  readonly works: readonly SmallWork[];
  /** What one more of the busiest machines and officers buys. */
  readonly levers: readonly NodeLever[];
}

/** One option as studied: with its stated values in full, and what its draws gave. */
export interface StudiedOption extends SimulatedOption {
  readonly prepared: PreparedOption;
  readonly model: Model;
  readonly draws: readonly DrawResult[];
}

/** What a study found. */
export interface Study {
  readonly plan: StudyPlan;
  readonly options: Readonly<Record<string, StudiedOption>>;
  /** How long things stay at border yards today, with the stated values. */
  readonly borderStays: readonly BorderStay[];
  readonly appraisal: Appraisal;
  /** The same in every draw. */
  readonly appraised: readonly AppraisalDraw[];
}

/** Draws evaluated in one go; fixed, so that results do not depend on the number of threads. */
const chunk = 2;

/** Draws in which the option that builds most has every policy and disruption of the minerals solved: forty markets. */
const detailedDraws = 12;

/** Sections in which small works are tried. */
const triedSections = 2;

/**
 * Reads and compiles every option of a plan.
 *
 * @param files - the gathered files of the corridor
 * @param plan - what is to be studied
 * @returns the options, and everything that is wrong with any of them
 * @example
 * ```ts
 * const { options, diagnostics } = prepare(files, { options: [], seed: 1, draws: 200, switches: {} });
 * ```
 */
export function prepare(
  files: CorridorFiles,
  plan: StudyPlan,
): { options: PreparedOption[]; diagnostics: Diagnostics } {
  const diagnostics = new Diagnostics();
  const options: PreparedOption[] = [];
  const seen = new Set<string>();
  const reading = (id: string) => {
    const read = readCorridor(files, id, plan.scenario);
    for (const diagnostic of read.diagnostics.all) {
      const text = JSON.stringify(diagnostic);
      if (!seen.has(text)) diagnostics.all.push(diagnostic);
      seen.add(text);
    }
    if (plan.convention === undefined || !read.corridor) return read;
    const unknown = new Diagnostics();
    const corridor = byConvention(read.corridor, plan.convention, unknown);
    if (unknown.failed && !diagnostics.failed) diagnostics.all.push(...unknown.all);
    return { ...read, corridor };
  };
  const before = reading(present).corridor;
  const entries: Entries = new Map();
  const lastOpening = Math.max(0, ...[...files.options.values()].map(({ head }) => head.opens ?? 0));
  for (const id of optionsOf(files, plan)) {
    const read = reading(id);
    if (!before || !read.corridor) continue;
    const course = compileCourse(before, read.corridor, id, yearOf(read), lastOpening, entries);
    options.push({ id, read, compiled: course.open[0].compiled, course });
  }
  checkSwitches(plan, options, diagnostics);
  return { options, diagnostics };
}

/**
 * The options of a plan, from the least to the most that is built.
 *
 * @param files - the gathered files of the corridor
 * @param plan - the options asked for
 * @returns ids of options, each once
 * @example
 * ```ts
 * optionsOf({ options: new Map() }, { options: [] }); // ['present']
 * ```
 */
export function optionsOf(files: CorridorFiles, plan: Pick<StudyPlan, 'options'>): string[] {
  if (plan.options.length > 0) return [...new Set(plan.options)];
  const order = (id: string) => files.options.get(id)?.head.order ?? 0;
  const all = [...files.options.keys()].sort((a, b) => order(a) - order(b));
  return all.length > 0 ? all : [present];
}

function yearOf({ head, corridor }: ReadCorridor): number {
  return head?.opens ?? corridor?.corridor.base_year ?? 0;
}

function checkSwitches(plan: StudyPlan, options: readonly PreparedOption[], diagnostics: Diagnostics): void {
  if (diagnostics.failed) return;
  for (const [path, claim] of Object.entries(plan.switches)) {
    const contested = options.flatMap(({ compiled }) =>
      compiled.quantities.filter((quantity) => Array.isArray(quantity.says)),
    );
    const quantity = contested.find((candidate) => candidate.path === path);
    const claims = quantity && Array.isArray(quantity.says) ? quantity.says.map((said) => said.claim) : undefined;
    if (!claims)
      diagnostics.unknown(
        '',
        undefined,
        'contested quantity',
        path,
        new Set(contested.map((candidate) => candidate.path)),
      );
    else if (!claims.includes(claim)) diagnostics.unknown(path, quantity?.at, 'claim', claim, claims);
  }
}

/**
 * Draws × options: how sure we are, and why. Each option is simulated with its stated values and in every draw, all
 * options on common random numbers.
 *
 * @param options - the prepared options
 * @param plan - what is to be studied
 * @param ports - threads, solver, progress and cancelling, lent by `host`
 * @returns the options as studied, and what they mean beside each other
 * @throws the signal's reason when cancelled
 * @example
 * ```ts
 * const found = await study(prepare(files, plan).options, plan, { draws, options, lp });
 * ```
 */
export async function study(
  options: readonly PreparedOption[],
  plan: StudyPlan,
  ports: Ports<readonly StudiedDraw[], SimulatedOption>,
): Promise<Study> {
  ports.signal?.throwIfAborted();
  const stated = (course: CompiledCourse) => courseOf(course, (compiled) => centralValues(compiled, plan.switches));
  const first = stated(options[0].course);
  const running = (done: number) =>
    ports.progress?.({ label: 'running the trains of every option', done, total: options.length });
  running(0);
  const present = presentOf(first, 'full');
  let finished = 0;
  const tasks = options.map(({ id }): OptionTask => ({ option: id, present }));
  const found = await ports.options(tasks, () => running(++finished));
  const simulated = Object.fromEntries(
    options.map(({ id, compiled: stage, course }, index): [string, AppraisedOption] => {
      const [{ model, year }] = stated(course).open;
      return [id, { outcome: found[index].outcome, model, stated: stage.corridor, opens: year }];
    }),
  );
  const draws = await drawAll(plan, ports, fitsOf(present, simulated));
  const appraisal = await appraise(simulated);
  const studied = options.map((prepared, index) => {
    const { id } = prepared;
    const { model } = simulated[id];
    return [id, { prepared, model, ...found[index], draws: draws.map((draw) => draw.options[id]) }] as const;
  });
  return {
    plan,
    options: Object.fromEntries(studied),
    borderStays: borderStays(first.present.model),
    appraisal,
    appraised: draws.map((draw) => draw.appraisal),
  };
}

/**
 * Simulates one option in full with its stated values; threads call it.
 *
 * @param options - the prepared options
 * @param plan - claims believed
 * @param task - which option, and what it starts from
 * @returns the option as simulated
 * @example
 * ```ts
 * const { outcome } = await simulateOption(options, plan, { option: 'new-line', present });
 * ```
 */
export async function simulateOption(
  options: readonly PreparedOption[],
  plan: StudyPlan,
  { option, present }: OptionTask,
): Promise<SimulatedOption> {
  const { course } = options.find(({ id }) => id === option)!;
  const drawn = courseOf(course, (compiled) => centralValues(compiled, plan.switches));
  const outcome = await simulate(drawn, 'full', present && withOwnModel(present, drawn.present.model));
  const { model } = drawn.open[0];
  const levers = outcome.operations ? nodeLevers(model, outcome.operations) : [];
  return { outcome, works: worksOf(model, outcome), levers };
}

/**
 * The present with the model of this thread: the copy that came with it has lost that its collections hold nothing but what
 * the files name.
 */
function withOwnModel(present: Present, model: Model): Present {
  return { ...present, network: { ...present.network, model } };
}

/** Small works on the leg of the main journey that has the least room. */
function worksOf(model: Model, { timetable }: Outcome): readonly SmallWork[] {
  if (timetable === null || timetable.saturations.length === 0) return [];
  const scarcest = timetable.saturations.reduce((least, leg) => (leg.added < least.added ? leg : least));
  return smallWorks(model, { ...timetable, saturations: [scarcest] }, { count: triedSections });
}

/** What simulated days have shown, for the draws. */
function fitsOf(
  present: Present | null | undefined,
  simulated: Readonly<Record<string, AppraisedOption>>,
): ScreeningFits {
  const options = Object.entries(simulated).map(([id, { outcome }]): [string, ScreeningFit] => {
    const { agreement, vehicles } = outcome;
    return [id, { ...agreement?.fit, ...(vehicles ? { vehicles } : {}) }];
  });
  return { present: present?.network.fit ?? {}, options: Object.fromEntries(options) };
}

async function drawAll(
  plan: StudyPlan,
  ports: Ports<readonly StudiedDraw[], SimulatedOption>,
  fits: ScreeningFits,
): Promise<StudiedDraw[]> {
  const tasks = Array.from(
    { length: Math.ceil(plan.draws / chunk) },
    (_, i): DrawTask => ({ from: i * chunk, to: Math.min(plan.draws, (i + 1) * chunk), fits }),
  );
  let done = 0;
  const results = await ports.draws(tasks, () => {
    done++;
    ports.progress?.({ label: 'drawing what is uncertain', done, total: tasks.length });
  });
  return results.flat();
}

/**
 * Evaluates the draws of one task, all options beside each other in each; threads call it.
 *
 * @param options - the prepared options
 * @param plan - seed and switches
 * @param task - the draws
 * @returns what is kept of each draw, in order
 * @example
 * ```ts
 * const results = await evaluateDraws(options, plan, { from: 0, to: 8 }); // eight draws
 * ```
 */
export async function evaluateDraws(
  options: readonly PreparedOption[],
  plan: StudyPlan,
  task: DrawTask,
): Promise<StudiedDraw[]> {
  const results: StudiedDraw[] = [];
  for (let draw = task.from; draw < task.to; draw++) {
    const kept: Record<string, DrawResult> = {};
    const simulated: Record<string, AppraisedOption> = {};
    let present: Present | null | undefined;
    const alike: DrawnParts = new Map();
    const shared = nothingShared();
    for (const { id, compiled: stage, course } of options) {
      const drawn = drawnCourse(course, (quantity) => drawnValue(quantity, plan.seed, draw, plan.switches), alike);
      present ??= presentOf(drawn, 'screening', task.fits?.present, shared);
      const outcome = await simulate(drawn, 'screening', present, task.fits?.options[id], shared);
      const [{ model, year }] = drawn.open;
      const detailed = draw < detailedDraws && id === options.at(-1)?.id;
      kept[id] = summarise(outcome, model, comparedIn(drawn.present.model), detailed ? shared : null);
      simulated[id] = { outcome, model, stated: stage.corridor, opens: year };
    }
    results.push({ options: kept, appraisal: appraiseDraw(simulated) });
  }
  return results;
}

function summarise(
  { journeys, services, demand, minerals, impact, telecom }: Outcome,
  model: Model,
  year: number,
  detailed: Shared | null,
): DrawResult {
  return {
    journeys: Object.fromEntries(
      Object.entries(journeys).map(([id, { outcome, total, running, border, layover }]) => {
        const times = total === null ? null : ([total, running ?? 0, border ?? 0, layover ?? 0] as const);
        return [id, { outcome, times }];
      }),
    ),
    services: Object.fromEntries(
      Object.entries(services).map(([id, run]) => [
        id,
        run.kind === 'run' ? { outcome: run.kind, time: run.time, energyTaken: run.energyTaken } : null,
      ]),
    ),
    demand: demand && demandSums(demand, journeys, model),
    impact: impact && impactSums(impact, year),
    telecom: telecom && telecomSums(telecom),
    minerals:
      minerals && mineralsDraw((detailed && mineralMarket(model, minerals.times, 'full', detailed.states)) ?? minerals),
  };
}
