// `npm run bench -- running`: one freight train over 300 km with 60 changes of gradient and of speed limit.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { runTrain } from '../packages/engine/dist/index.js';

/** What a run may take on one core, milliseconds. */
const TARGET = 1;
const WARM_UP = 200;
const REPETITIONS = 500;
/** Simulation step given to SUMO, s. */
const SUMO_STEP = 1;

const LENGTH = 300_000;
const SECTIONS = 61;
const SPEEDS = [11, 14, 17, 19.5, 22];
const PER_MILLE = [0, 4, -6, 9, -3, 0, 12, -8, 2, -11, 6];

/** Sixty changes of limit and of gradient, none of the two patterns a multiple of the other. */
export const line = Array.from({ length: SECTIONS }, (_, i) => ({
  from: (LENGTH * i) / SECTIONS,
  to: (LENGTH * (i + 1)) / SECTIONS,
  speed: SPEEDS[(i * 3 + (i >> 2)) % SPEEDS.length],
  gradient: PER_MILLE[(i * 4 + (i >> 3)) % PER_MILLE.length] / 1000,
}));

const train = /** @satisfies {import('@throughline/engine').Train} */ ({
  mass: 1.2e6,
  length: 450,
  rotatingMassFactor: 1.06,
  maxSpeed: 80 / 3.6,
  traction: [{ kind: 'power', power: 2.4e6, maxForce: 2.6e5 }],
  resistance: { kind: 'davis', a: 14000, b: 240, c: 28 },
  braking: { kind: 'constant-net', deceleration: 0.3 },
});

const path = {
  length: LENGTH,
  speedLimits: line.map(({ from, to, speed }) => ({ from, to, speed })),
  gradients: line.map(({ from, to, gradient }) => ({ from, to, gradient })),
  curves: [],
  brakingDistance: 800,
};

/**
 * @param {{ log: (line: string) => void, reference?: string }} options
 */
export async function run({ log }) {
  /** @type {[string, import('@throughline/engine').Train][]} */
  const variants = [
    ['constant net braking', train],
    ['brake percentage', { ...train, braking: { kind: 'brake-percentage', percentage: 65, position: 'G' } }],
  ];
  let median = Number.NaN;
  for (const [name, stock] of variants) {
    const { milliseconds, outcome } = measure(() => runTrain(stock, path));
    if (outcome.kind !== 'run') throw new Error(`the train did not arrive: ${JSON.stringify(outcome)}`);
    if (name === 'constant net braking') median = milliseconds;
    const { totalTime, energyAtWheel, phases, profile } = outcome;
    log(
      `300 km, 60 changes, ${name}: median ${milliseconds.toFixed(3)} ms (target ${TARGET} ms, ` +
        `${milliseconds <= TARGET ? 'kept' : 'MISSED'}); ${(totalTime / 3600).toFixed(3)} h, ` +
        `${(energyAtWheel / 3.6e9).toFixed(2)} MWh at the wheel, ${phases.length} phases, ${profile.time.length} rows`,
    );
  }
  const version = sumoVersion();
  if (version === undefined) {
    log('beside SUMO: skipped, no sumo and netconvert on the path');
    return {};
  }
  try {
    const { seconds, runs, duration } = timeSumo();
    log(
      `beside ${version}, step ${SUMO_STEP} s, ${runs} runs, loading the line taken off: ${(seconds * 1000).toFixed(1)} ms; ` +
        `${Math.round((seconds * 1000) / median)} times as long; it takes the train ${(duration / 3600).toFixed(3)} h there, without a stop at the end`,
    );
  } catch (error) {
    const { stderr, message } = /** @type {{ stderr?: unknown, message?: string }} */ (error);
    const reason = String(stderr ?? message)
      .trim()
      .split('\n')[0];
    log(`beside SUMO: skipped, ${version} refuses the train or the line: ${reason}`);
  }
  return {};
}

/**
 * @template T
 * @param {() => T} work
 */
function measure(work) {
  let outcome = work();
  for (let i = 0; i < WARM_UP; i++) outcome = work();
  const times = [];
  for (let i = 0; i < REPETITIONS; i++) {
    const start = performance.now();
    outcome = work();
    times.push(performance.now() - start);
  }
  return { milliseconds: medianOf(times), outcome };
}

/** @param {number[]} values */
function medianOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

function sumoVersion() {
  try {
    execFileSync('netconvert', ['--version'], { stdio: 'pipe' });
    return execFileSync('sumo', ['--version'], { stdio: 'pipe', encoding: 'utf8' }).split('\n')[0];
  } catch {
    return undefined;
  }
}

/** Time SUMO takes for the same train on the same line, less the time it takes to load it and stop. */
function timeSumo() {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  try {
    const place = (/** @type {string} */ name) => join(folder, name);
    let height = 0;
    const nodes = [`<node id="n0" x="0" y="0" z="0"/>`];
    /** @type {string[]} */
    const edges = [];
    line.forEach(({ from, to, speed, gradient }, i) => {
      height += (to - from) * gradient;
      nodes.push(`<node id="n${i + 1}" x="${to}" y="0" z="${height}"/>`);
      edges.push(`<edge id="e${i}" from="n${i}" to="n${i + 1}" numLanes="1" speed="${speed}" allow="rail"/>`);
    });
    writeFileSync(place('line.nod.xml'), `<nodes>${nodes.join('')}</nodes>`);
    writeFileSync(place('line.edg.xml'), `<edges>${edges.join('')}</edges>`);
    execFileSync(
      'netconvert',
      [
        '-n',
        place('line.nod.xml'),
        '-e',
        place('line.edg.xml'),
        '-o',
        place('line.net.xml'),
        '--geometry.remove=false',
      ],
      { stdio: 'pipe' },
    );
    const { a, b, c } = train.resistance;
    writeFileSync(
      place('train.rou.xml'),
      `<routes><vType id="freight" vClass="rail" carFollowModel="Rail" trainType="custom" length="${train.length}" ` +
        `mass="${train.mass}" massFactor="${train.rotatingMassFactor}" maxPower="${train.traction[0].power / 1000}" ` +
        `maxTraction="${train.traction[0].maxForce / 1000}" maxSpeed="${train.maxSpeed}" decel="0.3" ` +
        `resCoef_constant="${a / 1000}" resCoef_linear="${b / 1000}" resCoef_quadratic="${c / 1000}"/>` +
        `<vehicle id="t" type="freight" depart="0" departPos="base"><route edges="${line.map((_, i) => `e${i}`).join(' ')}"/>` +
        '</vehicle></routes>',
    );
    const runs = 5;
    const clock = (/** @type {number} */ end) => {
      const times = [];
      for (let i = 0; i < runs; i++) {
        const start = performance.now();
        execFileSync(
          'sumo',
          [
            '-n',
            place('line.net.xml'),
            '-r',
            place('train.rou.xml'),
            '--step-length',
            `${SUMO_STEP}`,
            '--end',
            `${end}`,
            '--tripinfo-output',
            place('trip.xml'),
          ],
          { stdio: 'pipe' },
        );
        times.push((performance.now() - start) / 1000);
      }
      return medianOf(times);
    };
    const loading = clock(1);
    const seconds = Math.max(0, clock(40_000) - loading);
    const duration = Number(/ duration="([\d.]+)"/.exec(readFileSync(place('trip.xml'), 'utf8'))?.[1]);
    return { seconds, runs, duration };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
