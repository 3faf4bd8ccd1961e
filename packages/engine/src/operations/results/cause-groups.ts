/** What a reader is told of times, from the many causes: one word for all that belong together. */
export const causeGroups = [
  'running',
  'stops',
  'other trains',
  'closed line',
  'late start',
  'full terminal',
  'border',
  'port',
  'waiting for a train',
] as const;

/** One of {@link causeGroups}. */
export type CauseGroup = (typeof causeGroups)[number];

const ofLine: Readonly<Record<string, CauseGroup>> = {
  running: 'running',
  'slower running': 'running',
  stops: 'stops',
  'longer stops': 'stops',
  crossing: 'other trains',
  following: 'other trains',
  track: 'other trains',
  'room ahead': 'other trains',
  plan: 'other trains',
  'closed section': 'closed line',
  'terminal full': 'full terminal',
};

/**
 * Groups of the columns of a simulation: those of the line by name, names of disturbances as late starts, waits between
 * trains, and nodes by what they are.
 *
 * @param columns - names of all columns
 * @param causes - how many of them belong to trains
 * @param nodes - first column of each node and its kind
 * @returns one group a column
 */
export function groupsOf(
  columns: readonly string[],
  causes: number,
  nodes: ReadonlyArray<{ readonly first: number; readonly kind: string }>,
): CauseGroup[] {
  return columns.map((name, column) => {
    if (column < causes) return ofLine[name] ?? 'late start';
    const node = nodes.findLast(({ first }) => first <= column);
    if (node) return node.kind.endsWith('port') ? 'port' : 'border';
    return name === 'waiting for a train' ? 'waiting for a train' : 'border';
  });
}
