import type {
  Assessment,
  BorderRecord,
  Figure,
  JourneyRecord,
  LineRecord,
  OptionAssessment,
  RunRecord,
  Series,
  ServiceRecord,
  StationRecord,
} from '@throughline/engine';
import { fixtureOperations } from './operations.test-data.ts';
import { fixtureTimetable } from './timetable.test-data.ts';

/** A figure of the fixture. */
export const figure = (value: number, unit: string, rests_on: string, low?: number, high?: number): Figure =>
  low === undefined || high === undefined ? { value, unit, rests_on } : { value, unit, rests_on, low, high };

const stationRows: ReadonlyArray<readonly [string, string, string, string, string | null, number, number, number]> = [
  ['kunming', 'Kunming', '昆明', 'china', 'terminal', 25.02, 102.72, 1895],
  ['yuxi', 'Yuxi', '玉溪', 'china', 'junction', 24.37, 102.55, 1630],
  ['tonghai', 'Tonghai', '通海', 'china', 'station', 24.1, 102.75, 1800],
  ['jianshui', 'Jianshui', '建水', 'china', 'station', 23.63, 102.82, 1310],
  ['mengzi', 'Mengzi North', '蒙自北', 'china', 'junction', 23.42, 103.37, 1290],
  ['pingbian', 'Pingbian', '屏边', 'china', 'station', 22.99, 103.68, 640],
  ['hekou', 'Hekou North', '河口北', 'china', 'border', 22.55, 103.93, 96],
  ['lao-cai', 'Lao Cai', 'Lào Cai', 'vietnam', 'border', 22.49, 103.98, 88],
  ['pho-lu', 'Pho Lu', 'Phố Lu', 'vietnam', 'junction', 22.32, 104.19, 80],
  ['yen-bai', 'Yen Bai', 'Yên Bái', 'vietnam', 'station', 21.7, 104.87, 40],
  ['viet-tri', 'Viet Tri', 'Việt Trì', 'vietnam', 'station', 21.31, 105.42, 20],
  ['yen-vien', 'Yen Vien', 'Yên Viên', 'vietnam', 'yard', 21.08, 105.92, 10],
  ['hanoi', 'Hanoi', 'Ga Hà Nội', 'vietnam', 'terminal', 21.024, 105.841, 10],
  ['hai-duong', 'Hai Duong', 'Hải Dương', 'vietnam', 'station', 20.94, 106.33, 5],
  ['hai-phong', 'Hai Phong', 'Hải Phòng', 'vietnam', 'port', 20.86, 106.69, 4],
];

/** Stations of the fixture, with names in two scripts. */
export const stations: Readonly<Record<string, StationRecord>> = Object.fromEntries(
  stationRows.map(([id, name, local, country, role, latitude, longitude, elevation]) => [
    id,
    {
      name,
      names: { [country === 'china' ? 'zh' : 'vi']: local },
      country,
      role,
      position: [latitude, longitude],
      elevation: figure(elevation, 'm', `stations.${id}`),
    },
  ]),
);

function line(
  name: string,
  local: string,
  own: Pick<LineRecord, 'status' | 'gauges' | 'power'> & { readonly km: number; readonly estimated: number },
  ids: readonly string[],
): LineRecord {
  return {
    name,
    names: { local },
    status: own.status,
    length: figure(own.km, 'km', 'lines'),
    gauges: own.gauges,
    power: own.power,
    tracks: 'single',
    estimated_gradient: figure(own.estimated, '1', 'lines'),
    elevation_mismatch: figure(12, 'm', 'lines'),
    course: ids.map((id) => stations[id]!.position!),
    stations: ids,
  };
}

const north = ['kunming', 'yuxi', 'tonghai', 'jianshui', 'mengzi', 'pingbian', 'hekou'];
const south = ['lao-cai', 'pho-lu', 'yen-bai', 'viet-tri', 'yen-vien', 'hai-duong', 'hai-phong'];

/** Lines of the fixture: one of each look. */
export const lines: Readonly<Record<string, LineRecord>> = {
  'kunming-hekou': line(
    'Kunming–Hekou',
    '昆河线',
    { status: 'open', gauges: '1435 mm', power: '25 kV 50 Hz', km: 388, estimated: 0.3 },
    north,
  ),
  across: line(
    'Hekou–Lào Cai',
    'Hà Khẩu – Lào Cai',
    { status: 'open', gauges: '1000 mm', power: 'no wire', km: 6, estimated: 1 },
    ['hekou', 'lao-cai'],
  ),
  'lao-cai-hai-phong': line(
    'Lào Cai–Hải Phòng',
    'Đường sắt Lào Cai – Hải Phòng',
    { status: 'open', gauges: '1000 mm; 1000 mm + 1435 mm', power: 'no wire', km: 390, estimated: 0.84 },
    south,
  ),
  'new-line': line(
    'New standard-gauge line',
    'Đường sắt mới',
    { status: 'planned', gauges: '1435 mm', power: '25 kV 50 Hz', km: 390.9, estimated: 1 },
    ['hekou', 'lao-cai', 'yen-bai', 'viet-tri', 'hai-duong', 'hai-phong'],
  ),
};

function series(
  columns: ReadonlyArray<readonly [string, string | null, ReadonlyArray<number | string | null>]>,
): Series {
  return { columns: columns.map(([name, unit, values]) => ({ name, unit, values })), rests_on: 'services' };
}

function run(ids: readonly string[], km: number, hours: number, source: string): RunRecord {
  const rows = Array.from({ length: 201 }, (_, i) => {
    const part = i / 200;
    const limit = i % 40 < 12 ? 45 : 70;
    const wave = Math.abs(((i * 7) % 40) - 20) / 20;
    const isEnd = i === 0 || i === 200;
    const phase = isEnd
      ? 'dwell'
      : (['accelerate', 'climb', 'cruise', 'coast', 'brake'][Math.floor(i / 3) % 5] ?? 'cruise');
    return { distance: part * km, limit, speed: isEnd ? 0 : limit * (0.72 + 0.27 * wave), phase, part };
  });
  const [first, last] = [stations[ids[0]!]!.elevation!.value, stations[ids.at(-1)!]!.elevation!.value];
  const heightAt = (part: number) => (last - first) * part + 120 * Math.abs((((part * 3) % 1) - 0.5) * 2) - 120;
  return {
    kind: 'run',
    time: figure(hours * 3600, 's', 'services', hours * 3400, hours * 3900),
    standing: figure(1800, 's', 'services'),
    average_speed: figure(km / hours, 'km/h', 'services'),
    energy_at_wheel: figure(km * 18, 'kWh', 'services'),
    energy_taken: figure(km * 26, 'kWh', 'services', km * 23, km * 30),
    energy_source: source,
    energy_per_net_tkm: figure(31.4, 'Wh/tkm', 'services'),
    stations: series([
      ['station', null, ids],
      ['distance', 'km', ids.map((_, i) => (i / (ids.length - 1)) * km)],
      ['arrival', 's', ids.map((_, i) => (i / (ids.length - 1)) * hours * 3600)],
      ['elevation', 'm', ids.map((id) => stations[id]!.elevation!.value)],
      ['reverses', null, ids.map(() => '')],
    ]),
    profile: series([
      ['distance', 'km', rows.map((row) => row.distance)],
      ['time', 's', rows.map((row) => row.part * hours * 3600)],
      ['speed', 'km/h', rows.map((row) => row.speed)],
      ['limit', 'km/h', rows.map((row) => row.limit)],
      ['height', 'm', rows.map((row) => heightAt(row.part))],
      ['phase', null, rows.map((row) => row.phase)],
    ]),
    phases: series([
      ['phase', null, ['accelerate', 'climb', 'cruise', 'coast', 'brake', 'dwell']],
      ['time', 's', [0.14, 0.22, 0.4, 0.08, 0.1, 0.06].map((part) => part * hours * 3600)],
      ['distance', 'km', [0.1, 0.2, 0.5, 0.1, 0.1, 0].map((part) => part * km)],
    ]),
  };
}

function service(
  name: string,
  kind: ServiceRecord['kind'],
  used: readonly string[],
  outcome: ServiceRecord['outcome'],
  km: number,
): ServiceRecord {
  return {
    name,
    kind,
    train_type: kind === 'freight' ? 'Container train' : 'Night train',
    consist: '1 × locomotive + 24 × flat wagon',
    mass: figure(1184, 't', 'services'),
    trailing_mass: figure(1100, 't', 'services'),
    net_load: figure(kind === 'freight' ? 640 : 0, 't', 'services'),
    length: figure(362, 'm', 'services'),
    distance: figure(km, 'km', 'services'),
    lines: used,
    outcome,
  };
}

const northern = service('Kunming–Hekou freight', 'freight', ['kunming-hekou'], run(north, 388, 7.9, 'wire'), 388);
const southern = service(
  'Lào Cai–Hải Phòng freight',
  'freight',
  ['lao-cai-hai-phong'],
  run(south, 390, 12.5, 'diesel'),
  390,
);
const night = service(
  'Night train Hà Nội',
  'passenger',
  ['lao-cai-hai-phong'],
  run(south.slice(0, 5), 294, 7.9, 'diesel'),
  294,
);
const through = service(
  'Through freight 昆明–Hải Phòng',
  'freight',
  ['kunming-hekou', 'new-line'],
  run([...north, 'lao-cai', 'yen-bai', 'hai-phong'], 779, 13.2, 'wire'),
  779,
);
const heavy = service(
  'Heavy ore train',
  'freight',
  ['kunming-hekou'],
  {
    kind: 'cannot-climb',
    message: 'The train stalls on 24 ‰ at km 301.2 at 18 km/h.',
    at: figure(301.2, 'km', 'services'),
    largest_mass: figure(2440, 't', 'services'),
  },
  388,
);

const comparisons: BorderRecord['comparisons'] = [
  {
    attribute: 'track gauge',
    sides: { china: '1435 mm', vietnam: '1000 mm' },
    finding: 'differs',
    stops: 'wagons',
    works: 'a third rail; or transshipment',
    removed_by: ['new-line'],
  },
  {
    attribute: 'coupler',
    sides: { china: 'Janney 13', vietnam: 'Janney 10' },
    finding: 'differs',
    stops: 'wagons',
    works: 'adapter couplers or match wagons',
    removed_by: [],
  },
  {
    attribute: 'power supply',
    sides: { china: '25 kV 50 Hz', vietnam: 'no wire' },
    finding: 'differs',
    stops: 'locomotives',
    works: 'a change of locomotive',
    removed_by: ['new-line'],
  },
  {
    attribute: 'train control',
    sides: { china: 'CTCS-0', vietnam: '' },
    finding: 'unknown',
    stops: 'locomotives',
    works: 'locomotives with both systems',
    removed_by: [],
  },
  {
    attribute: 'train length',
    sides: { china: '850 m', vietnam: '400 m' },
    finding: 'differs',
    stops: 'limits',
    works: 'longer loops, or shorter trains',
    removed_by: ['new-line'],
  },
  {
    attribute: 'consignment note',
    sides: { china: 'SMGS', vietnam: 'SMGS' },
    finding: 'fits',
    stops: 'limits',
    works: 'one note for the whole way',
    removed_by: [],
  },
];

function border(fitting: readonly string[]): BorderRecord {
  return {
    name: 'Hekou – Lào Cai',
    countries: ['china', 'vietnam'],
    comparisons: comparisons.map((c) => (fitting.includes(c.attribute) ? { ...c, finding: 'fits' } : c)),
    freight: fitting.length > 0 ? ['through running'] : ['transshipment'],
    passenger: fitting.length > 0 ? ['through running'] : ['walk across'],
  };
}

function journey(
  running: number,
  atBorder: number,
  layover: number,
  how: string,
  legs: readonly string[],
): JourneyRecord {
  const total = (running + atBorder + layover) * 3600;
  return {
    name: 'Container Kunming–Hải Phòng',
    kind: 'freight',
    total: figure(total, 's', 'journeys.container', total * 0.72, total * 1.46),
    running: figure(running * 3600, 's', 'journeys.container', running * 3500, running * 3800),
    border: figure(atBorder * 3600, 's', 'journeys.container', atBorder * 1800, atBorder * 7200),
    layover: figure(layover * 3600, 's', 'journeys.container'),
    parts: [
      {
        what: 'run',
        id: legs[0]!,
        label: legs[0]!,
        how: null,
        time: figure(running * 1800, 's', 'journeys.container'),
        steps: [],
      },
      {
        what: 'border',
        id: 'hekou-lao-cai',
        label: 'Hekou – Lào Cai',
        how,
        time: figure(atBorder * 3600, 's', 'journeys.container'),
        steps: [
          { label: 'export clearance', time: figure(atBorder * 1200, 's', 'journeys.container') },
          { label: how, time: figure(atBorder * 2400, 's', 'journeys.container') },
        ],
      },
      {
        what: 'run',
        id: legs.at(-1)!,
        label: legs.at(-1)!,
        how: null,
        time: figure(running * 1800, 's', 'journeys.container'),
        steps: [],
      },
      {
        what: 'layover',
        id: 'yen-vien',
        label: 'Yen Vien',
        how: null,
        time: figure(layover * 3600, 's', 'journeys.container'),
        steps: [],
      },
    ],
    published: {
      time: figure(29 * 3600, 's', 'journeys.container'),
      compare: 'Kaiyuan–Hải Phòng, customs not included',
    },
    draws: series([
      ['outcome', null, ['arrives', 'cannot-climb']],
      ['draws', '1', [23, 1]],
    ]),
  };
}

const failed: JourneyRecord = {
  ...journey(10, 4, 1, 'bogie exchange', ['north-freight']),
  total: null,
  running: null,
  border: null,
  layover: null,
  parts: [],
};

function option(
  order: number,
  title: string,
  own: Pick<OptionAssessment, 'services' | 'journeys' | 'borders' | 'same_as'> & {
    opens?: number;
    timetable?: OptionAssessment['timetable'];
    operations?: OptionAssessment['operations'];
  },
): OptionAssessment {
  return {
    title,
    summary: `${title}: what is built, and what stays as it is. A sentence or two that a reader needs first.`,
    order,
    timetable: own.timetable ?? null,
    demand: null,
    impact: null,
    telecom: null,
    operations: own.operations ?? null,
    minerals: null,
    opens: own.opens ? figure(own.opens, 'year', 'corridor') : null,
    year: figure(own.opens ?? 2025, 'year', 'corridor'),
    same_as: own.same_as,
    stations,
    lines: own.opens ? { ...lines, 'new-line': { ...lines['new-line']!, status: 'open' } } : lines,
    borders: own.borders,
    services: own.services,
    journeys: own.journeys,
  };
}

const today = { 'north-freight': northern, 'south-freight': southern, night, heavy };

/** Three options of one corridor with names in two scripts, small enough to read. */
export function fixtureAssessment(): Assessment {
  return {
    format: 'throughline-assessment/1',
    made_by: {
      engine: '0.1.0',
      corridor: 'fixture',
      corridor_hash: 'aca320af92952d6ff0961704b66b73baa49190765f484795a834d0a2cb5b6cfe',
      scenario: null,
      scenario_title: null,
      seed: 1,
      draws: 24,
      switches: {},
      fidelity: 'full',
      conventions: ['brake percentage decides braking', 'time-minimal driving'],
    },
    corridor: {
      id: 'fixture',
      title: 'Kunming – Hải Phòng',
      question: 'Should the link between Kunming (昆明) and Hải Phòng be upgraded, how, and what stops a train today?',
      summary:
        'A standard-gauge line under wire comes down from Kunming to the Red River and meets a metre-gauge line to the port of Hải Phòng. Everything is lifted from train to train at Lào Cai.',
      base_year: figure(2025, 'year', 'corridor'),
      main_journey: 'container',
      main_border: 'hekou-lao-cai',
      trade: null,
      published_times: null,
      border_stays: null,
      screened_nodes: null,
      countries: {
        china: { name: 'China', names: { zh: '中国' }, iso: 'CN', clock: 'UTC+8' },
        vietnam: { name: 'Vietnam', names: { vi: 'Việt Nam' }, iso: 'VN', clock: 'UTC+7' },
      },
    },
    options: {
      'do-minimum': option(0, 'Do minimum: transship at Lào Cai', {
        same_as: [],
        timetable: fixtureTimetable(),
        operations: fixtureOperations(),
        services: today,
        journeys: { container: journey(20.4, 18, 3, 'transshipment', ['north-freight', 'south-freight']) },
        borders: { 'hekou-lao-cai': border([]) },
      }),
      'faster-border': option(1, 'Faster border: pre-arrival clearance', {
        same_as: [],
        timetable: fixtureTimetable(),
        services: today,
        journeys: { container: journey(20.4, 9, 3, 'transshipment', ['north-freight', 'south-freight']) },
        borders: { 'hekou-lao-cai': border([]) },
      }),
      'painted-stations': option(2, 'Painted stations', {
        same_as: ['do-minimum'],
        services: today,
        journeys: { container: journey(20.4, 18, 3, 'transshipment', ['north-freight', 'south-freight']) },
        borders: { 'hekou-lao-cai': border([]) },
      }),
      'new-line': option(3, 'New standard-gauge line, through running', {
        opens: 2032,
        same_as: [],
        timetable: { ...fixtureTimetable(), refused: [], extension: figure(1, '1', 'services') },
        services: { ...today, through },
        journeys: { container: journey(13.2, 4, 0, 'through running', ['through']) },
        borders: { 'hekou-lao-cai': border(['track gauge', 'power supply', 'train length']) },
      }),
      'bogie-exchange': option(4, 'Bogie exchange', {
        same_as: [],
        services: today,
        journeys: { container: failed },
        borders: { 'hekou-lao-cai': border([]) },
      }),
    },
    appraisal: {
      without: { economy: 'no prices', finance: 'no prices', negotiation: 'no parties' },
      do_minimum: null,
      convention: null,
      last_year: null,
      minimum_best: null,
      debt_frameworks: [],
      plans: {},
      options: {},
      negotiation: null,
      timeline: { columns: [], rests_on: 'corridor' },
      red_lines: { columns: [], rests_on: 'corridor' },
    },
    traces: {
      corridor: { about: 'the head of the corridor', inputs: [], through: [] },
      lines: { about: 'the lines', inputs: ['lines.kunming-hekou.stretches.climb.gradient'], through: [] },
      services: {
        about: 'the runs',
        inputs: ['stock.loco.mass', 'stock.loco.power'],
        through: ['lines'],
      },
      'journeys.container': {
        about: 'the journey container',
        inputs: ['borders.hekou-lao-cai.transfers.lift.time'],
        through: ['services'],
      },
    },
    inputs: {
      'lines.kunming-hekou.stretches.climb.gradient': {
        path: 'lines.kunming-hekou.stretches.climb.gradient',
        value: 24,
        unit: '‰',
        low: 20,
        high: 24,
        claims: null,
        believed: null,
        estimate: null,
        sources: ['s068'],
        moves_with: null,
        file: 'network.yaml',
        line: 41,
      },
      'stock.loco.mass': {
        path: 'stock.loco.mass',
        value: 84,
        unit: 't',
        low: null,
        high: null,
        claims: { c1: 84, c2: 108 },
        believed: 'c1',
        estimate: null,
        sources: ['s068', 'seed-000'],
        moves_with: null,
        file: 'stock.yaml',
        line: 7,
      },
      'stock.loco.power': {
        path: 'stock.loco.power',
        value: 1435,
        unit: 'kW',
        low: null,
        high: null,
        claims: null,
        believed: null,
        estimate: null,
        sources: [],
        moves_with: null,
        file: 'stock.yaml',
        line: 9,
      },
      'borders.hekou-lao-cai.transfers.lift.time': {
        path: 'borders.hekou-lao-cai.transfers.lift.time',
        value: 9,
        unit: 'h',
        low: 4,
        high: 20,
        claims: null,
        believed: null,
        estimate: 'No dwell time at Lào Cai has been published; the range covers Brest, Dostyk and Khorgos.',
        sources: [],
        moves_with: 'border_practice',
        file: 'border.yaml',
        line: 22,
      },
    },
    sources: {
      s068: {
        title: 'The Mengzi–Hekou railway opens (蒙河铁路)',
        publisher: 'Xinhua',
        date: '2014-12-01',
        address: 'https://example.org/mengzi-hekou',
        kind: 'news',
        confidence: 'medium',
      },
      'seed-000': {
        title: 'China, Vietnam weigh rail link',
        publisher: null,
        date: '2023-12',
        address: 'seed article 000',
        kind: 'news',
        confidence: 'low',
      },
    },
    claims: {
      c1: {
        source: 's068',
        says: 'The locomotive weighs 84 t.',
        quote: 'weighs 84 t',
        kind: 'fact',
        topic: 'stock',
        check: 'Axle load × axles gives the same.',
        verdict: 'supported',
        evidence: ['s068'],
      },
      c2: {
        source: 'seed-000',
        says: 'The locomotive weighs 108 t.',
        quote: null,
        kind: 'opinion',
        topic: 'stock',
        check: null,
        verdict: 'contradicted',
        evidence: [],
      },
    },
    conflicts: {
      'locomotive-mass': {
        question: 'What does the locomotive weigh?',
        positions: {
          '84 t': { says: 'It weighs 84 t.', claims: ['c1'], sources: ['s068'] },
          '108 t': { says: 'It weighs 108 t.', claims: ['c2'], sources: [] },
        },
        verdict: '84 t',
        because: 'Only this fits the axle load that the track bears.',
        evidence: ['s068'],
        bears_on: 'running',
      },
    },
  };
}
