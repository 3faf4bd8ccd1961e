import type { Occupation } from './occupation.ts';
import { TRACK_LEFT } from './problem.ts';
import { WayHeap } from './way-heap.ts';
import type { Step, WayNetwork } from './way-network.ts';

/** A train at a state on a track: it arrives at `from` or, where it passes, at any time up to `until`. */
interface Label {
  readonly state: number;
  readonly track: number;
  readonly from: number;
  readonly until: number;
  readonly parent: Label | undefined;
  readonly step: Step | undefined;
}

/** Departures from a label by one step that are free of conflict: from `from` to `until`, and perhaps later ones. */
interface Offer {
  readonly label: Label;
  readonly step: Step;
  readonly track: number;
  readonly from: number;
  readonly until: number;
  /** Last departure to be looked at. */
  readonly last: number;
}

/** A way found: the stays in the order of the search, and the step by which each is left. */
export interface Way {
  readonly kind: 'way';
  readonly stays: ReadonlyArray<{ state: number; track: number; arrival: number; departure: number }>;
  readonly steps: readonly Step[];
}

/** No way: the farthest point that was reached. */
export interface NoWay {
  readonly kind: 'no-way';
  readonly point: number;
}

/** What is asked of a search; all times in the search's own direction, s. */
export interface WayQuestion {
  /** Departures from the start that are allowed. */
  readonly from: number;
  readonly until: number;
  /** Earliest and latest arrival that count. */
  readonly goalFrom: number;
  readonly goalUntil: number;
  /** A point at which the train has to stop although it could pass. */
  readonly stopsAt?: number | undefined;
}

/** Searches the earliest arrival of one train through the gaps that others leave. */
export class WaySearch {
  readonly #occupation: Occupation;
  readonly #period: number;
  /** Windows looked up so far. */
  work = 0;
  #freeFrom = 0;
  #freeUntil = 0;

  constructor(occupation: Occupation, period: number) {
    this.#occupation = occupation;
    this.#period = period;
  }

  /**
   * The way of earliest arrival. Label setting over states and gaps: a standing train that comes earlier and can stay
   * longer is better than another; a passing one can only do what the second of its passage allows, so for those
   * all seconds that have been reached are kept.
   */
  earliest(net: WayNetwork, question: WayQuestion): Way | NoWay {
    const heap = new WayHeap<Offer>();
    const states = net.graph.states;
    const stayed = new Float64Array(states.length).fill(Number.NEGATIVE_INFINITY);
    const passed = new Map<number, number[]>();
    const tracks = this.#occupation.resources;
    let rank = 0;
    let farthest = net.backward ? net.graph.points.length - 1 : 0;

    const offer = (label: Label, step: Step, track: number, from: number, last: number): void => {
      if (states[step.to]!.point === question.stopsAt && !states[step.to]!.stops) return;
      if (!this.#nextFree(step, label.track, track, from, last)) return;
      const key = this.#freeFrom + step.time + net.remaining[step.to]!;
      if (key > question.goalUntil) return;
      const { point } = states[step.to]!;
      const progress = net.backward ? point : -point;
      heap.push(key, progress * 1e9 + rank++, {
        label,
        step,
        track,
        from: this.#freeFrom,
        until: this.#freeUntil,
        last,
      });
    };
    const expand = (label: Label, from: number, last: number): void => {
      for (const step of net.steps[label.state]!)
        for (const track of states[step.to]!.tracks) offer(label, step, track, from, last);
    };

    for (const state of net.starts)
      for (const track of states[state]!.tracks) {
        const label = { state, track, from: question.from, until: question.until, parent: undefined, step: undefined };
        expand(label, question.from, question.until);
      }

    for (let best = heap.pop(); best !== undefined; best = heap.pop()) {
      const { label, step, track } = best;
      if (best.until < best.last) offer(label, step, track, best.until + 1, best.last);
      const state = step.to;
      let from = best.from + step.time;
      const until = best.until + step.time;
      if (net.isGoal[state]) {
        from = Math.max(from, question.goalFrom);
        if (from > until) continue;
        return this.#trace(net, { state, track, from, until, parent: label, step });
      }
      const { point, stops, dwell } = states[state]!;
      if (net.backward ? point < farthest : point > farthest) farthest = point;
      if (stops) {
        const gap = this.#occupation.freeUntil(track, from);
        if (net.betters[state]!.some((better) => gap <= stayed[better]!)) continue;
        stayed[state] = gap;
        const last = Math.min(gap, from + this.#period, question.goalUntil);
        expand({ state, track, from, until, parent: label, step }, from + dwell, last);
      } else {
        for (const better of net.betters[state]!)
          for (const place of states[better]!.tracks)
            if (better !== state || place === track) {
              const seen = passed.get(better * tracks + place);
              if (seen && from <= until) from = uncovered(seen, from, until);
            }
        if (from > until) continue;
        const key = state * tracks + track;
        const seen = passed.get(key);
        if (seen) seen.push(from, until);
        else passed.set(key, [from, until]);
        expand({ state, track, from, until, parent: label, step }, from, until);
      }
    }
    return { kind: 'no-way', point: farthest };
  }

  /** First departures from `from` to `last` at which every window of a step is free; false when there are none. */
  #nextFree(step: Step, left: number, reached: number, from: number, last: number): boolean {
    const { windows } = step;
    let departure = from;
    let slack = Number.POSITIVE_INFINITY;
    for (let moved = true; moved; ) {
      moved = false;
      slack = Number.POSITIVE_INFINITY;
      for (let i = 0; i < windows.length; i += 3) {
        if (departure > last) return false;
        const named = windows[i]!;
        const resource = named >= 0 ? named : named === TRACK_LEFT ? left : reached;
        this.work++;
        const shift = this.#occupation.obstruction(resource, departure + windows[i + 1]!, departure + windows[i + 2]!);
        if (shift > 0) {
          departure += shift;
          moved = true;
          slack = Number.POSITIVE_INFINITY;
        } else if (-shift < slack) slack = -shift;
      }
    }
    if (departure > last) return false;
    this.#freeFrom = departure;
    this.#freeUntil = Math.min(last, departure + slack);
    return true;
  }

  /** Follows a label back to the start. Where the train passes, the times follow from those behind. */
  #trace(net: WayNetwork, goal: Label): Way {
    const stays: Array<{ state: number; track: number; arrival: number; departure: number }> = [];
    const steps: Step[] = [];
    let departure = goal.from;
    for (let label: Label | undefined = goal; label !== undefined; label = label.parent) {
      const stands = label.step !== undefined && net.graph.states[label.state]!.stops;
      const arrival = stands ? label.from : departure;
      stays.push({ state: label.state, track: label.track, arrival, departure });
      if (label.step === undefined) break;
      steps.push(label.step);
      departure = arrival - label.step.time;
    }
    stays.reverse();
    steps.reverse();
    return { kind: 'way', stays, steps };
  }
}

/** First second of `from`…`until` that no pair of `seen` covers; beyond `until` when there is none. */
function uncovered(seen: readonly number[], from: number, until: number): number {
  let first = from;
  for (let again = true; again; ) {
    again = false;
    for (let i = 0; i < seen.length; i += 2)
      if (seen[i]! <= first && first <= seen[i + 1]!) {
        first = seen[i + 1]! + 1;
        if (first > until) return first;
        again = true;
      }
  }
  return first;
}
