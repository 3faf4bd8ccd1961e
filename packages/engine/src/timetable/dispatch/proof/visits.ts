import type { Network } from '../network.ts';

/**
 * A stay of a train on a resource over successive operations between which it has no choice. It is named by the slot of
 * its first operation.
 */
export interface Visits {
  /** For each slot the slot with which its visit begins, and the one with which it ends. */
  readonly head: Int32Array;
  readonly tail: Int32Array;
  /** Visits of each resource. */
  readonly ofResource: readonly (readonly number[])[];
}

/** Joins slots that always follow each other into visits. */
export function findVisits(net: Network): Visits {
  const head = Int32Array.from({ length: net.slots }, (_, slot) => slot);
  const tail = head.slice();
  const only = onlyPredecessors(net);
  for (let op = 0; op < net.ops; op++) {
    if (only[op]! < 0) continue;
    for (let slot = net.slotStart[op]!; slot < net.slotStart[op + 1]!; slot++) {
      const before = slotOn(net, only[op]!, net.slotResource[slot]!);
      // A longer release of an earlier operation could outlast the visit.
      if (before < 0 || net.slotRelease[before]! > net.slotRelease[slot]!) continue;
      head[slot] = head[before]!;
      tail[head[slot]!] = slot;
    }
  }
  const ofResource: number[][] = Array.from({ length: net.resources }, () => []);
  for (let slot = 0; slot < net.slots; slot++) if (head[slot] === slot) ofResource[net.slotResource[slot]!]!.push(slot);
  return { head, tail, ofResource };
}

/** For each operation the one that comes before it on every route and has no other successor; −1 if there is none. */
function onlyPredecessors(net: Network): Int32Array {
  const only = new Int32Array(net.ops).fill(-1);
  const several = new Uint8Array(net.ops);
  for (const entries of net.entries) for (const entry of entries) several[entry] = 1;
  for (let op = 0; op < net.ops; op++) {
    const alone = net.succStart[op + 1]! - net.succStart[op]! === 1;
    for (let s = net.succStart[op]!; s < net.succStart[op + 1]!; s++) {
      const next = net.succ[s]!;
      if (only[next]! >= 0 || !alone) several[next] = 1;
      only[next] = op;
    }
  }
  for (let op = 0; op < net.ops; op++) if (several[op]) only[op] = -1;
  return only;
}

function slotOn(net: Network, op: number, resource: number): number {
  for (let slot = net.slotStart[op]!; slot < net.slotStart[op + 1]!; slot++)
    if (net.slotResource[slot] === resource) return slot;
  return -1;
}
