import { chainageOf, clockOffset, type Model, timeOfDay } from '../../corridor/index.ts';
import type { Closure, PlanResource, ResourceKind } from '../plan/index.ts';
import { type LineSection, lineSections } from './line-sections.ts';
import { type SingleTrack, tracksOf } from './station-tracks.ts';

/** What the lines and stations of a corridor offer to trains, each part held by one train at a time. */
export class Infrastructure {
  readonly model: Model;
  readonly sections: readonly LineSection[];
  readonly resources: PlanResource[] = [];
  readonly #index = new Map<string, number>();
  readonly #tracks = new Map<string, readonly SingleTrack[]>();

  constructor(model: Model) {
    this.model = model;
    this.sections = lineSections(model);
  }

  /** Index of a resource, which is added when it is new. */
  resource(id: string, kind: ResourceKind, at: string): number {
    const known = this.#index.get(id);
    if (known !== undefined) return known;
    this.resources.push({ id, kind, at });
    this.#index.set(id, this.resources.length - 1);
    return this.resources.length - 1;
  }

  /** Tracks of a station, one by one. */
  tracks(station: string): readonly SingleTrack[] {
    const known = this.#tracks.get(station) ?? tracksOf(this.model.stations[station]!);
    this.#tracks.set(station, known);
    return known;
  }

  /** Block `number` (from 0, with rising chainage) of a section; on double track each direction has its own. */
  block(section: LineSection, number: number, direction: 'rising' | 'falling'): number {
    const blocks = section.signals.length - 1;
    const own = section.tracks > 1 ? `${section.id} ${direction}` : section.id;
    return this.resource(blocks > 1 ? `${own} block ${number + 1}` : own, 'block', section.id);
  }

  /** Daily possessions as closures of the blocks that they touch. */
  closures(): Closure[] {
    return this.sections.flatMap((section) => {
      const line = this.model.lines[section.line]!;
      const midnight = clockOffset(this.model, line.countries[0]!);
      return Object.values(line.possessions).flatMap(({ begin, end, start, duration, why }) => {
        const [low, high] = [chainageOf(line, begin), chainageOf(line, end)];
        if (low === undefined || high === undefined || duration <= 0) return [];
        const from = timeOfDay(start) - midnight;
        return section.signals.slice(1).flatMap((signal, number) => {
          if (signal <= low || section.signals[number]! >= high) return [];
          const directions = section.tracks > 1 ? (['rising', 'falling'] as const) : (['rising'] as const);
          return directions.map((direction) => ({
            resource: this.block(section, number, direction),
            from,
            to: from + Math.ceil(duration),
            why: why ?? 'possession',
          }));
        });
      });
    });
  }
}
