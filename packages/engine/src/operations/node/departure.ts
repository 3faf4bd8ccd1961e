import { enlarged } from '../../numerics/index.ts';
/** What leaves a node: a train, a container, a person; one object that is filled anew for every departure. */
export class Departure {
  /** Index of its flow, and of the step it leaves from. */
  flow = -1;
  step = -1;
  /** Smallest things of its flow that it stands for (containers of a train). */
  weight = 0;
  /** Number of arrivals of which it holds something. */
  parts = 0;
  /** Of each of them: the outer world's number, how much of this departure it is, when it arrived (s). */
  batches = new Float64Array(8);
  weights = new Float64Array(8);
  arrivals = new Float64Array(8);
  /** Mean time of what is in it by reason, s, from arrival to departure: adds up to the mean stay. */
  readonly times: Float64Array;

  constructor(reasons: number) {
    this.times = new Float64Array(reasons);
  }

  /** Begins a departure. */
  begin(flow: number, step: number): void {
    this.flow = flow;
    this.step = step;
    this.weight = 0;
    this.parts = 0;
    this.times.fill(0);
  }

  /** Adds a part; parts of one arrival that follow each other become one. */
  add(batch: number, weight: number, arrival: number): void {
    this.weight += weight;
    const last = this.parts - 1;
    if (last >= 0 && this.batches[last] === batch) {
      this.weights[last]! += weight;
      return;
    }
    if (this.parts === this.batches.length) {
      this.batches = enlarged(this.batches, 2 * this.batches.length);
      this.weights = enlarged(this.weights, 2 * this.weights.length);
      this.arrivals = enlarged(this.arrivals, 2 * this.arrivals.length);
    }
    this.batches[this.parts] = batch;
    this.weights[this.parts] = weight;
    this.arrivals[this.parts] = arrival;
    this.parts++;
  }
}
