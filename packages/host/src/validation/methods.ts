import { evaluateBorder } from './methods-border.ts';
import { evaluateCapacity } from './methods-capacity.ts';
import { evaluateCba } from './methods-cba.ts';
import { compared, leavesOf, type MethodsRow } from './methods-comparison.ts';
import { evaluateDemand } from './methods-demand.ts';
import { evaluateDigital } from './methods-digital.ts';
import { evaluateEnvironment } from './methods-environment.ts';
import { type JsonRecord, type MethodsCase, parseMethodsCases } from './methods-file.ts';
import { evaluateFinance } from './methods-finance.ts';
import { AbsentText, MethodsInputs, OtherShape, type TextOf } from './methods-inputs.ts';
import { evaluateLine } from './methods-line.ts';
import { evaluateNegotiation } from './methods-negotiation.ts';
import { evaluateSupplyChain } from './methods-supply-chain.ts';

export type { MethodsRow } from './methods-comparison.ts';

/**
 * Computes what a case expects from its inputs.
 *
 * @param inputs - of the case
 * @param asked - names of the expected results, first level; some carry a number, as in `wait_at_10_tph_min`
 * @returns results by the names of the case; names that it does not know are left out
 * @throws OtherShape when the inputs are not of a shape that it knows
 */
export type MethodsEvaluator = (inputs: MethodsInputs, asked: readonly string[]) => JsonRecord;

/** Evaluators by topic. Each tells its cases apart by the shape of their inputs, never by their ids. */
const evaluators: Readonly<Record<string, MethodsEvaluator>> = {
  '01-cba': evaluateCba,
  '02-finance': evaluateFinance,
  '04-demand': evaluateDemand,
  '07-environment': evaluateEnvironment,
  '06-border': evaluateBorder,
  '09-digital': evaluateDigital,
  '05-supply-chain': evaluateSupplyChain,
  '08-negotiation': evaluateNegotiation,
  '10-capacity': evaluateCapacity,
  '11-line': evaluateLine,
};

/** What came of a file of methods cases: its rows, or what was skipped and why. */
export type MethodsReport =
  | { readonly suite: string; readonly rows: readonly MethodsRow[] }
  | { readonly suite: string; readonly skipped: string };

/**
 * Runs files of methods cases, and says by name what it could not run: topics without a room in the engine, inputs of
 * an unknown shape, results that nobody computes.
 *
 * @param texts - of the files, by the name of their suite
 * @param textOf - finds the texts that cases name as their inputs, such as networks; without it such cases are skipped
 * @returns one report with all rows of a file, and one for each thing skipped
 * @throws CaseFileError when a text breaks its format
 *
 * @example
 * ```ts
 * methodsSuite({ methods: text }).flatMap((report) => ('rows' in report ? report.rows : []));
 * ```
 */
export function methodsSuite(
  texts: Readonly<Record<string, string>>,
  textOf: TextOf = () => undefined,
): MethodsReport[] {
  return Object.entries(texts).flatMap(([suite, text]) => runFile(suite, parseMethodsCases(text), textOf));
}

function runFile(suite: string, cases: readonly MethodsCase[], textOf: TextOf): MethodsReport[] {
  const rows: MethodsRow[] = [];
  const skipped: MethodsReport[] = [];
  const unknownTopics = new Map<string, number>();
  for (const entry of cases) {
    const evaluate = Object.hasOwn(evaluators, entry.topic) ? evaluators[entry.topic] : undefined;
    if (evaluate === undefined) {
      unknownTopics.set(entry.topic, (unknownTopics.get(entry.topic) ?? 0) + 1);
      continue;
    }
    const came = runCase(suite, entry, evaluate, textOf);
    rows.push(...came.rows);
    if (came.skipped !== null) skipped.push({ suite: `${suite}/${entry.id}`, skipped: came.skipped });
  }
  for (const [topic, count] of unknownTopics) {
    const reason = `topic not yet in the engine (${count} ${count === 1 ? 'case' : 'cases'})`;
    skipped.push({ suite: `${suite}/${topic}`, skipped: reason });
  }
  return rows.length > 0 ? [{ suite, rows }, ...skipped] : skipped;
}

function runCase(
  suite: string,
  entry: MethodsCase,
  evaluate: MethodsEvaluator,
  textOf: TextOf,
): { rows: readonly MethodsRow[]; skipped: string | null } {
  const expected = leavesOf(entry.expected);
  let results: JsonRecord;
  try {
    results = evaluate(new MethodsInputs(entry.inputs, textOf), Object.keys(entry.expected));
  } catch (problem) {
    if (problem instanceof AbsentText) return { rows: [], skipped: problem.message };
    if (problem instanceof OtherShape) return { rows: [], skipped: `shape not yet known: ${problem.message}` };
    if (!(problem instanceof RangeError)) throw problem;
    return { rows: expected.map((leaf) => compared(suite, entry, leaf, problem.message)), skipped: null };
  }
  const actual = new Map(leavesOf(results).map(({ quantity, value }) => [quantity, value]));
  const known = expected.filter((leaf) => actual.has(leaf.quantity));
  const unknown = expected.filter((leaf) => !actual.has(leaf.quantity)).map(({ quantity }) => quantity);
  return {
    rows: known.map((leaf) => compared(suite, entry, leaf, actual.get(leaf.quantity)!)),
    skipped: unknown.length === 0 ? null : `not yet computed: ${unknown.join(', ')}`,
  };
}
