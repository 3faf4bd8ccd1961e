import type { LineNetwork } from './line-network.ts';
import { liveStates } from './live-states.ts';

/** Most tracks of a station that are told apart; further ones are never counted on. */
const TRACKS = 31;

/**
 * Which trains stand where, and whether all of them can still reach their ends: the rule that keeps a line free of
 * deadlocks. A state is called safe when the trains can be taken to their ends one after the other while all others
 * stand where they are (the ordering of Dijkstra's banker). A move is granted only when the state after it is safe.
 *
 * @example
 * ```ts
 * const states = new SafeStates(line);
 * if (states.isSafe(train, kind, point, track)) states.stand(train, kind, point, track);
 * ```
 */
export class SafeStates {
  readonly live: Uint8Array;
  readonly #station: Int32Array;
  readonly #bit: Int32Array;
  readonly #occupied: Int32Array;
  /** By kind: its first place and its last; a place is a point of a kind's way, numbered over all kinds. */
  readonly #firstPlace: Int32Array;
  readonly #lastPlace: Int32Array;
  readonly #stationAt: Int32Array;
  /** Needs of station s, sets of tracks of which some kind has to find one free: `need[firstNeed[s]]` up to before `need[firstNeed[s + 1]]`. */
  readonly #firstNeed: Int32Array;
  readonly #need: Int32Array;
  /** Bits of needs in 32-bit words: those that find no free track, and by place those that a train meets further on. */
  readonly #words: number;
  readonly #unmet: Int32Array;
  readonly #ahead: Int32Array;
  /** By place: 1 where the way comes through the same station again. */
  readonly #returns: Uint8Array;
  /** Tracks of each need, and who stands on each track, -1 for nobody. */
  readonly #firstOf: Int32Array;
  readonly #tracksOf: Int32Array;
  readonly #trainOn: Int32Array;
  #place = new Int32Array(64);
  #track = new Int32Array(64).fill(-1);
  readonly #standing: number[] = [];
  /** Trains that may have to be taken away first, and those that were. */
  #waiting = new Int32Array(64);
  #gone = new Int32Array(64);

  constructor(line: LineNetwork) {
    this.live = liveStates(line);
    const { resources } = line.problem;
    const stations = new Map<string, number>();
    const count: number[] = [];
    this.#station = Int32Array.from(resources, ({ kind, at }) => {
      if (kind !== 'track') return -1;
      if (!stations.has(at)) {
        stations.set(at, stations.size);
        count.push(0);
      }
      return stations.get(at)!;
    });
    this.#bit = Int32Array.from(this.#station, (station) => {
      if (station < 0) return 0;
      const place = count[station]!++;
      return place < TRACKS ? 1 << place : 0;
    });
    this.#occupied = new Int32Array(stations.size);
    this.#firstPlace = Int32Array.from(line.kinds, () => 0);
    this.#lastPlace = Int32Array.from(line.kinds, () => 0);
    const total = line.kinds.reduce((sum, { points }) => sum + points, 0);
    this.#stationAt = new Int32Array(total).fill(-1);
    const tracksAt = new Int32Array(total);
    const needs = Array.from({ length: stations.size }, (): number[] => []);
    let at = 0;
    for (const kind of line.kinds) {
      this.#firstPlace[kind.index] = at;
      this.#lastPlace[kind.index] = at + kind.points - 1;
      for (let s = kind.firstState; s < kind.firstState + kind.graph.states.length; s++) {
        if (this.live[s] === 0) continue;
        const place = at + line.state.point[s]!;
        for (let i = line.state.firstTrack[s]!; i < line.state.firstTrack[s + 1]!; i++) {
          const track = line.state.tracks[i]!;
          this.#stationAt[place] = this.#station[track]!;
          tracksAt[place]! |= this.#bit[track]!;
        }
      }
      for (let place = at + 1; place < at + kind.points; place++) {
        const own = needs[this.#stationAt[place]!];
        if (own && !own.includes(tracksAt[place]!)) own.push(tracksAt[place]!);
      }
      at += kind.points;
    }
    this.#returns = Uint8Array.from(this.#stationAt, () => 0);
    for (const { index } of line.kinds) {
      const way = this.#stationAt.subarray(this.#firstPlace[index]!, this.#lastPlace[index]! + 1);
      for (const [point, station] of way.entries())
        if (station >= 0 && way.indexOf(station, point + 1) >= 0) this.#returns[this.#firstPlace[index]! + point] = 1;
    }
    this.#firstNeed = new Int32Array(stations.size + 1);
    for (const [station, own] of needs.entries()) this.#firstNeed[station + 1] = this.#firstNeed[station]! + own.length;
    this.#need = Int32Array.from(needs.flat());
    this.#trainOn = new Int32Array(resources.length).fill(-1);
    const tracks = needs.flatMap((own, station) =>
      own.map((need) => resources.flatMap((_, r) => (this.#station[r] === station && need & this.#bit[r]! ? [r] : []))),
    );
    this.#firstOf = new Int32Array(tracks.length + 1);
    for (const [need, own] of tracks.entries()) this.#firstOf[need + 1] = this.#firstOf[need]! + own.length;
    this.#tracksOf = Int32Array.from(tracks.flat());
    this.#words = Math.max(1, (this.#need.length + 31) >> 5);
    this.#unmet = new Int32Array(this.#words);
    this.#ahead = new Int32Array(total * this.#words);
    for (const { index } of line.kinds)
      for (let place = this.#lastPlace[index]!; place > this.#firstPlace[index]!; place--) {
        const station = this.#stationAt[place]!;
        for (let word = 0; word < this.#words; word++)
          this.#ahead[(place - 1) * this.#words + word] = this.#ahead[place * this.#words + word]!;
        if (station < 0) continue;
        const need = this.#firstNeed[station]! + needs[station]!.indexOf(tracksAt[place]!);
        this.#ahead[(place - 1) * this.#words + (need >> 5)]! |= 1 << (need & 31);
      }
  }

  /** Trains that stand or are on their way to where they will. */
  get standing(): readonly number[] {
    return this.#standing;
  }

  /** Trains that stand at stations of a kind's way, or will stand there next, as a part of those stations. */
  crowding(kind: number): number {
    const first = this.#firstPlace[kind]!;
    const last = this.#lastPlace[kind]!;
    let trains = 0;
    for (let place = first + 1; place < last; place++) {
      let taken = this.#occupied[this.#stationAt[place]!]!;
      for (; taken !== 0; taken &= taken - 1) trains++;
    }
    return last - first > 1 ? trains / (last - first - 1) : 0;
  }

  /**
   * A train will stand on a track next, or stands there.
   *
   * @returns whether a state that was not safe for others may be so now: a full station is full no more, or behind the train
   */
  stand(train: number, kind: number, point: number, track: number): boolean {
    this.#reserve(train);
    const before = this.#track[train]!;
    const place = this.#firstPlace[kind]! + point;
    let eased = false;
    if (before >= 0) {
      eased = this.#isFull(this.#station[before]!) || this.#passesFull(this.#place[train]!, place);
      this.#free(before);
      if (this.#trainOn[before] === train) this.#trainOn[before] = -1;
    } else this.#standing.push(train);
    this.#place[train] = place;
    this.#track[train] = track;
    this.#trainOn[track] = train;
    this.#occupy(track);
    return eased;
  }

  /** Whether a station is full that lies ahead of one place and not of another. */
  #passesFull(from: number, to: number): boolean {
    const words = this.#words;
    const ahead = this.#ahead;
    for (let word = 0; word < words; word++)
      if ((this.#unmet[word]! & ahead[from * words + word]! & ~ahead[to * words + word]!) !== 0) return true;
    return false;
  }

  /** A train is let go to its end. */
  leave(train: number): void {
    if (train >= this.#track.length || this.#track[train]! < 0) return;
    this.#free(this.#track[train]!);
    this.#trainOn[this.#track[train]!] = -1;
    this.#track[train] = -1;
    this.#standing.splice(this.#standing.indexOf(train), 1);
  }

  /** Whether a train stands on a track, or will stand there next. */
  isTaken(track: number): boolean {
    return this.#trainOn[track]! >= 0;
  }

  /** Whether all trains could still reach their ends if this one stood there next; not where another stands. */
  isSafe(train: number, kind: number, point: number, track: number): boolean {
    this.#reserve(train);
    const before = this.#track[train]!;
    if (before >= 0) this.#free(before);
    if ((this.#occupied[this.#station[track]!]! & this.#bit[track]!) !== 0) {
      if (before >= 0) this.#occupy(before);
      return false;
    }
    this.#occupy(track);
    // The others could reach their ends before; they still can when this one is gone, or takes nobody's last free track.
    const safe = !this.#isFull(this.#station[track]!) || this.#getsAway(train, this.#firstPlace[kind]! + point, track);
    this.#free(track);
    if (before >= 0) this.#occupy(before);
    return safe;
  }

  /** Whether a train reaches its end when others are taken to theirs before it; in the end everything is as before. */
  #getsAway(train: number, place: number, track: number): boolean {
    if (this.#reachesEnd(place, track) || this.#isMadeWay(place)) return true;
    const standing = this.#standing;
    const waiting = this.#waiting;
    const gone = this.#gone;
    let waits = 0;
    for (const other of standing) if (other !== train) waiting[waits++] = other;
    let left = 0;
    let away = false;
    for (let moved = true; moved && !away; ) {
      moved = false;
      let still = 0;
      for (let i = 0; i < waits; i++) {
        const other = waiting[i]!;
        if (this.#reachesEnd(this.#place[other]!, this.#track[other]!)) {
          gone[left++] = other;
          this.#free(this.#track[other]!);
          moved = true;
        } else waiting[still++] = other;
      }
      waits = still;
      away = moved && this.#reachesEnd(place, track);
    }
    for (let i = 0; i < left; i++) this.#occupy(this.#track[gone[i]!]!);
    return away;
  }

  /** Whether at every station ahead that is full somebody stands who reaches his end: then he goes first. */
  #isMadeWay(place: number): boolean {
    const words = this.#words;
    for (let word = 0; word < words; word++) {
      let unmet = this.#unmet[word]! & this.#ahead[place * words + word]!;
      for (; unmet !== 0; unmet &= unmet - 1) {
        const need = (word << 5) + 31 - Math.clz32(unmet & -unmet);
        let first = this.#firstOf[need]!;
        const until = this.#firstOf[need + 1]!;
        for (; first < until; first++) {
          const other = this.#trainOn[this.#tracksOf[first]!]!;
          if (other >= 0 && this.#reachesEnd(this.#place[other]!, this.#track[other]!)) break;
        }
        if (first === until) return false;
      }
    }
    return true;
  }

  /**
   * Whether a train gets from a track to its end while all others stand. One that comes through its station again has left
   * the track by then: it does not stand in its own way.
   */
  #reachesEnd(place: number, track: number): boolean {
    if (this.#returns[place] === 0) return this.#isFreeAhead(place);
    this.#free(track);
    const free = this.#isFreeAhead(place);
    this.#occupy(track);
    return free;
  }

  /** Whether every point ahead has a free track, the last one included. */
  #isFreeAhead(place: number): boolean {
    const words = this.#words;
    for (let word = 0; word < words; word++)
      if ((this.#unmet[word]! & this.#ahead[place * words + word]!) !== 0) return false;
    return true;
  }

  /** Whether some kind finds no free track at a station. */
  #isFull(station: number): boolean {
    for (let need = this.#firstNeed[station]!; need < this.#firstNeed[station + 1]!; need++)
      if ((this.#unmet[need >> 5]! & (1 << (need & 31))) !== 0) return true;
    return false;
  }

  #occupy(track: number): void {
    const station = this.#station[track]!;
    const taken = this.#occupied[station]! | this.#bit[track]!;
    this.#occupied[station] = taken;
    for (let need = this.#firstNeed[station]!; need < this.#firstNeed[station + 1]!; need++)
      if ((this.#need[need]! & ~taken) === 0) this.#unmet[need >> 5]! |= 1 << (need & 31);
  }

  #free(track: number): void {
    const station = this.#station[track]!;
    const taken = this.#occupied[station]! & ~this.#bit[track]!;
    this.#occupied[station] = taken;
    for (let need = this.#firstNeed[station]!; need < this.#firstNeed[station + 1]!; need++)
      if ((this.#need[need]! & ~taken) !== 0) this.#unmet[need >> 5]! &= ~(1 << (need & 31));
  }

  #reserve(train: number): void {
    if (train < this.#track.length) return;
    const capacity = Math.max(2 * this.#track.length, train + 1);
    const longer = (array: Int32Array) => {
      const fresh = new Int32Array(capacity).fill(-1);
      fresh.set(array);
      return fresh;
    };
    this.#place = longer(this.#place);
    this.#track = longer(this.#track);
    this.#waiting = new Int32Array(capacity);
    this.#gone = new Int32Array(capacity);
  }
}
