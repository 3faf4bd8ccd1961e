import { OtherShape } from './methods-inputs.ts';

/** The value of a name in an expression; undefined where nothing goes by it. */
export type NameValue = (name: string) => number | undefined;

/** An expression made ready. */
export type Expression = (cellOf: NameValue) => number;

const tokenPattern = /\s*(\d+(?:\.\d+)?|[A-Za-z_]\w*|==|!=|>=|<=|[-+*/(){},<>])/gy;

/**
 * Reads an expression over the columns of a table, as cases write filters, availabilities and utilities:
 * `(PURPOSE in {1,3}) and CHOICE != 0`. Truth is 1 and falsehood 0.
 *
 * @param text - of the expression
 * @returns a function of the values of its names
 * @throws OtherShape when it is not of this grammar
 */
export function readExpression(text: string): Expression {
  const tokens = tokensOf(text);
  let at = 0;
  const take = (...expected: string[]): string | undefined =>
    expected.includes(tokens[at] ?? '') ? tokens[at++] : undefined;
  const need = (token: string) => {
    if (take(token) === undefined) throw new OtherShape(`${token} is missing in ${text}`);
  };

  const chain = (operand: () => Expression, operations: Readonly<Record<string, (a: number, b: number) => number>>) => {
    let left = operand();
    for (let sign = take(...Object.keys(operations)); sign !== undefined; sign = take(...Object.keys(operations))) {
      const [before, operation, after] = [left, operations[sign]!, operand()];
      left = (cellOf) => operation(before(cellOf), after(cellOf));
    }
    return left;
  };
  const atom = (): Expression => {
    if (take('(') !== undefined) {
      const inner = either();
      need(')');
      return inner;
    }
    const token = tokens[at++] ?? '';
    if (/^\d/.test(token)) return () => Number(token);
    if (!/^[A-Za-z_]/.test(token)) throw new OtherShape(`${token || 'the end'} is not expected in ${text}`);
    return (cellOf) => {
      const value = cellOf(token);
      if (value === undefined) throw new OtherShape(`nothing goes by ${token} in ${text}`);
      return value;
    };
  };
  const product = () => chain(atom, { '*': (a, b) => a * b, '/': (a, b) => a / b });
  const sum = () => chain(product, { '+': (a, b) => a + b, '-': (a, b) => a - b });
  const compared = (): Expression => {
    const left = chain(sum, comparisons);
    if (take('in') === undefined) return left;
    need('{');
    const members = [sum()];
    while (take(',') !== undefined) members.push(sum());
    need('}');
    return (cellOf) => Number(members.some((member) => member(cellOf) === left(cellOf)));
  };
  const both = () => chain(compared, { and: (a, b) => Number(a !== 0 && b !== 0) });
  const either = (): Expression => chain(both, { or: (a, b) => Number(a !== 0 || b !== 0) });

  const expression = either();
  if (at < tokens.length) throw new OtherShape(`${tokens[at]} is not expected in ${text}`);
  return expression;
}

const comparisons: Readonly<Record<string, (a: number, b: number) => number>> = {
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  '>=': (a, b) => Number(a >= b),
  '<=': (a, b) => Number(a <= b),
  '>': (a, b) => Number(a > b),
  '<': (a, b) => Number(a < b),
};

function tokensOf(text: string): string[] {
  const found = [...text.matchAll(tokenPattern)];
  const length = found.reduce((sum, [whole]) => sum + whole.length, 0);
  if (length < text.trimEnd().length) throw new OtherShape(`${text.slice(length, length + 9)} is not understood`);
  return found.map(([, token]) => token!);
}

/**
 * Names in an expression that are not those of columns, in the order of the text: its parameters.
 *
 * @param text - of the expression
 * @param columns - names of the columns
 */
export function parametersIn(text: string, columns: ReadonlySet<string>): string[] {
  const words = new Set(['and', 'or', 'in']);
  return tokensOf(text).filter((token) => /^[A-Za-z_]/.test(token) && !columns.has(token) && !words.has(token));
}
