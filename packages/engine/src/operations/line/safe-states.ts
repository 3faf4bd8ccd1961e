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
  /** By kind and point: station, and the tracks on which a train of the kind may be. */
  readonly #firstPoint: Int32Array;
  readonly #lastPoint: Int32Array;
  readonly #stationAt: Int32Array;
  readonly #tracksAt: Int32Array;
  /** The different sets of tracks that kinds use at each station. */
  readonly #needs: number[][];
  readonly #full: Uint8Array;
  /** Stations at which some kind finds no free track. */
  readonly #fullStations: number[] = [];
  /** Place of a kind at a station, by kind and station: -1 where it does not go, -2 where it comes twice. */
  readonly #placeAt: Int32Array;
  readonly #stations: number;
  #kind = new Int32Array(64);
  #point = new Int32Array(64);
  #track = new Int32Array(64).fill(-1);
  #standing: number[] = [];
  readonly #stuck: number[] = [];
  readonly #gone: number[] = [];

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
    this.#full = new Uint8Array(stations.size);
    this.#needs = Array.from({ length: stations.size }, () => []);
    this.#firstPoint = Int32Array.from(line.kinds, () => 0);
    this.#lastPoint = Int32Array.from(line.kinds, () => 0);
    const total = line.kinds.reduce((sum, { points }) => sum + points, 0);
    this.#stationAt = new Int32Array(total).fill(-1);
    this.#tracksAt = new Int32Array(total);
    this.#stations = stations.size;
    this.#placeAt = new Int32Array(line.kinds.length * stations.size).fill(-1);
    let at = 0;
    for (const kind of line.kinds) {
      this.#firstPoint[kind.index] = at;
      this.#lastPoint[kind.index] = at + kind.points - 1;
      for (let s = kind.firstState; s < kind.firstState + kind.graph.states.length; s++) {
        if (this.live[s] === 0) continue;
        const place = at + line.state.point[s]!;
        for (let i = line.state.firstTrack[s]!; i < line.state.firstTrack[s + 1]!; i++) {
          const track = line.state.tracks[i]!;
          this.#stationAt[place] = this.#station[track]!;
          this.#tracksAt[place]! |= this.#bit[track]!;
        }
      }
      for (let place = at + 1; place < at + kind.points; place++) {
        if (this.#stationAt[place]! < 0) continue;
        const own = kind.index * stations.size + this.#stationAt[place]!;
        this.#placeAt[own] = this.#placeAt[own] === -1 ? place : -2;
        const needs = this.#needs[this.#stationAt[place]!];
        if (needs && !needs.includes(this.#tracksAt[place]!)) needs.push(this.#tracksAt[place]!);
      }
      at += kind.points;
    }
  }

  /** Trains that stand or are on their way to where they will. */
  get standing(): readonly number[] {
    return this.#standing;
  }

  /** Trains that stand at stations of a kind's way, or will stand there next, as a part of those stations. */
  crowding(kind: number): number {
    const first = this.#firstPoint[kind]!;
    const last = this.#lastPoint[kind]!;
    let trains = 0;
    for (let place = first + 1; place < last; place++) {
      let taken = this.#occupied[this.#stationAt[place]!]!;
      for (; taken !== 0; taken &= taken - 1) trains++;
    }
    return last - first > 1 ? trains / (last - first - 1) : 0;
  }

  /** A train will stand on a track next, or stands there. */
  stand(train: number, kind: number, point: number, track: number): void {
    this.#reserve(train);
    if (this.#track[train]! >= 0) this.#occupy(this.#track[train]!, false);
    else this.#standing.push(train);
    this.#kind[train] = kind;
    this.#point[train] = point;
    this.#track[train] = track;
    this.#occupy(track, true);
  }

  /** A train is let go to its end. */
  leave(train: number): void {
    if (train >= this.#track.length || this.#track[train]! < 0) return;
    this.#occupy(this.#track[train]!, false);
    this.#track[train] = -1;
    this.#standing.splice(this.#standing.indexOf(train), 1);
  }

  /** Whether all trains could still reach their ends if this one stood there next. */
  isSafe(train: number, kind: number, point: number, track: number): boolean {
    this.#reserve(train);
    const [oldKind, oldPoint, oldTrack] = [this.#kind[train]!, this.#point[train]!, this.#track[train]!];
    if (oldTrack >= 0) this.#occupy(oldTrack, false);
    this.#occupy(track, true);
    // Where everybody still finds a free track beside it, the ordering of before goes on to hold.
    let safe = this.#full[this.#station[track]!] === 0;
    if (!safe) {
      this.#kind[train] = kind;
      this.#point[train] = point;
      this.#track[train] = track;
      if (oldTrack < 0) this.#standing.push(train);
      safe = this.#allReachTheirEnds();
      if (oldTrack < 0) this.#standing.pop();
      this.#kind[train] = oldKind;
      this.#point[train] = oldPoint;
      this.#track[train] = oldTrack;
    }
    this.#occupy(track, false);
    if (oldTrack >= 0) this.#occupy(oldTrack, true);
    return safe;
  }

  /** Takes trains to their ends one after the other; in the end everything is as before. */
  #allReachTheirEnds(): boolean {
    const standing = this.#standing;
    const stuck = this.#stuck;
    stuck.length = 0;
    for (const train of standing) if (!this.#reachesEnd(this.#kind[train]!, this.#point[train]!)) stuck.push(train);
    if (stuck.length === 0) return true;
    const gone = this.#gone;
    gone.length = 0;
    for (const train of standing) if (!stuck.includes(train)) this.#go(train, gone);
    for (let found = true; found && stuck.length > 0; ) {
      found = false;
      for (let i = 0; i < stuck.length; i++) {
        const train = stuck[i]!;
        if (!this.#reachesEnd(this.#kind[train]!, this.#point[train]!)) continue;
        stuck.splice(i--, 1);
        this.#go(train, gone);
        found = true;
      }
    }
    for (const train of gone) this.#occupied[this.#station[this.#track[train]!]!]! |= this.#bit[this.#track[train]!]!;
    return stuck.length === 0;
  }

  #go(train: number, gone: number[]): void {
    gone.push(train);
    this.#occupied[this.#station[this.#track[train]!]!]! &= ~this.#bit[this.#track[train]!]!;
  }

  /** Whether every point ahead has a free track, the last one included. */
  #reachesEnd(kind: number, point: number): boolean {
    const here = this.#firstPoint[kind]! + point;
    for (const station of this.#fullStations) {
      const place = this.#placeAt[kind * this.#stations + station]!;
      if (place === -2) return this.#reachesEndPointByPoint(kind, here);
      if (place > here && (this.#tracksAt[place]! & ~this.#occupied[station]!) === 0) return false;
    }
    return true;
  }

  #reachesEndPointByPoint(kind: number, here: number): boolean {
    for (let place = here + 1; place <= this.#lastPoint[kind]!; place++)
      if ((this.#tracksAt[place]! & ~this.#occupied[this.#stationAt[place]!]!) === 0) return false;
    return true;
  }

  #occupy(track: number, taken: boolean): void {
    const station = this.#station[track]!;
    const before = this.#occupied[station]!;
    const after = taken ? before | this.#bit[track]! : before & ~this.#bit[track]!;
    this.#occupied[station] = after;
    let full = 0;
    for (const need of this.#needs[station]!) if ((need & ~after) === 0) full = 1;
    if (full === this.#full[station]) return;
    this.#full[station] = full;
    if (full === 1) this.#fullStations.push(station);
    else this.#fullStations.splice(this.#fullStations.indexOf(station), 1);
  }

  #reserve(train: number): void {
    if (train < this.#track.length) return;
    const capacity = Math.max(2 * this.#track.length, train + 1);
    const longer = (array: Int32Array) => {
      const fresh = new Int32Array(capacity).fill(-1);
      fresh.set(array);
      return fresh;
    };
    this.#kind = longer(this.#kind);
    this.#point = longer(this.#point);
    this.#track = longer(this.#track);
  }
}
