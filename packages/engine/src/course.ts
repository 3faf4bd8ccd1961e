import {
  type Compiled,
  type Corridor,
  compile,
  type DrawnParts,
  drawnModel,
  type Entries,
  isAlike,
  type Model,
  modelOf,
  type Quantity,
} from './corridor/index.ts';

/** The corridor of one year, as drawn. */
export interface Stage {
  readonly year: number;
  readonly model: Model;
}

/** The corridor through the years under one option, as drawn. */
export interface Course {
  /** As it stands in the base year, before anything is built. */
  readonly present: Stage;
  /** With the option: the year it opens, and later ones; the same model where nothing changes. */
  readonly open: readonly [Stage, ...Stage[]];
}

/** The same, made ready for drawing. */
export interface CompiledCourse {
  readonly present: Compiled;
  readonly open: readonly [CompiledStage, ...CompiledStage[]];
}

/** A corridor made ready for drawing, and the year it is looked at in. */
export interface CompiledStage {
  readonly year: number;
  readonly compiled: Compiled;
}

/** Years after the last opening of any option in which every option is looked at. */
const laterYears = [0, 10, 30];

/**
 * Makes an option ready for drawing in every year it is looked at: the year it opens, and the year in which the last
 * option opens, 10 and 30 years later; so options are compared in the same years. Years in which the same things are there
 * share what is compiled.
 *
 * @param present - the corridor as it stands
 * @param corridor - the corridor under the option
 * @param option - id of the option
 * @param opens - the year it opens
 * @param last - the year the last of all options opens; `opens` when left out
 * @param entries - what was compiled for other options, of which it is noted what is alike; nothing when left out
 * @returns the corridor through the years
 * @example
 * ```ts
 * compileCourse(asItIs, withLine, 'new-line', 2032).open.map(({ year }) => year); // [2032, 2042, 2062]
 * ```
 */
export function compileCourse(
  present: Corridor,
  corridor: Corridor,
  option: string,
  opens: number,
  last = opens,
  entries: Entries = new Map(),
): CompiledCourse {
  const first = compile(corridor, option, opens, entries);
  const known = [first];
  const years = laterYears.map((after) => Math.max(opens, last) + after).filter((year) => year > opens);
  const later = years.map((year): CompiledStage => {
    const compiled = compile(corridor, option, year, entries);
    const same = known.find((other) => isAlike(other.corridor, compiled.corridor));
    if (!same) known.push(compiled);
    return { year, compiled: same ?? compiled };
  });
  return {
    present: compile(present, option, present.corridor.base_year, entries),
    open: [{ year: opens, compiled: first }, ...later],
  };
}

/**
 * An option as drawn, through the years.
 *
 * @param compiled - the option, made ready
 * @param valuesOf - one number for each quantity, as `centralValues` or `drawValues` give them
 * @returns the models by year; years that share what is compiled share the model
 * @example
 * ```ts
 * const course = courseOf(compiled, (stage) => drawValues(stage, 1, 0)); // the first draw of seed 1
 * ```
 */
export function courseOf(course: CompiledCourse, valuesOf: (compiled: Compiled) => Float64Array): Course {
  return courseWith(course, (compiled) => modelOf(compiled, valuesOf(compiled)));
}

/**
 * An option in one draw, sharing with the other options of that draw what they have alike.
 *
 * @param compiled - the option, made ready together with the others
 * @param numberOf - the number of a quantity, as `drawnValue` gives it
 * @param drawn - what was drawn for other options in the same draw; it is added to
 * @returns the models by year
 * @example
 * ```ts
 * const drawn: DrawnParts = new Map();
 * const courses = options.map(({ course }) => drawnCourse(course, (quantity) => drawnValue(quantity, 1, 0), drawn));
 * courses[0].present.model.lines === courses[1].present.model.lines; // true
 * ```
 */
export function drawnCourse(
  course: CompiledCourse,
  numberOf: (quantity: Quantity) => number,
  drawn: DrawnParts,
): Course {
  return courseWith(course, (compiled) => drawnModel(compiled, numberOf, drawn));
}

function courseWith({ present, open }: CompiledCourse, modelFor: (compiled: Compiled) => Model): Course {
  const models = new Map<Compiled, Model>();
  const stage = (year: number, compiled: Compiled): Stage => {
    const model = models.get(compiled) ?? modelFor(compiled);
    models.set(compiled, model);
    return { year, model };
  };
  const [first, ...later] = open;
  return {
    present: stage(present.year, present),
    open: [stage(first.year, first.compiled), ...later.map(({ year, compiled }) => stage(year, compiled))],
  };
}

/** Years after the base year in which options are compared, whenever they open. */
const yearsToComparison = 20;

/**
 * The year in which options are compared, whenever they open.
 *
 * @param model - the corridor under any of them
 * @example
 * ```ts
 * comparedIn(model); // 2045 for a corridor of 2025
 * ```
 */
export function comparedIn({ corridor }: Model): number {
  return corridor.base_year + yearsToComparison;
}
