/** A rule that puts a project into a category when a fact reaches a threshold. */
export interface ScreeningRule {
  readonly id: string;
  /** Who screens: a bank or a state. */
  readonly scheme: string;
  readonly category: string;
  /** Every one of them has to hold. */
  readonly conditions: ReadonlyArray<{ readonly fact: string; readonly atLeast: number }>;
  /** Where the rule stands. */
  readonly reference: string;
}

/** A scheme: its categories from the strictest to the lightest; the last holds when no rule does. */
export interface ScreeningScheme {
  readonly id: string;
  readonly categories: readonly string[];
}

/** A fact of the project, and what it rests on. */
export interface ScreeningFact {
  readonly value: number;
  readonly because: string;
}

/** A rule that holds, with the facts that made it. */
export interface Trigger {
  readonly rule: string;
  readonly category: string;
  readonly reference: string;
  readonly facts: ReadonlyArray<{
    readonly fact: string;
    readonly value: number;
    readonly atLeast: number;
    readonly because: string;
  }>;
}

/** What a scheme makes of a project. */
export interface Screening {
  readonly scheme: string;
  readonly category: string;
  readonly triggers: readonly Trigger[];
  /** Rules of a stricter category that could not be judged, because a fact is not known. */
  readonly unknown: readonly string[];
}

/**
 * Puts a project into the category of each scheme: the strictest whose rules hold. Every rule that holds is told with
 * its reference and the facts that set it off; it is a screening, no legal opinion.
 *
 * @param schemes - with their categories, strictest first
 * @param rules - as data, each with its reference
 * @param facts - by name; a fact that is not there is not known
 *
 * @example
 * ```ts
 * const schemes = [{ id: 'bank', categories: ['A', 'B', 'C'] }];
 * const rules = [{ id: 'moved', scheme: 'bank', category: 'A', conditions: [{ fact: 'moved', atLeast: 200 }], reference: '§ 4' }];
 * screen(schemes, rules, { moved: { value: 19_000, because: 'the register' } })[0].category; // 'A'
 * ```
 */
export function screen(
  schemes: readonly ScreeningScheme[],
  rules: readonly ScreeningRule[],
  facts: Readonly<Record<string, ScreeningFact>>,
): Screening[] {
  return schemes.map(({ id, categories }) => {
    const own = rules.filter(({ scheme }) => scheme === id);
    const triggers = own.flatMap((rule) => triggerOf(rule, facts));
    const rank = (category: string) => categories.indexOf(category);
    const strictest = Math.min(categories.length - 1, ...triggers.map(({ category }) => rank(category)));
    const unknown = own
      .filter(({ category, conditions }) => rank(category) < strictest && conditions.some(({ fact }) => !facts[fact]))
      .map((rule) => rule.id);
    return { scheme: id, category: categories[strictest]!, triggers, unknown };
  });
}

function triggerOf(
  { id, category, conditions, reference }: ScreeningRule,
  facts: Readonly<Record<string, ScreeningFact>>,
): Trigger[] {
  const met = conditions.flatMap(({ fact, atLeast }) => {
    const known = facts[fact];
    return known && known.value >= atLeast ? [{ fact, value: known.value, atLeast, because: known.because }] : [];
  });
  return met.length === conditions.length ? [{ rule: id, category, reference, facts: met }] : [];
}
