import type { Model } from '../corridor/index.ts';
import { chargeOn, type MarketYear, type RunPart, type TransportMode } from '../demand/index.ts';
import { type Account, accessCharges, elsewhere, gathered, keyOf } from './effect.ts';

/** Harm of a mode by its work, over the whole chain of its energy. */
export interface ModeIntensity {
  /** kg of carbon dioxide, nitrogen oxides and particles, and people killed, for a kg over a metre. */
  readonly carbon: number;
  readonly nitrogenOxides: number;
  readonly particles: number;
  readonly deaths: number;
  /** kg of carbon dioxide for a person over a metre. */
  readonly carbonOfPerson: number;
}

/** What one unit of flow on a way brings and costs whom; lives lost and carbon are counted, everything else is money. */
export interface UnitAccount extends Account {
  readonly in: 'money' | 'lives' | 'carbon';
  /** What tells it from others of its year. */
  readonly key: string;
}

/** Where the accounts of a way come from. */
export interface UnitSetting {
  readonly model: Model;
  /** What access charges add to the stated price of links. */
  readonly passedOn: Readonly<Record<string, number>>;
  /** Lines that each journey runs over. */
  readonly journeyLines: Readonly<Record<string, readonly RunPart[]>>;
  readonly intensities: Readonly<Partial<Record<TransportMode, ModeIntensity>>>;
  /** Whether trains of the corridor emit what they take; else their goods emit by the intensity of the mode. */
  readonly trainsEmit: boolean;
}

/**
 * Who earns, pays and suffers by one unit of flow on a way: revenue of every carrier, what its traffic costs it, taxes in
 * both, accidents, air and carbon.
 *
 * @param setting - the corridor with the lines of its journeys, and harm by mode
 * @param way - id of the way
 * @param kind - of the market; goods in kg, travellers in persons
 * @returns accounts for one kg or one person
 * @example
 * ```ts
 * unitAccounts({ ...setting, model }, 'rail', 'freight').filter(({ group }) => group === 'railways');
 * ```
 */
export function unitAccounts(setting: UnitSetting, way: string, kind: MarketYear['kind']): UnitAccount[] {
  const accounts = legsOf(setting, way, kind).flatMap((leg) => legAccounts(setting, leg, kind));
  const of = (unit: UnitAccount['in']) =>
    gathered(accounts.filter((account) => account.in === unit)).map((account) => ({
      ...account,
      in: unit,
      key: keyOf(account),
    }));
  return [...of('money'), ...of('lives'), ...of('carbon')];
}

/** A part of a way: what it asks for, how far it goes, and where that is. */
interface Leg {
  readonly mode: TransportMode;
  readonly price: number;
  readonly length: number;
  readonly ofCorridor: boolean;
  readonly at: readonly { readonly country: string; readonly where: string; readonly part: number }[];
}

function legsOf({ model, journeyLines, passedOn }: UnitSetting, way: string, kind: MarketYear['kind']): Leg[] {
  return (model.ways[way]?.links ?? []).flatMap((id): Leg[] => {
    const link = model.links[id];
    if (!link) return [];
    const lines = link.journey === undefined ? [] : (journeyLines[link.journey] ?? []);
    const along = lines.reduce((sum, { length }) => sum + length, 0);
    const length = link.length ?? along;
    const stated = kind === 'passenger' ? (link.fare ?? 0) : (link.tariff ?? 0) * length + (link.charge ?? 0);
    const price = stated + (passedOn[id] ?? 0);
    const onLines = lines.map((part) => ({
      country: part.country,
      where: part.line,
      part: part.length / along,
    }));
    const atEnds = [link.origin, link.destination].map((place) => ({
      country: model.zones[place]?.country ?? elsewhere,
      where: place,
      part: 0.5,
    }));
    return [{ mode: link.mode, price, length, ofCorridor: along > 0, at: along > 0 ? onLines : atEnds }];
  });
}

type UnkeyedAccount = Omit<UnitAccount, 'key'>;

function legAccounts(setting: UnitSetting, leg: Leg, kind: MarketYear['kind']): UnkeyedAccount[] {
  const { model, intensities, trainsEmit } = setting;
  const { nitrogen_oxides = 0, particles = 0 } = model.economy ?? {};
  const { price, length, ofCorridor } = leg;
  const carrier = ofCorridor ? undefined : model.carriers[leg.mode];
  const goods = kind === 'freight' ? length : 0;
  const by = intensities[leg.mode];
  const emits = by && !(ofCorridor && trainsEmit);
  const carbon = emits ? by.carbon * goods + by.carbonOfPerson * (length - goods) : 0;
  const air = by ? goods * (by.nitrogenOxides * nitrogen_oxides + by.particles * particles) : 0;
  return leg.at.flatMap(({ country, where, part }) => {
    const unit = (
      effect: string,
      account: Pick<UnkeyedAccount, 'group' | 'value'> & Partial<UnkeyedAccount>,
    ): UnkeyedAccount => ({
      in: 'money',
      kind: 'benefit',
      effect,
      country,
      where,
      ...account,
      value: part * account.value,
    });
    const name = carrier?.name ?? 'other carriers';
    const carriage = ofCorridor
      ? [
          unit('tariffs and fares', { kind: 'revenue', group: 'railways', value: price }),
          ...accessOfRevenue(model, where, country).flatMap((share) => [
            unit(accessCharges, { kind: 'operating cost', group: 'railways', value: -share * price }),
            unit(accessCharges, { kind: 'operating cost', group: 'infrastructure managers', value: share * price }),
          ]),
        ]
      : [
          unit('tariffs and fares', { group: name, value: price }),
          // Without a carrier in the data the price is what it costs.
          unit('cost of carriage', { group: name, value: price * ((carrier?.margin ?? 0) - 1) }),
          unit('taxes of carriers', { group: 'treasuries', value: price * (carrier?.tax ?? 0) }),
        ];
    return [
      ...carriage,
      unit('accidents', { in: 'lives', group: 'communities', value: -goods * (by?.deaths ?? 0) }),
      unit('air', { group: 'communities', value: -air }),
      unit('climate', { in: 'carbon', group: 'climate', country: elsewhere, value: -carbon }),
    ];
  });
}

/** Part of the revenue on a line that a body apart from the railways gets; none where nothing changes hands. */
function accessOfRevenue(model: Model, line: string, country: string): number[] {
  const charge = chargeOn(model, line, country);
  return charge?.manager === 'a body apart' && charge.revenue ? [charge.revenue] : [];
}
