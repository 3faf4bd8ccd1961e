import { addTags, noTags, type Tags } from './tags.ts';

/** A disjunction of literals, given that no statement of its tags is true. */
export interface Clause {
  readonly literals: number[];
  readonly tags: Tags;
  activity: number;
}

/** What the search asks of the theory that the variables speak about. */
export interface Theory {
  /** Work that the theory has done so far. */
  readonly work: number;
  /** Takes note of a literal that became true; returns a clause of false literals when that cannot be. */
  assert(literal: number): Clause | undefined;
  /** Checks what depends on the whole after all literals were asserted. */
  check(): Clause | undefined;
  /** The next literal to try, -1 when nothing is left to decide. New variables may be made here. */
  decide(): number;
  mark(): number;
  undo(mark: number): void;
  /** Whether a statement of a tag is impossible under the present limits. */
  excluded(item: number, level: number): boolean;
}

/** `sat`: nothing left to decide; a set of tags: at least one of its statements is true. */
export type Outcome = 'sat' | 'more' | Tags;

const decay = 1 / 0.95;
const restartUnit = 100;
/** Learnt clauses are thinned out when they have so many literals; the number grows slowly. */
const mostLiterals = 400_000;
const crowding = 1.1;

/**
 * Conflict-driven clause learning over the literals of a theory. A learnt clause remembers the limits that it rests on,
 * so that it is used again under other limits, and a refutation tells which limits are too tight.
 */
export class ClauseSearch {
  readonly #theory: Theory;
  readonly #values: number[] = [];
  readonly #level: number[] = [];
  readonly #reason: (Clause | undefined)[] = [];
  readonly #rootTags: (Tags | undefined)[] = [];
  readonly activity: number[] = [];
  readonly #watches: Clause[][] = [];
  readonly #trail: number[] = [];
  readonly #trailMarks: number[] = [];
  readonly #theoryMarks: number[] = [];
  #clauses: Clause[] = [];
  #head = 0;
  #increment = 1;
  #clauseIncrement = 1;
  readonly #seen: number[] = [];
  #untilRestart = restartUnit;
  #restarts = 0;
  #literals = 0;
  #crowded = mostLiterals;
  #touched = 0;

  constructor(theory: Theory) {
    this.#theory = theory;
  }

  /** Work done so far, the theory's included. */
  get work(): number {
    return this.#touched + this.#theory.work;
  }

  get variables(): number {
    return this.#values.length;
  }

  /** Number of literals in the clauses that are kept. */
  get size(): number {
    return this.#literals;
  }

  newVariable(): number {
    this.#values.push(-1);
    this.#level.push(0);
    this.#reason.push(undefined);
    this.#rootTags.push(undefined);
    this.activity.push(0);
    this.#seen.push(0);
    this.#watches.push([], []);
    return this.#values.length - 1;
  }

  /** 1 true, 0 false, -1 open. */
  truth(literal: number): number {
    const value = this.#values[literal >> 1]!;
    return value < 0 ? -1 : value ^ (literal & 1);
  }

  /** Adds a clause of the problem; it is heeded from the next `restart` on. */
  add(literals: number[]): void {
    this.#keep({ literals, tags: noTags, activity: Number.POSITIVE_INFINITY });
  }

  /**
   * Begins anew under the present limits: everything decided or concluded is taken back, and of the clauses those whose
   * tags are excluded by the limits are put to use. Returns the tags of a refutation that shows at once.
   */
  restart(): Tags | undefined {
    this.#backtrack(0);
    while (this.#trail.length > 0) this.#values[this.#trail.pop()! >> 1] = -1;
    this.#theory.undo(0);
    this.#head = 0;
    for (const watch of this.#watches) watch.length = 0;
    for (const clause of this.#clauses) {
      let active = true;
      for (const [item, level] of clause.tags) if (!this.#theory.excluded(item, level)) active = false;
      if (!active) continue;
      if (clause.literals.length > 1) this.#watch(clause);
      else if (this.truth(clause.literals[0]!) === 0) return this.#rootConflict(clause);
      else if (this.truth(clause.literals[0]!) < 0) this.#enqueue(clause.literals[0]!, clause);
    }
    return undefined;
  }

  /** Searches until the answer is there or the work is done. */
  run(work: number): Outcome {
    const until = this.work + work;
    for (;;) {
      const conflict = this.#propagate();
      if (conflict) {
        this.#touched += conflict.literals.length;
        const tags = this.#resolve(conflict);
        if (tags) return tags;
        continue;
      }
      if (this.work > until) return 'more';
      if (this.#untilRestart <= 0) {
        const tags = this.#restartSearch();
        if (tags) return tags;
        continue;
      }
      this.#touched += 5;
      const literal = this.#theory.decide();
      if (literal < 0) return 'sat';
      this.#trailMarks.push(this.#trail.length);
      this.#theoryMarks.push(this.#theory.mark());
      this.#enqueue(literal, undefined);
    }
  }

  #restartSearch(): Tags | undefined {
    this.#backtrack(0);
    this.#restarts++;
    this.#untilRestart = restartUnit * luby(this.#restarts);
    if (this.#literals < this.#crowded) return undefined;
    this.#forget();
    return this.restart();
  }

  #propagate(): Clause | undefined {
    while (this.#head < this.#trail.length) {
      const literal = this.#trail[this.#head++]!;
      const conflict = this.#propagateClauses(literal) ?? this.#theory.assert(literal);
      if (conflict) return conflict;
    }
    return this.#theory.check();
  }

  #propagateClauses(literal: number): Clause | undefined {
    const gone = literal ^ 1;
    const watches = this.#watches[gone]!;
    let kept = 0;
    for (let i = 0; i < watches.length; i++) {
      const clause = watches[i]!;
      const literals = clause.literals;
      this.#touched++;
      if (literals[0] === gone) {
        literals[0] = literals[1]!;
        literals[1] = gone;
      }
      if (this.truth(literals[0]!) === 1 || !this.#moveWatch(clause)) {
        watches[kept++] = clause;
        if (this.truth(literals[0]!) === 1) continue;
        if (this.truth(literals[0]!) === 0) {
          for (i++; i < watches.length; i++) watches[kept++] = watches[i]!;
          watches.length = kept;
          return clause;
        }
        this.#enqueue(literals[0]!, clause);
      }
    }
    watches.length = kept;
    return undefined;
  }

  #moveWatch(clause: Clause): boolean {
    const { literals } = clause;
    for (let k = 2; k < literals.length; k++) {
      if (this.truth(literals[k]!) === 0) continue;
      const fresh = literals[k]!;
      literals[k] = literals[1]!;
      literals[1] = fresh;
      this.#watches[fresh]!.push(clause);
      return true;
    }
    return false;
  }

  #keep(clause: Clause): void {
    this.#clauses.push(clause);
    this.#literals += clause.literals.length;
  }

  #watch(clause: Clause): void {
    this.#watches[clause.literals[0]!]!.push(clause);
    this.#watches[clause.literals[1]!]!.push(clause);
  }

  #enqueue(literal: number, reason: Clause | undefined): void {
    const variable = literal >> 1;
    this.#values[variable] = (literal & 1) ^ 1;
    this.#level[variable] = this.#trailMarks.length;
    this.#reason[variable] = reason;
    this.#trail.push(literal);
    if (this.#trailMarks.length > 0) return;
    const tags = new Map<number, number>();
    addTags(tags, reason?.tags);
    for (const other of reason?.literals ?? []) if (other !== literal) addTags(tags, this.#rootTags[other >> 1]);
    this.#rootTags[variable] = tags;
  }

  #backtrack(level: number): void {
    if (this.#trailMarks.length <= level) return;
    const mark = this.#trailMarks[level]!;
    this.#theory.undo(this.#theoryMarks[level]!);
    while (this.#trail.length > mark) this.#values[this.#trail.pop()! >> 1] = -1;
    this.#trailMarks.length = level;
    this.#theoryMarks.length = level;
    this.#head = this.#trail.length;
  }

  #rootConflict(conflict: Clause): Tags {
    const tags = new Map<number, number>();
    addTags(tags, conflict.tags);
    for (const literal of conflict.literals) addTags(tags, this.#rootTags[literal >> 1]);
    return tags;
  }

  /** Learns from a conflict; returns tags when it is a refutation. */
  #resolve(conflict: Clause): Tags | undefined {
    this.#untilRestart--;
    let deepest = 0;
    for (const literal of conflict.literals) deepest = Math.max(deepest, this.#level[literal >> 1]!);
    this.#backtrack(deepest);
    if (deepest === 0) return this.#rootConflict(conflict);
    const learnt = this.#analyse(conflict, deepest);
    let back = 0;
    for (let i = 1; i < learnt.literals.length; i++) {
      const level = this.#level[learnt.literals[i]! >> 1]!;
      if (level <= back) continue;
      back = level;
      const held = learnt.literals[1]!;
      learnt.literals[1] = learnt.literals[i]!;
      learnt.literals[i] = held;
    }
    this.#backtrack(back);
    this.#keep(learnt);
    if (learnt.literals.length > 1) this.#watch(learnt);
    this.#enqueue(learnt.literals[0]!, learnt);
    this.#increment *= decay;
    this.#clauseIncrement *= 1.001;
    if (this.#increment > 1e100) this.#rescale();
    return undefined;
  }

  #analyse(conflict: Clause, level: number): Clause {
    const tags = new Map<number, number>();
    const literals: number[] = [-1];
    let open = 0;
    let at = this.#trail.length;
    let clause: Clause | undefined = conflict;
    let resolved = -1;
    const seen = this.#seen;
    do {
      addTags(tags, clause!.tags);
      if (clause!.activity < Number.POSITIVE_INFINITY) clause!.activity += this.#clauseIncrement;
      for (const literal of clause!.literals) {
        const variable = literal >> 1;
        if (literal === resolved || seen[variable]) continue;
        if (this.#level[variable] === 0) {
          addTags(tags, this.#rootTags[variable]);
          continue;
        }
        seen[variable] = 1;
        this.activity[variable]! += this.#increment;
        if (this.#level[variable] === level) open++;
        else literals.push(literal);
      }
      do at--;
      while (!seen[this.#trail[at]! >> 1]);
      resolved = this.#trail[at]!;
      clause = this.#reason[resolved >> 1];
      seen[resolved >> 1] = 0;
      open--;
    } while (open > 0);
    literals[0] = resolved ^ 1;
    const marked = literals.slice(1);
    this.#shorten(literals, tags);
    for (const literal of marked) seen[literal >> 1] = 0;
    return { literals, tags, activity: this.#clauseIncrement };
  }

  /** Drops literals that the others of the clause imply. */
  #shorten(literals: number[], tags: Map<number, number>): void {
    let kept = 1;
    for (let i = 1; i < literals.length; i++) {
      const reason = this.#reason[literals[i]! >> 1];
      let implied = reason !== undefined;
      for (const other of reason?.literals ?? []) {
        const variable = other >> 1;
        if (variable !== literals[i]! >> 1 && !this.#seen[variable] && this.#level[variable]! > 0) implied = false;
      }
      if (implied) {
        addTags(tags, reason!.tags);
        for (const other of reason!.literals)
          if (this.#level[other >> 1] === 0) addTags(tags, this.#rootTags[other >> 1]);
      } else literals[kept++] = literals[i]!;
    }
    literals.length = kept;
  }

  #rescale(): void {
    for (let v = 0; v < this.activity.length; v++) this.activity[v]! *= 1e-100;
    this.#increment *= 1e-100;
  }

  /** Forgets the less active half of the learnt clauses. */
  #forget(): void {
    const learnt = this.#clauses.filter(({ activity }) => activity < Number.POSITIVE_INFINITY);
    const middle = learnt.map(({ activity }) => activity).sort((a, b) => a - b)[learnt.length >> 1] ?? 0;
    this.#clauses = this.#clauses.filter(({ activity, literals }) => activity >= middle || literals.length <= 2);
    this.#literals = this.#clauses.reduce((sum, { literals }) => sum + literals.length, 0);
    this.#crowded *= crowding;
  }
}

/** The sequence 1 1 2 1 1 2 4 … of Luby, Sinclair and Zuckerman. */
function luby(index: number): number {
  let i = index;
  let size = 1;
  while (size < i + 1) size = 2 * size + 1;
  while (size - 1 !== i) {
    size = (size - 1) / 2;
    i %= size;
  }
  return (size + 1) / 2;
}
