import type { FlowArc, FlowNetwork } from '@throughline/engine';

/** A line of the file that breaks the format. */
export class DimacsError extends Error {
  override readonly name = 'DimacsError';
  readonly line: number;

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`);
    this.line = line;
  }
}

/** Most nodes and arcs of a problem. */
const most = 5_000_000;

/**
 * Reads a minimum-cost-flow problem in the format of the first DIMACS challenge: `p min NODES ARCS`, then
 * `n NODE SUPPLY` and `a FROM TO LOWER UPPER COST`, nodes counted from 1; a negative upper bound means none.
 *
 * @param text - the text of the file
 * @returns the network, nodes counted from 0
 * @throws DimacsError with the line and the reason
 * @see http://archive.dimacs.rutgers.edu/pub/netflow/general-info/ (format)
 * @example
 * readMinCostFlow('p min 2 1\nn 1 4\nn 2 -4\na 1 2 0 9 2\n').arcs.length // 1
 */
export function readMinCostFlow(text: string): FlowNetwork {
  let supplies: number[] | undefined;
  let stated = 0;
  const arcs: FlowArc[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const [kind, ...rest] = raw.trim().split(/\s+/);
    if (kind === '' || kind === 'c') continue;
    if (kind === 'p') {
      if (supplies) throw new DimacsError(line, 'a second line p');
      if (rest[0] !== 'min') throw new DimacsError(line, `a problem \`${rest[0]}\` where \`min\` was expected`);
      const [nodes, count] = numbers(rest.slice(1), 2, line);
      if (!(nodes >= 0 && nodes <= most && count >= 0 && count <= most))
        throw new DimacsError(line, `more than ${most} nodes or arcs`);
      supplies = new Array<number>(nodes).fill(0);
      stated = count;
      continue;
    }
    if (!supplies) throw new DimacsError(line, 'a line before the line p');
    const known: readonly number[] = supplies;
    const node = (number: number) => {
      if (Number.isInteger(number) && number >= 1 && number <= known.length) return number - 1;
      throw new DimacsError(line, `node ${number} of ${known.length}`);
    };
    if (kind === 'n') {
      const [at, supply] = numbers(rest, 2, line);
      supplies[node(at)] = supply;
    } else if (kind === 'a') {
      const [from, to, lower, upper, cost] = numbers(rest, 5, line);
      const bound = upper < 0 ? Number.POSITIVE_INFINITY : upper;
      if (bound < lower) throw new DimacsError(line, `an upper bound of ${upper} below the lower bound of ${lower}`);
      arcs.push({ from: node(from), to: node(to), lower, upper: bound, cost });
    } else throw new DimacsError(line, `a line \`${kind}\` where c, p, n or a was expected`);
  }
  if (!supplies) throw new DimacsError(1, 'no line p');
  if (arcs.length !== stated) throw new DimacsError(1, `${arcs.length} arcs where ${stated} were announced`);
  return { supplies, arcs };
}

function numbers(texts: readonly string[], count: number, line: number): number[] {
  const values = texts.map(Number);
  if (values.length !== count || values.some((value) => !Number.isFinite(value)))
    throw new DimacsError(line, `\`${texts.join(' ')}\` where ${count} numbers were expected`);
  return values;
}
