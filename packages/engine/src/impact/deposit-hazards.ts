import type { Model } from '../corridor/index.ts';
import type { MineralsOutcome } from '../minerals/index.ts';
import { type NaturalRadioactivity, naturalRadioactivity } from './activity.ts';
import { featureDistance } from './crossings.ts';
import { flatAround, type Position } from './lateral-courses.ts';

/** What may be near a deposit. */
export type Neighbour = 'settlement' | 'river' | 'protected area';

/** The nearest of a kind, and how far off it is as positions are known: from `low` to `high`, m. */
export interface NearestNeighbour {
  readonly kind: Neighbour;
  /** Id of the place or the ground feature. */
  readonly id: string;
  readonly name: string;
  readonly distance: number;
  readonly low: number;
  readonly high: number;
}

/** What a mine moves and leaves, kg/s. */
export interface MineMasses {
  readonly ore: number;
  readonly tailings: number;
  /** Leach residue of the works that treat its concentrate; it keeps the thorium. */
  readonly residues: number;
  readonly thorium: number;
}

/** The hazards of a deposit and of its tailings. */
export interface DepositHazard {
  readonly deposit: string;
  readonly name: string;
  /** The nearest of each kind that the corridor knows a position of. */
  readonly nearest: readonly NearestNeighbour[];
  /** Thorium and uranium in the concentrate by mass; null where no mine is described. */
  readonly thorium: number | null;
  readonly uranium: number | null;
  readonly radioactivity: NaturalRadioactivity | null;
  /** Under the policy that holds, with the railway and the technology of separation given, and at the mine's capacity. */
  readonly now: MineMasses | null;
  readonly given: MineMasses | null;
  readonly atCapacity: MineMasses | null;
}

/** Limits of the activity of both heads of chain together, Bq/kg (IAEA GSR Part 3; SSR-6, 107(f)). */
const limits = { exemption: 1000, transport: 10_000 } as const;

/**
 * What each deposit of the corridor would do to those around it: how near people, rivers and parks are, how radioactive
 * its concentrate is, and how much ore and tailings its mine moves.
 *
 * @param model - the corridor, with deposits, places with a position, and ground features
 * @param minerals - what is mined; nothing is said of masses without it
 * @returns one entry a deposit
 * @example
 * ```ts
 * depositHazards(model, outcome.minerals)[0].nearest.find(({ kind }) => kind === 'river')?.distance; // m
 * ```
 */
export function depositHazards(model: Model, minerals: MineralsOutcome | null): DepositHazard[] {
  const stated = model.minerals;
  if (!stated) return [];
  return Object.entries(stated.deposits).map(([deposit, { name, site }]) => {
    const [mine, described] = Object.entries(stated.mines).find(([, own]) => own.deposit === deposit) ?? [];
    const { thorium = 0, uranium = 0 } = described ?? {};
    const of = (chains: MineralsOutcome['chains'] | undefined): MineMasses | null => {
      const chain = mine === undefined ? undefined : chains?.[mine];
      if (!chain) return null;
      const residues = Object.values(chain.residues).reduce((sum, mass) => sum + mass, 0);
      return { ore: chain.ore, tailings: chain.tailings, residues, thorium: chain.thorium };
    };
    return {
      deposit,
      name,
      nearest: neighboursOf(model, site),
      thorium: described ? thorium : null,
      uranium: described ? uranium : null,
      radioactivity: described ? naturalRadioactivity({ thorium, uranium }, limits) : null,
      now: of(minerals?.chains),
      given: of(minerals?.given.chains),
      atCapacity: described ? capacityMasses(described) : null,
    };
  });
}

type Mine = NonNullable<Model['minerals']>['mines'][string];

/** At the capacity of the mine; what is left of the treatment of its concentrate depends on the works. */
function capacityMasses({ capacity, grade, beneficiation, concentrate_grade, thorium = 0 }: Mine): MineMasses {
  const ore = capacity / (grade * beneficiation);
  const concentrate = capacity / concentrate_grade;
  return { ore, tailings: Math.max(0, ore - concentrate), residues: 0, thorium: thorium * concentrate };
}

function neighboursOf(model: Model, site: string): NearestNeighbour[] {
  const own = model.minerals?.sites[site];
  if (!own) return [];
  const here = own.position as unknown as Position;
  const unsure = own.accuracy ?? 0;
  const all = [...settlements(model, here), ...features(model, here)].map((found): NearestNeighbour => {
    const { accuracy, ...neighbour } = found;
    const { distance } = neighbour;
    return { ...neighbour, low: Math.max(0, distance - unsure - accuracy), high: distance + unsure + accuracy };
  });
  return (['settlement', 'river', 'protected area'] as const).flatMap((kind) => {
    const [first, ...others] = all.filter((neighbour) => neighbour.kind === kind);
    return first ? [others.reduce((near, other) => (other.distance < near.distance ? other : near), first)] : [];
  });
}

interface Found {
  readonly kind: Neighbour;
  readonly id: string;
  readonly name: string;
  readonly distance: number;
  /** m */
  readonly accuracy: number;
}

function settlements({ places }: Model, here: Position): Found[] {
  const flat = flatAround(here);
  return Object.entries(places).flatMap(([id, { name, position, accuracy = 0 }]): Found[] => {
    if (!position) return [];
    const [x, y] = flat(position as unknown as Position);
    return [{ kind: 'settlement', id, name, distance: Math.sqrt(x * x + y * y), accuracy }];
  });
}

function features({ ground_features }: Model, here: Position): Found[] {
  return Object.entries(ground_features).map(([id, { name, kind, outline, accuracy }]) => {
    const course = outline as unknown as readonly Position[];
    const isRiver = kind === 'river';
    return {
      kind: isRiver ? 'river' : 'protected area',
      id,
      name,
      distance: featureDistance(here, { kind: isRiver ? 'line' : 'area', outline: course, accuracy }),
      accuracy,
    };
  });
}
