/** Exponents of the base units; currencies and counted things (train, TEU, person …) are bases of their own. */
export type Dimension = Readonly<Record<string, number>>;

/** A unit: how much of its dimension one of it is, in SI base units. */
export interface Unit {
  readonly factor: number;
  readonly dimension: Dimension;
}

/** Currencies known by their ISO 4217 code. Money of each keeps its currency until `economy` converts it. */
export const currencies = [
  'USD',
  'CNY',
  'VND',
  'JPY',
  'EUR',
  'GBP',
  'AUD',
  'KRW',
  'THB',
  'LAK',
  'INR',
  'RUB',
  'KZT',
  'PLN',
  'XDR',
] as const;

/** Things that are counted; each is a base of its own, so that trains are never added to tonnes. */
export const counted = [
  'train',
  'pair',
  'wagon',
  'coach',
  'locomotive',
  'axle',
  'TEU',
  'container',
  'person',
  'truck',
  'household',
  'crane',
  'move',
  'track',
  'station',
  'officer',
  'berth',
  'incident',
  'job',
] as const; // prettier-ignore

const plurals: Readonly<Record<string, string>> = {
  trains: 'train',
  pairs: 'pair',
  wagons: 'wagon',
  coaches: 'coach',
  locomotives: 'locomotive',
  axles: 'axle',
  containers: 'container',
  persons: 'person',
  people: 'person',
  passengers: 'person',
  trucks: 'truck',
  households: 'household',
  cranes: 'crane',
  moves: 'move',
  tracks: 'track',
  stations: 'station',
  officers: 'officer',
  berths: 'berth',
  incidents: 'incident',
  jobs: 'job',
}; // prettier-ignore

const simple: Readonly<Record<string, Unit>> = {
  '1': { factor: 1, dimension: {} },
  '%': { factor: 0.01, dimension: {} },
  '‰': { factor: 0.001, dimension: {} },
  permille: { factor: 0.001, dimension: {} },
  m: { factor: 1, dimension: { m: 1 } },
  mm: { factor: 0.001, dimension: { m: 1 } },
  cm: { factor: 0.01, dimension: { m: 1 } },
  km: { factor: 1000, dimension: { m: 1 } },
  ha: { factor: 10_000, dimension: { m: 2 } },
  l: { factor: 0.001, dimension: { m: 3 } },
  s: { factor: 1, dimension: { s: 1 } },
  min: { factor: 60, dimension: { s: 1 } },
  h: { factor: 3600, dimension: { s: 1 } },
  d: { factor: 86_400, dimension: { s: 1 } },
  day: { factor: 86_400, dimension: { s: 1 } },
  days: { factor: 86_400, dimension: { s: 1 } },
  week: { factor: 604_800, dimension: { s: 1 } },
  weeks: { factor: 604_800, dimension: { s: 1 } },
  month: { factor: 2_629_800, dimension: { s: 1 } },
  a: { factor: 31_557_600, dimension: { s: 1 } },
  year: { factor: 31_557_600, dimension: { s: 1 } },
  years: { factor: 31_557_600, dimension: { s: 1 } },
  g: { factor: 0.001, dimension: { kg: 1 } },
  kg: { factor: 1, dimension: { kg: 1 } },
  t: { factor: 1000, dimension: { kg: 1 } },
  kt: { factor: 1e6, dimension: { kg: 1 } },
  Mt: { factor: 1e9, dimension: { kg: 1 } },
  A: { factor: 1, dimension: { A: 1 } },
  kmh: { factor: 1 / 3.6, dimension: { m: 1, s: -1 } },
  bit: { factor: 1, dimension: { bit: 1 } },
};

const prefixable: Readonly<Record<string, Unit>> = {
  N: { factor: 1, dimension: { kg: 1, m: 1, s: -2 } },
  J: { factor: 1, dimension: { kg: 1, m: 2, s: -2 } },
  Wh: { factor: 3600, dimension: { kg: 1, m: 2, s: -2 } },
  W: { factor: 1, dimension: { kg: 1, m: 2, s: -3 } },
  Pa: { factor: 1, dimension: { kg: 1, m: -1, s: -2 } },
  V: { factor: 1, dimension: { kg: 1, m: 2, s: -3, A: -1 } },
  Hz: { factor: 1, dimension: { s: -1 } },
  bit: { factor: 1, dimension: { bit: 1 } },
};

const prefixes: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, G: 1e9, T: 1e12 };
const moneyPrefixes: Readonly<Record<string, number>> = { '': 1, k: 1e3, M: 1e6, bn: 1e9, G: 1e9, T: 1e12, trn: 1e12 };

/** The unit with this symbol, or undefined. Symbols are case-sensitive, as SI's are. */
function unitSymbol(symbol: string): Unit | undefined {
  if (Object.hasOwn(simple, symbol)) return simple[symbol];
  const noun = Object.hasOwn(plurals, symbol) ? plurals[symbol] : symbol;
  if ((counted as readonly string[]).includes(noun)) return { factor: 1, dimension: { [noun]: 1 } };
  if (symbol === 'money') return { factor: 1, dimension: { money: 1 } };
  for (const currency of currencies) {
    if (!symbol.endsWith(currency)) continue;
    const prefix = symbol.slice(0, -currency.length);
    if (Object.hasOwn(moneyPrefixes, prefix)) return { factor: moneyPrefixes[prefix], dimension: { [currency]: 1 } };
  }
  if (Object.hasOwn(prefixable, symbol)) return prefixable[symbol];
  const rest = symbol.slice(1);
  if (Object.hasOwn(prefixes, symbol[0]) && Object.hasOwn(prefixable, rest)) {
    return { factor: prefixes[symbol[0]] * prefixable[rest].factor, dimension: prefixable[rest].dimension };
  }
  return undefined;
}

/**
 * Reads a unit expression: symbols joined by `·`, `*` or a space and by `/`, with whole exponents and parentheses.
 *
 * @param text - for example `km/h`, `MUSD/km`, `N/kN/(km/h)^2`, `g/tkm`
 * @returns the unit in SI base units, or undefined when the text is not a unit
 * @example
 * parseUnit('km/h') // => { factor: 0.2777777777777778, dimension: { m: 1, s: -1 } }
 */
export function parseUnit(text: string): Unit | undefined {
  const tokens = text.match(/\s*(?:[A-Za-z_‰%]+|1|\^-?\d|[²³]|[·*/()])/gu)?.map((token) => token.trim()) ?? [];
  if (tokens.join('') !== text.replace(/\s+/g, '') || tokens.length === 0 || tokens.length > 24) return undefined;
  let index = 0;

  const factorUnit = (): Unit | undefined => {
    const token = tokens[index++];
    let unit: Unit | undefined;
    if (token === '(') {
      unit = product();
      if (tokens[index++] !== ')') return undefined;
    } else {
      unit = token === undefined ? undefined : unitSymbol(token);
    }
    const exponent = exponentOf(tokens[index]);
    if (unit && exponent !== undefined) {
      index++;
      return power(unit, exponent);
    }
    return unit;
  };
  const product = (): Unit | undefined => {
    let left = factorUnit();
    while (left && index < tokens.length && tokens[index] !== ')') {
      const divide = tokens[index] === '/';
      if (divide || tokens[index] === '*' || tokens[index] === '·') index++;
      const right = factorUnit();
      left = right && multiply(left, divide ? power(right, -1) : right);
    }
    return left;
  };

  const unit = product();
  return unit && index === tokens.length && unit.factor > 0 && Number.isFinite(unit.factor) ? unit : undefined;
}

function exponentOf(token: string | undefined): number | undefined {
  if (token === '²') return 2;
  if (token === '³') return 3;
  return token?.startsWith('^') ? Number(token.slice(1)) : undefined;
}

function power(unit: Unit, exponent: number): Unit {
  let factor = 1;
  for (let i = 0; i < Math.abs(exponent); i++) factor *= unit.factor;
  const dimension: Record<string, number> = {};
  for (const [base, e] of Object.entries(unit.dimension)) if (exponent !== 0) dimension[base] = e * exponent;
  return { factor: exponent < 0 ? 1 / factor : factor, dimension };
}

function multiply(a: Unit, b: Unit): Unit {
  const dimension: Record<string, number> = { ...a.dimension };
  for (const [base, e] of Object.entries(b.dimension)) {
    dimension[base] = (dimension[base] ?? 0) + e;
    if (dimension[base] === 0) delete dimension[base];
  }
  return { factor: a.factor * b.factor, dimension };
}

/**
 * The currency in a dimension, when it holds exactly one, to the first or minus first power.
 *
 * @param dimension - exponents by base unit
 * @returns the code of the currency
 * @example
 * ```ts
 * currencyOf({ USD: 1, m: -1 }); // 'USD'
 * ```
 */
export function currencyOf(dimension: Dimension): string | undefined {
  const found = Object.keys(dimension).filter((base) => (currencies as readonly string[]).includes(base));
  return found.length === 1 ? found[0] : undefined;
}

/**
 * Whether two dimensions agree; any one currency agrees with `money`.
 *
 * @param a - exponents by base unit
 * @param b - exponents by base unit
 * @returns true where they agree
 * @example
 * ```ts
 * sameDimension({ USD: 1 }, { money: 1 }); // true
 * ```
 */
export function sameDimension(a: Dimension, b: Dimension): boolean {
  const plain = (dimension: Dimension) => {
    const currency = currencyOf(dimension);
    return Object.entries(dimension)
      .map(([base, e]) => `${base === currency ? 'money' : base}^${e}`)
      .sort()
      .join(' ');
  };
  return plain(a) === plain(b);
}

/** Names of dimensions that people have names for, by their SI unit. */
const dimensionNames: ReadonlyArray<readonly [string, string]> = [
  ['1', 'a ratio, such as `24 permille` or `0.8`'],
  ['m', 'a length, such as `850 m` or `12.4 km`'],
  ['m^2', 'an area, such as `12 ha`'],
  ['m/s', 'a speed, such as `70 km/h`'],
  ['s', 'a time, such as `9 h` or `20 min`'],
  ['kg', 'a mass, such as `84 t`'],
  ['N', 'a force, such as `250 kN`'],
  ['W', 'a power, such as `7200 kW`'],
  ['J', 'an energy, such as `12 MWh`'],
  ['s/m', 'a resistance coefficient per speed, such as `0.0048 N/kN/(km/h)`'],
  ['s^2/m^2', 'a resistance coefficient per speed squared, such as `0.000125 N/kN/(km/h)^2`'],
  ['kg/s', 'a mass per time, such as `0.7 Mt/year`'],
  ['train/s', 'a number of trains per time, such as `8 trains/day`'],
  ['pair/s', 'a number of pairs of trains per time, such as `17 pairs/day`'],
  ['person/s', 'a number of people per time, such as `2000 people/day`'],
  ['TEU/s', 'containers per time, such as `20000 TEU/year`'],
  ['money', 'an amount of money, such as `160 MUSD`'],
  ['money/m', 'money per length, such as `21 MUSD/km`'],
  ['m/s^2', 'an acceleration, such as `0.3 m/s^2`'],
];

/**
 * What is expected of a quantity of the dimension of this SI unit, in a planner's words.
 *
 * @param siUnit - the SI unit
 * @returns its name with an example
 * @example
 * ```ts
 * describeDimension('m/s'); // 'a speed, such as `70 km/h`'
 * ```
 */
export function describeDimension(siUnit: string): string {
  return dimensionNames.find(([unit]) => unit === siUnit)?.[1] ?? `a quantity in a unit like \`${siUnit}\``;
}
