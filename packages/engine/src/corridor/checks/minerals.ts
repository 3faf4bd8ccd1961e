import type { CheckContext } from './context.ts';

type Minerals = NonNullable<CheckContext['model']['minerals']>;
type Measures = Minerals['policies'][string]['measures'];

/** What each kind of measure cannot do without. */
const needs = {
  'export ban': ['product'],
  'export quota': ['product', 'most'],
  'export tax': ['product', 'rate'],
  'import tariff': ['product', 'rate'],
  'processing licence': ['licensed'],
  'technology transfer': ['licensed'],
  stockpile: ['product', 'most'],
} as const;

/** Rounding of shares written in per cent. */
const rounding = 1e-9;

/**
 * Minerals: shares that add up to more than the whole, plants that make what their feed lacks, measures on products
 * nobody knows, sites that no haul reaches.
 *
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkMinerals(context); // a plant that makes what its feed lacks is now among `context.diagnostics.all`
 * ```
 */
export function checkMinerals(context: CheckContext): void {
  const { minerals } = context.model;
  if (!minerals) return;
  checkShares(context, minerals);
  checkPlants(context, minerals);
  checkMagnets(context, minerals);
  checkSites(context, minerals);
  for (const [id, { measures }] of Object.entries(minerals.policies))
    checkMeasures(context, minerals, `minerals.policies.${id}.measures`, measures);
  for (const [id, { measures }] of Object.entries(minerals.disruptions))
    checkMeasures(context, minerals, `minerals.disruptions.${id}.measures`, measures);
}

function checkShares({ diagnostics, placeOf }: CheckContext, minerals: Minerals): void {
  const most = (path: string, what: string, shares: readonly number[]) => {
    const sum = shares.reduce((total, share) => total + share, 0);
    if (sum <= 1 + rounding) return;
    diagnostics.error(path, placeOf(path), `The ${what} add up to more than the whole.`, {
      found: `${Number((100 * sum).toPrecision(6))} %`,
      expected: 'at most 100 %',
    });
  };
  for (const [id, { shares }] of Object.entries(minerals.mines))
    most(
      `minerals.mines.${id}.shares`,
      'shares of the elements',
      Object.values(shares).map(({ share }) => share),
    );
  for (const [id, { content }] of Object.entries(minerals.uses))
    most(
      `minerals.uses.${id}.content`,
      'metals in the magnets',
      Object.values(content).map(({ share }) => share),
    );
}

function checkPlants({ diagnostics, placeOf }: CheckContext, minerals: Minerals): void {
  for (const [id, { stage, feeds = [], makes = [], capital_cost, lifetime }] of Object.entries(minerals.plants)) {
    const path = `minerals.plants.${id}`;
    if (stage === 'separation' && (feeds.length === 0 || makes.length === 0))
      diagnostics.error(path, placeOf(path), 'A plant that separates says what it treats and what it makes.', {
        found: feeds.length === 0 ? 'no `feeds`' : 'no `makes`',
        expected: '`feeds: [ids of mines]` and `makes: [ids of elements]`',
      });
    // The rest is what no mine states.
    const held = new Set([minerals.rest]);
    for (const feed of feeds)
      for (const [element, { share }] of Object.entries(minerals.mines[feed]?.shares ?? {}))
        if (share > 0) held.add(element);
    for (const element of makes)
      if (feeds.length > 0 && !held.has(element))
        diagnostics.error(
          `${path}.makes`,
          placeOf(path),
          `This plant makes ${element}, which none of its feeds holds.`,
          {
            found: `feeds ${feeds.join(', ')}`,
            expected: `a feed with ${element}, or a plant that makes some of ${[...held].join(', ')}`,
          },
        );
    if (capital_cost !== undefined && lifetime === undefined)
      diagnostics.error(`${path}.capital_cost`, placeOf(path), 'Capital is recovered over a lifetime.', {
        found: 'no `lifetime`',
        expected: '`lifetime: 20 years`',
      });
  }
}

/** Magnets that are built in have to be made somewhere, of metal that is made somewhere. */
function checkMagnets({ diagnostics, placeOf }: CheckContext, { uses, plants }: Minerals): void {
  const [use] = Object.keys(uses);
  if (use === undefined) return;
  for (const stage of ['metal', 'magnet'] as const)
    if (!Object.values(plants).some((plant) => plant.stage === stage && plant.technology === undefined))
      diagnostics.error(
        `minerals.uses.${use}`,
        placeOf(`minerals.uses.${use}`),
        'Magnets are built in, and nobody can make what they need.',
        {
          found: `no plant with \`stage: ${stage}\``,
          expected: 'a plant of that stage whose technology nobody withholds',
        },
      );
}

function checkSites({ diagnostics, placeOf }: CheckContext, minerals: Minerals): void {
  const ends = new Set(Object.values(minerals.hauls).flatMap(({ from, to }) => [from, to]));
  const reached = (path: string, what: string, site: string | undefined) => {
    if (site === undefined || ends.has(site)) return;
    diagnostics.error(path, placeOf(path), `No haul leads to this ${what}.`, {
      found: `site ${site}`,
      expected: 'a haul with this site at one end',
    });
  };
  for (const [id, { site }] of Object.entries(minerals.deposits)) reached(`minerals.deposits.${id}`, 'deposit', site);
  for (const [id, { site }] of Object.entries(minerals.mines)) reached(`minerals.mines.${id}`, 'mine', site);
  for (const [id, { site }] of Object.entries(minerals.plants)) reached(`minerals.plants.${id}`, 'plant', site);
  for (const [id, { from, to }] of Object.entries(minerals.hauls))
    if (from === to)
      diagnostics.error(
        `minerals.hauls.${id}`,
        placeOf(`minerals.hauls.${id}`),
        'A haul leads from one site to another.',
        {
          found: `${from} twice`,
          expected: 'two sites',
        },
      );
}

function checkMeasures(
  { diagnostics, placeOf }: CheckContext,
  minerals: Minerals,
  path: string,
  measures: Measures,
): void {
  for (const [id, measure] of Object.entries(measures)) {
    const own = `${path}.${id}`;
    for (const need of needs[measure.kind])
      if (measure[need] === undefined)
        diagnostics.error(own, placeOf(own), `A measure of the kind ${measure.kind} needs \`${need}\`.`, {
          found: 'none',
          expected: `\`${need}:\``,
        });
    const { product } = measure;
    const known =
      measure.kind === 'stockpile'
        ? Object.keys(minerals.elements)
        : ['concentrate', 'oxides', 'metals', 'magnets', ...Object.keys(minerals.elements)];
    if (product !== undefined && !known.includes(product))
      diagnostics.unknown(`${own}.product`, placeOf(own), 'product', product, known);
  }
}
