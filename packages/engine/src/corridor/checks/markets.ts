import type { CheckContext } from './context.ts';

type Market = CheckContext['model']['markets'][string] | CheckContext['model']['travel_markets'][string];

/**
 * Markets: a way at least, every way from their origin to their destination, shares and seasons that add up to 1, and one
 * of the ways to say how large they are.
 *
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkMarkets(context); // a market whose shares add up to 90 % is now among `context.diagnostics.all`
 * ```
 */
export function checkMarkets(context: CheckContext): void {
  const { model, diagnostics, placeOf } = context;
  for (const [id, market] of Object.entries(model.markets)) {
    checkMarket(`markets.${id}`, market, context);
    checkKind(`markets.${id}`, market, 'freight', context);
    if (
      (market.demand === undefined) !== (market.trade_share === undefined) &&
      (market.demand !== undefined || model.trade)
    )
      continue;
    diagnostics.error(`markets.${id}`, placeOf(`markets.${id}`), 'How large is this market?', {
      found: [
        market.demand === undefined ? 'no `demand`' : '`demand`',
        market.trade_share === undefined
          ? 'no `trade_share`'
          : `\`trade_share\`${model.trade ? '' : ' and no `trade`'}`,
      ].join(', '),
      expected: 'either `demand`, or `trade_share` of the value under `trade`',
    });
  }
  for (const [id, market] of Object.entries(model.travel_markets)) {
    const path = `travel_markets.${id}`;
    checkMarket(path, market, context);
    checkKind(path, market, 'passenger', context);
    checkSeats(path, market, context);
    if (Object.hasOwn(model.markets, id))
      diagnostics.error(path, placeOf(path), 'A market of goods and one of travellers go by the same id.', {
        found: id,
        expected: 'ids that differ, as results are kept by them',
      });
  }
}

function checkMarket(path: string, market: Market, context: CheckContext): void {
  const { model, diagnostics, placeOf } = context;
  const at = placeOf(path);
  const ways = Object.entries(market.ways).filter(([way]) => Object.hasOwn(model.ways, way));
  if (ways.length === 0) {
    diagnostics.error(`${path}.ways`, at, `No way leads from ${market.origin} to ${market.destination}.`, {
      found: 'no ways',
      expected: 'at least one of `ways`, with its share',
    });
    return;
  }
  for (const [way, { share, like, when_observed }] of ways) {
    const here = `${path}.ways.${way}`;
    const links = model.ways[way].links.map((link) => model.links[link]);
    if (when_observed?.departures !== undefined && !links.some((link) => link?.departures !== undefined))
      diagnostics.error(`${here}.when_observed`, placeOf(here), 'How often do its trains leave today?', {
        found: 'no link of this way with `departures`',
        expected: '`departures` of one of its links, as `when_observed` states them',
      });
    const [from, to] = [links[0]?.origin, links[links.length - 1]?.destination];
    if (from !== undefined && to !== undefined && (from !== market.origin || to !== market.destination))
      diagnostics.error(here, placeOf(here), 'This way leads elsewhere.', {
        found: `from ${from} to ${to}`,
        expected: `from ${market.origin} to ${market.destination}`,
      });
    if (share > 0 || (like !== undefined && (market.ways[like]?.share ?? 0) > 0)) continue;
    diagnostics.error(here, placeOf(here), 'Nothing says how well this way is liked.', {
      found: like === undefined ? 'a share of 0 and no `like`' : `a share of 0, \`like: ${like}\``,
      expected: 'a share above 0, or `like:` a way of this market that has one',
    });
  }
  const shares = Object.values(market.ways).reduce((sum, { share }) => sum + share, 0);
  if (Math.abs(shares - 1) > 1e-6) addsUp(`${path}.ways`, 'The shares of a market add up to 1.', shares, context);
  const { season } = market;
  const months = season?.reduce((sum, month) => sum + month, 0) ?? 1;
  if (season && (season.length !== 12 || Math.abs(months - 1) > 1e-6))
    diagnostics.error(`${path}.season`, placeOf(`${path}.season`), 'A season has twelve months that add up to 1.', {
      found: `${season.length} months that add up to ${percent(months)}`,
      expected: 'twelve, from January to December, 100 % together',
    });
  const periods = Object.values(market.growth).map(({ until }) => until);
  if (periods.some((until, i) => i > 0 && until <= periods[i - 1]))
    diagnostics.error(`${path}.growth`, placeOf(`${path}.growth`), 'Periods of growth follow one another.', {
      found: periods.join(', '),
      expected: 'years that rise',
    });
}

/** Goods take journeys of goods, and travellers those of travellers. */
function checkKind(path: string, { ways }: Market, kind: 'freight' | 'passenger', context: CheckContext): void {
  const { model, diagnostics, placeOf } = context;
  for (const way of Object.keys(ways))
    for (const link of model.ways[way]?.links ?? []) {
      const journey = model.links[link]?.journey;
      const found = journey === undefined ? undefined : model.journeys[journey]?.kind;
      if (found === undefined || found === kind) continue;
      const here = `${path}.ways.${way}`;
      diagnostics.error(here, placeOf(here), 'The trains of this way carry something else.', {
        found: `${kind} by journey ${journey}, a ${found} one`,
        expected: `a ${kind} journey`,
      });
    }
}

/** Travellers go by trains that say how many they take. */
function checkSeats(path: string, { ways }: Market, { model, diagnostics, placeOf }: CheckContext): void {
  for (const way of Object.keys(ways))
    for (const link of model.ways[way]?.links ?? []) {
      const { journey, persons_per_train } = model.links[link] ?? {};
      if (journey === undefined || persons_per_train !== undefined) continue;
      diagnostics.error(
        `links.${link}`,
        placeOf(`links.${link}`),
        'How many travellers does a train of this link take?',
        {
          found: `no \`persons_per_train\`, though ${path} goes this way`,
          expected: '`persons_per_train`',
        },
      );
    }
}

function addsUp(path: string, message: string, sum: number, { diagnostics, placeOf }: CheckContext): void {
  diagnostics.error(path, placeOf(path), message, { found: percent(sum), expected: '100 %' });
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(4))} %`;
}
