// The directions of the house as rules: who may import whom. Tests may import what they like.

/** @typedef {import('dependency-cruiser').IRegularForbiddenRuleType & { name: string, comment: string }} Rule */

/** Packages and the packages they may import. */
const packages = {
  engine: [],
  formats: ['engine'],
  charts: ['engine'],
  dossier: ['charts', 'engine'],
  host: ['engine', 'formats'],
  cli: ['charts', 'dossier', 'engine', 'formats', 'host'],
};

/** Packages that may speak to the machine. */
const onMachine = ['dossier', 'host', 'cli'];

/** What the engine may use of others. */
const engineLibraries = ['@noble/hashes', 'point-in-polygon-hao', 'robust-predicates'];

/** The three tables of contents, lowest first, each with the last room it may call. */
const levels = [
  { file: 'simulate', last: 'telecom' },
  { file: 'appraise', last: 'negotiation' },
  { file: 'study', last: 'evidence' },
];

const engine = '^packages/engine/src/';
const tests = '\\.test\\.ts$|^packages/[^/]+/test/';

/**
 * @param {string[]} rooms Ids of the engine's rooms, first to last.
 * @param {Record<string, string[]>} doors Files through which packages may be entered.
 * @returns {Rule[]}
 */
export function importRules(rooms, doors) {
  return [...everywhere(), ...betweenPackages(doors), ...betweenRooms(rooms), ...betweenLevels(rooms)];
}

/** @returns {Rule[]} */
function everywhere() {
  return [
    forbid('no-cycle', 'no two files import each other, not even in a circle of many', '', { circular: true }),
    forbid('resolvable', 'an import leads somewhere', '', { couldNotResolve: true }),
    forbid('no-test', 'only tests import tests', '', { path: tests }),
    forbid('declared', "what a package imports is in its package.json's dependencies", '^packages/', {
      dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'],
    }),
  ];
}

/**
 * @param {Record<string, string[]>} doors
 * @returns {Rule[]}
 */
function betweenPackages(doors) {
  const machine = Object.keys(packages).filter((name) => !onMachine.includes(name));
  return [
    forbid(
      'known-package',
      'a new package says in scripts/layers/rules.mjs what it may import',
      `^packages/(?!(${Object.keys(packages).join('|')})/)[^/]+/`,
      { path: '.' },
    ),
    ...Object.entries(packages).map(([name, below]) =>
      forbid(
        `package-${name}`,
        `${name} imports ${below.length > 0 ? `${below.join(', ')} and no other package` : 'no other package'}`,
        `^packages/${name}/src/`,
        { path: `^packages/(?!(${[name, ...below].join('|')})/)` },
      ),
    ),
    ...Object.keys(packages).map((name) =>
      forbid(
        `door-${name}`,
        'packages import each other through the files that the exports of a package.json name',
        `^packages/${name}/src/`,
        {
          path: Object.entries(doors)
            .filter(([other]) => other !== name)
            .map(([other, files]) => `^packages/${other}/src/(?!(${files.join('|').replaceAll('.', '\\.')})$)`),
        },
      ),
    ),
    forbid('machine', `only ${onMachine.join(', ')} speak to the machine`, `^packages/(${machine.join('|')})/src/`, {
      dependencyTypes: ['core'],
    }),
    forbid('engine-library', `the engine uses ${engineLibraries.join(', ')} and no other library`, engine, {
      path: `node_modules/(?!(${engineLibraries.join('|')})/)`,
    }),
  ];
}

/**
 * @param {string[]} rooms
 * @returns {Rule[]}
 */
function betweenRooms(rooms) {
  return [
    forbid('numerics', 'numerics knows no room', `${engine}numerics/`, { path: `${engine}(?!numerics/)` }),
    ...rooms.map((room, index) => {
      const earlier = rooms.slice(0, index).map((id) => `${id}/index\\.ts$|`);
      const names = rooms.slice(0, index).join(', ');
      return forbid(
        `room-${room}`,
        `${room} imports ${names ? `the rooms before it (${names}) through their index.ts, and numerics` : 'only numerics'}`,
        `${engine}${room}/`,
        { path: `${engine}(?!${room}/|numerics/|rooms\\.ts$|${earlier.join('')}$)` },
      );
    }),
  ];
}

/**
 * @param {string[]} rooms
 * @returns {Rule[]}
 */
function betweenLevels(rooms) {
  return [
    forbid('room-door', 'rooms are entered through their index.ts', `${engine}(?!(${rooms.join('|')}|numerics)/)`, {
      path: `${engine}(${rooms.join('|')})/(?!index\\.ts$)`,
    }),
    ...levels.map(({ file, last }, index) => {
      const higher = [...levels.slice(index + 1).map((level) => level.file), 'index'];
      const later = rooms.slice(rooms.indexOf(last) + 1).map((room) => `${room}/|`);
      return forbid(
        `level-${file}`,
        `${file} imports rooms up to ${last} and nothing of ${higher.join(', ')}`,
        `${engine}${file}[./]`,
        { path: `${engine}(${later.join('')}(${higher.join('|')})[./])` },
      );
    }),
  ];
}

/**
 * @param {string} name
 * @param {string} comment
 * @param {string} from
 * @param {Rule['to']} to
 * @returns {Rule}
 */
function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from: { path: from, pathNot: tests }, to };
}
