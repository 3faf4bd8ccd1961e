import type { Insertion, InsertionStyle } from './insertion.ts';
import { criticalChain, drawLate, trainsBeside, trainsOnChain } from './neighbourhoods.ts';
import type { Plan } from './plan.ts';
import type { Propagation } from './propagation.ts';
import type { RandomSource } from './random.ts';

/** Large-neighbourhood search: take a few trains out of a complete plan and put them back better. */
export class Improvement {
  readonly #plan: Plan;
  readonly #random: RandomSource;
  readonly #insertion: Insertion;
  readonly #propagation: Propagation;

  constructor(plan: Plan, insertion: Insertion, propagation: Propagation, random: RandomSource) {
    this.#plan = plan;
    this.#random = random;
    this.#insertion = insertion;
    this.#propagation = propagation;
  }

  /** One try. The plan ends with a cost of at most `allowed`, or as it was; returns whether it changed. */
  attempt(allowed: number, most: number): boolean {
    const plan = this.#plan;
    const trains = this.#choose(most);
    this.#propagation.checkpoint();
    this.#propagation.lower(trains.flatMap((train) => plan.remove(train)));
    if (this.#refill(trains, allowed)) return true;
    this.#propagation.rollback();
    return false;
  }

  #choose(most: number): number[] {
    const random = this.#random;
    const plan = this.#plan;
    const draw = random.next();
    const size = 1 + random.below(most);
    if (draw < 0.1) {
      const all = random.shuffle(Array.from({ length: plan.net.trains }, (_, t) => t));
      return all.slice(0, size);
    }
    const chain = criticalChain(plan, drawLate(plan, random), random);
    if (draw < 0.55) {
      const trains = trainsOnChain(plan, chain);
      if (trains.length <= size) return random.shuffle(trains);
      const from = random.below(Math.min(2, trains.length - size + 1));
      return random.shuffle(trains.slice(from, from + size));
    }
    return random.shuffle(trainsBeside(plan, chain[random.below(chain.length)]!, size, random));
  }

  #style(): Omit<InsertionStyle, 'budget'> {
    const draw = this.#random.next();
    const pushWeight = draw < 0.2 ? Number.POSITIVE_INFINITY : draw < 0.7 ? 1 : 0.3 + this.#random.next();
    const overtake = this.#random.next() < 0.2;
    const drop = this.#random.next() < 0.6 ? 0 : 0.15 * this.#random.next() * this.#random.next();
    return { pushWeight, effort: 20_000, overtake, drop };
  }

  #refill(trains: readonly number[], allowed: number): boolean {
    const plan = this.#plan;
    let rest = 0;
    for (const train of trains) rest += plan.net.aloneCost[train]!;
    const style = this.#style();
    for (const train of trains) {
      rest -= plan.net.aloneCost[train]!;
      const budget = allowed - plan.cost - rest;
      if (!this.#insertion.run(train, { ...style, budget: budget + 1e-6 })) return false;
      if (!this.#propagation.raise(plan.routes[train]!)) return false;
      if (plan.cost + rest > allowed) return false;
    }
    return true;
  }
}
