import type { LinearFunction } from '@throughline/engine';
import { OtherShape } from './methods-inputs.ts';

/**
 * Reads a sum such as `-2 d1 - d2 + 28.75`.
 *
 * @param text - terms joined by + and −: a number, a variable, or a number before a variable with or without `*`
 * @param names - the variables, in the order of the coefficients
 * @throws OtherShape when a term is anything else, or a variable is none of these
 */
export function linearFunction(text: string, names: readonly string[]): LinearFunction {
  const coefficients = names.map(() => 0);
  let constant = 0;
  const terms = text.replace(/\s+/g, '').match(/[+-]?[^+-]+/g) ?? [];
  if (terms.join('') !== text.replace(/\s+/g, '') || terms.length === 0) throw new OtherShape(`the sum \`${text}\``);
  for (const term of terms) {
    const [, sign, number, name] = /^([+-]?)(\d+(?:\.\d+)?|\.\d+)?\*?([A-Za-z]\w*)?$/.exec(term) ?? [];
    if (number === undefined && name === undefined) throw new OtherShape(`the term \`${term}\``);
    const value = (sign === '-' ? -1 : 1) * (number === undefined ? 1 : Number(number));
    if (name === undefined) {
      constant += value;
      continue;
    }
    const index = names.indexOf(name);
    if (index < 0) throw new OtherShape(`the variable \`${name}\``);
    coefficients[index] += value;
  }
  return { constant, coefficients };
}
