import { TntpFaults } from './fault.ts';
import { countIn, eachLine, numberIn, readMetadata } from './lines.ts';

/** One row of a network file; nodes are numbered from 1, units are those of the file. */
export interface TntpLink {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
  readonly length: number;
  readonly freeFlowTime: number;
  readonly b: number;
  readonly power: number;
  readonly speed: number;
  readonly toll: number;
  readonly type: number;
  /** Line of the file. */
  readonly line: number;
}

/** A network file. */
export interface TntpNetwork {
  readonly zones: number;
  readonly nodes: number;
  /** The first node that routes may lead through; those before it are only ends. */
  readonly firstThroughNode: number;
  readonly links: readonly TntpLink[];
  /** What a unit of toll and of length counts in the unit of time, where the file says so. */
  readonly tollWeight: number | undefined;
  readonly distanceWeight: number | undefined;
}

/** Larger numbers in a header are not believed: ten times the largest networks in use. */
const mostNodes = 2_000_000;
const mostLinks = 5_000_000;

/**
 * Reads a TNTP network (`…_net.tntp`): metadata, then a row for each link with its nodes, capacity, length, free-flow
 * time and the two parameters of the Bureau of Public Roads' curve; speed, toll and type may follow. A row of names above
 * them is passed over with or without its `~`; 0 as the first through node lets routes through everywhere, as 1 does.
 *
 * @param text - of the file
 * @throws TntpError with the line and reason of every fault: a missing link, an unknown node, a negative number, …
 * @see https://github.com/bstabler/TransportationNetworks (the format)
 *
 * @example
 * ```ts
 * const { links } = readTntpNetwork(
 *   '<NUMBER OF ZONES> 2\n<NUMBER OF NODES> 2\n<NUMBER OF LINKS> 1\n<END OF METADATA>\n1 2 900 1 5 0.15 4 0 0 1 ;\n',
 * );
 * links[0].freeFlowTime; // 5
 * ```
 */
export function readTntpNetwork(text: string): TntpNetwork {
  const faults = new TntpFaults();
  const metadata = readMetadata(text, faults);
  faults.throwIfAny();
  const nodes = countIn(metadata, 'NUMBER OF NODES', mostNodes, faults);
  const zones = countIn(metadata, 'NUMBER OF ZONES', Number.isNaN(nodes) ? mostNodes : nodes, faults);
  const declared = countIn(metadata, 'NUMBER OF LINKS', mostLinks, faults);
  const through = metadata.values.get('FIRST THRU NODE')?.text ?? '0';
  const firstThroughNode = Number(through) === 0 ? 1 : countIn(metadata, 'FIRST THRU NODE', mostNodes, faults);
  const tollWeight = numberIn(metadata, 'TOLL FACTOR', faults);
  const distanceWeight = numberIn(metadata, 'DISTANCE FACTOR', faults);
  faults.throwIfAny();
  const links: TntpLink[] = [];
  let last = metadata.endLine;
  let headed = false;
  eachLine(text, metadata.end, metadata.endLine + 1, (content, line) => {
    if (!headed && links.length === 0 && /^[a-z]/i.test(content)) {
      headed = true;
      return false;
    }
    last = line;
    links.push(readLink(content, line, nodes, faults));
    return links.length > declared;
  });
  if (links.length !== declared) {
    const rows =
      links.length > declared
        ? 'more rows follow'
        : `${links.length} ${links.length === 1 ? 'row follows' : 'rows follow'}`;
    const { line } = metadata.values.get('NUMBER OF LINKS')!;
    const where = links.length > declared ? `, from line ${last} on` : `, up to line ${last}`;
    faults.add(line, `<NUMBER OF LINKS> is ${declared}, but ${rows}${where}`);
  }
  faults.throwIfAny();
  return { zones, nodes, firstThroughNode, links, tollWeight, distanceWeight };
}

const fields = ['capacity', 'length', 'free-flow time', 'b', 'power'];

function readLink(content: string, line: number, nodes: number, faults: TntpFaults): TntpLink {
  const parts = content.replace(/\s*;.*$/, '').split(/[\s,]+/);
  const from = faults.id(parts[0], line, 'the node a link leaves', nodes);
  const to = faults.id(parts[1], line, 'the node a link enters', nodes);
  const number = (at: number) => faults.number(parts[at], line, `${fields[at - 2]} of link ${from}–${to}`, 0);
  const optional = (at: number, what: string) =>
    parts[at] === undefined || parts[at] === '' ? 0 : faults.number(parts[at], line, what, -Infinity);
  return {
    from,
    to,
    capacity: number(2),
    length: number(3),
    freeFlowTime: number(4),
    b: number(5),
    power: number(6),
    speed: optional(7, 'speed'),
    toll: optional(8, 'toll'),
    type: optional(9, 'type'),
    line,
  };
}
