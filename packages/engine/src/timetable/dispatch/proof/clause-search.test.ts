import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClauseSearch, type Theory } from './clause-search.ts';

/** A theory without opinion: it decides the first open variable. */
function plainTheory(): Theory & { search: ClauseSearch } {
  const theory = {
    work: 0,
    assert: () => undefined,
    check: () => undefined,
    decide: () => {
      for (let v = 0; v < theory.search.variables; v++) if (theory.search.truth(2 * v) < 0) return 2 * v;
      return -1;
    },
    mark: () => 0,
    undo: () => {},
    excluded: () => true,
  } as unknown as Theory & { search: ClauseSearch };
  theory.search = new ClauseSearch(theory);
  return theory;
}

const variables = 8;
const literal = fc.integer({ min: 0, max: 2 * variables - 1 });
const clause = fc.uniqueArray(literal, { minLength: 1, maxLength: 3 });

function satisfiable(clauses: readonly (readonly number[])[]): boolean {
  for (let world = 0; world < 1 << variables; world++)
    if (clauses.every((lits) => lits.some((l) => (((world >> (l >> 1)) & 1) ^ (l & 1)) === 1))) return true;
  return false;
}

describe('ClauseSearch', () => {
  it('agrees with trying all worlds', () => {
    fc.assert(
      fc.property(fc.array(clause, { minLength: 5, maxLength: 45 }), (clauses) => {
        const { search } = plainTheory();
        for (let v = 0; v < variables; v++) search.newVariable();
        for (const lits of clauses) search.add([...lits]);
        const outcome = search.restart() ?? search.run(1_000_000);
        expect(outcome === 'sat').toBe(satisfiable(clauses));
        if (outcome === 'sat') for (const lits of clauses) expect(lits.some((l) => search.truth(l) === 1)).toBe(true);
        else expect(outcome).toEqual(new Map());
      }),
      { numRuns: 300, seed: 9 },
    );
  });

  it('stops when its work is done and goes on where it stopped', () => {
    const { search } = plainTheory();
    for (let v = 0; v < 30; v++) search.newVariable();
    // Six pigeons in five holes: variable 5 p + h.
    for (let p = 0; p < 6; p++) search.add([0, 1, 2, 3, 4].map((h) => 2 * (5 * p + h)));
    for (let h = 0; h < 5; h++)
      for (let p = 0; p < 6; p++) for (let q = 0; q < p; q++) search.add([2 * (5 * p + h) + 1, 2 * (5 * q + h) + 1]);
    expect(search.restart()).toBeUndefined();
    expect(search.run(10)).toBe('more');
    let outcome = search.run(10);
    while (outcome === 'more') outcome = search.run(1000);
    expect(outcome).toEqual(new Map());
  });
});
