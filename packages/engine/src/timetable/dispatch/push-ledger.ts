import { instantBefore, type Slack, TRACKED } from './slack.ts';

/**
 * What a train on its way through a plan has been charged for holding others back. Charges are kept by delay-bearing
 * event, so that holding one train back at ten sections in a row is paid once. An account is the index of its latest
 * entry, -1 when empty; accounts share their older entries.
 */
export class PushLedger {
  #event: Int32Array = new Int32Array(1024);
  #price: Float64Array = new Float64Array(1024);
  #older: Int32Array = new Int32Array(1024);
  /** Number of entries; may be set back to forget the newest. */
  size = 0;
  /** What the last `charge` came to. */
  charged = 0;

  /**
   * Charges an account for holding an event back to `t`, s: the estimated rise of the cost beyond what was charged
   * before, times the weight; infinite when a window forbids it. Returns the account, renewed.
   */
  charge(slack: Slack, account: number, event: number, t: number, weight: number): number {
    this.charged = 0;
    const { plan } = slack;
    if (t <= plan.start[event]!) return account;
    if (t > slack.hard[event]!) {
      this.charged = Number.POSITIVE_INFINITY;
      return account;
    }
    let renewed = account;
    const base = event * TRACKED;
    for (let k = 0; k < TRACKED; k++) {
      const free = slack.limit[base + k]!;
      if (t <= free) break;
      const source = slack.limitEvent[base + k]!;
      const cost = plan.net.cost[source]!;
      const latest = cost.latestAtSameCost(plan.start[source]!);
      const price = (cost.at(latest + instantBefore + (t - free)) - cost.at(latest)) * weight;
      const paid = this.#paid(account, source);
      if (price <= paid) continue;
      this.charged += price - paid;
      renewed = this.#enter(source, price, renewed);
    }
    return renewed;
  }

  #paid(account: number, event: number): number {
    for (let entry = account; entry >= 0; entry = this.#older[entry]!)
      if (this.#event[entry] === event) return this.#price[entry]!;
    return 0;
  }

  #enter(event: number, price: number, older: number): number {
    if (this.size === this.#event.length) {
      const grow = <T extends Int32Array | Float64Array>(old: T, grown: T): T => {
        grown.set(old);
        return grown;
      };
      const size = this.size * 2;
      this.#event = grow(this.#event, new Int32Array(size));
      this.#older = grow(this.#older, new Int32Array(size));
      this.#price = grow(this.#price, new Float64Array(size));
    }
    this.#event[this.size] = event;
    this.#price[this.size] = price;
    this.#older[this.size] = older;
    return this.size++;
  }
}
