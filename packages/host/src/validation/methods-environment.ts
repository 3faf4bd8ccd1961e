import {
  activityPerPpm,
  dayEveningNight,
  emissionOf,
  equivalentLevel,
  levelSum,
  linePower,
  naturalRadioactivity,
  outdoorDose,
  rollingPower,
  screen,
  thoriumAt,
} from '@throughline/engine';
import { isRecord, type Json, type JsonRecord } from './methods-file.ts';
import { type MethodsInputs, numberOf, OtherShape } from './methods-inputs.ts';
import { rollingLibrary } from './rolling-library.ts';
import { screeningLibrary } from './screening-library.ts';

const BQ_PER_KG = 1000;
const HECTARE = 10_000;

/** Shapes of inputs of the topic, by a name that only this shape has. */
const shapes: readonly (readonly [
  name: string,
  evaluate: (inputs: MethodsInputs, asked: readonly string[]) => JsonRecord,
])[] = [
  ['half_life_years', activity],
  ['Th_ppm', radioactivity],
  ['Ra226', dose],
  ['wheel_roughness', rolling],
  ['spectra_file', sections],
  ['g_per_tkm', emissions],
  ['hlccp_2020', carbonValues],
  ['cases', groups],
  ['open_width_m', land],
];

/**
 * Evaluates cases of the topic 07-environment.
 *
 * @param inputs - of the case
 * @param asked - names of the expected results
 * @throws OtherShape when the inputs are of no known shape
 */
export function evaluateEnvironment(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const evaluate = shapes.find(([name]) => inputs.has(name))?.[1] ?? noise(inputs);
  if (evaluate === undefined) throw new OtherShape(`inputs ${inputs.names.join(', ')}`);
  const results = evaluate(inputs, asked);
  inputs.needAllRead();
  return results;
}

function activity(inputs: MethodsInputs): JsonRecord {
  const halfLife = inputs.record('half_life_years');
  const { uranium, thorium } = activityPerPpm({
    u238HalfLife: numberOf(halfLife.U238, 'U238'),
    th232HalfLife: numberOf(halfLife.Th232, 'Th232'),
    u238Share: inputs.number('u238_mass_fraction'),
  });
  return { Bq_per_kg_per_ppm_U: uranium, Bq_per_kg_per_ppm_Th: thorium, RGU1_Bq_per_kg: 400 * uranium };
}

function radioactivity(inputs: MethodsInputs): JsonRecord {
  const limits = inputs.record('limits_Bq_per_g');
  const exemption = numberOf(limits.exemption, 'exemption') * BQ_PER_KG;
  const transport = numberOf(limits.transport_natural_material, 'transport_natural_material') * BQ_PER_KG;
  const material = { thorium: inputs.number('Th_ppm') * 1e-6, uranium: inputs.number('U_ppm', 0) * 1e-6 };
  const found = naturalRadioactivity(material, { exemption, transport });
  return {
    Th_Bq_per_g: found.thorium / BQ_PER_KG,
    U_Bq_per_g: found.uranium / BQ_PER_KG,
    sum: (found.thorium + found.uranium) / BQ_PER_KG,
    above_exemption: found.aboveExemption,
    above_transport: found.aboveTransport,
    [`Th_ppm_at_${exemption / BQ_PER_KG}_Bq_per_g`]: thoriumAt(exemption) * 1e6,
    [`Th_ppm_at_${transport / BQ_PER_KG}_Bq_per_g`]: thoriumAt(transport) * 1e6,
  };
}

function dose(inputs: MethodsInputs): JsonRecord {
  const ground = { radium: inputs.number('Ra226'), thorium: inputs.number('Th232'), potassium: inputs.number('K40') };
  const { rate, annual, index } = outdoorDose(ground, inputs.number('occupancy', 0.2), inputs.number('sv_per_gy', 0.7));
  return { dose_nGy_per_h: rate * 3600e9, annual_effective_mSv: annual * 1e3, activity_index: index };
}

/** Spectra as lists; `speed_kmh`, `axles`, and vehicles an hour when a power per metre is asked for. */
function rolling(inputs: MethodsInputs): JsonRecord {
  const speed = inputs.number('speed_kmh') / 3.6;
  const power = rollingPower(
    {
      wheelRoughness: inputs.numbers('wheel_roughness'),
      railRoughness: inputs.numbers('rail_roughness'),
      ...(inputs.has('impact') ? { impactRoughness: inputs.numbers('impact') } : {}),
      contactFilter: inputs.numbers('contact_filter'),
      trackTransfer: inputs.numbers('track_transfer'),
      wheelTransfer: inputs.numbers('wheel_transfer'),
      axles: inputs.number('axles', 4),
    },
    speed,
  );
  const perMetre = linePower(power, inputs.number('vehicles_per_h', 1) / 3600, speed);
  return { LW_dB: power, LW_per_m_dB: perMetre, overall_dB: levelSum(perMetre) };
}

/** Wheels by the vehicle that is named: roughness of its tread, answer of the wheel, contact. */
const wheelsOf = { 'diesel locomotive': ['wheels-cast-iron', 'wheel-1200', 'contact-50kn'] } as const;

/** Joints of the sections that NoiseModelling publishes; both have smooth rails, bi-block sleepers and two tracks. */
const jointsOf = { section_1: 'joints-none', section_2: 'joints-one' } as const;

/**
 * Published sections of NoiseModelling: spectra that a case names by a file are the directive's, which ship in the
 * library. One train an hour is shared by two tracks, and the level is that of one.
 */
function sections(inputs: MethodsInputs): JsonRecord {
  for (const told of ['spectra_file', 'bands_Hz', 'wavelengths_mm']) if (inputs.has(told)) inputs.any(told);
  const [kind = '', ...told] = String(inputs.any('vehicle')).split(', ');
  const [axles, kmh] = [/^(\d+) axles$/, /^([\d.]+) km\/h$/].map((pattern) =>
    Number(told.map((part) => pattern.exec(part)?.[1]).find((found) => found !== undefined)),
  ) as [number, number];
  if (!Object.hasOwn(wheelsOf, kind) || !(axles > 0) || !(kmh > 0)) throw new OtherShape(`vehicle ${kind}`);
  const [wheels, wheel, filter] = wheelsOf[kind as keyof typeof wheelsOf];
  const levels = rollingLibrary();
  const speed = kmh / 3.6;
  const results: Record<string, Json> = {};
  for (const [section, joints] of Object.entries(jointsOf)) {
    const power = rollingPower(
      {
        wheelRoughness: levels(wheels),
        railRoughness: levels('rails-iso-3095'),
        impactRoughness: levels(joints),
        contactFilter: levels(filter),
        trackTransfer: levels('track-bi-block'),
        wheelTransfer: levels(wheel),
        axles,
      },
      speed,
    );
    const perMetre = linePower(power, 0.5 / 3600, speed);
    results[`LW_per_m_dB_${section}`] = perMetre;
    results[`overall_dB_${section}`] = levelSum(perMetre);
  }
  return results;
}

function emissions(inputs: MethodsInputs): JsonRecord {
  const tonnes = inputs.number('tonnes');
  const hub = tonnes * inputs.number('transfer_hub_kg_per_t', 0);
  const results: Record<string, Json> = {};
  for (const [leg, grams] of Object.entries(inputs.record('g_per_tkm'))) {
    const mode = leg.split('_')[0]!;
    const distance = inputs.number(`${mode}_km`);
    const intensity = numberOf(grams, leg) / 1e9;
    const { wellToWheel } = emissionOf(tonnes * 1e3 * distance * 1e3, { wellToWheel: intensity, tankToWheel: 0 });
    // A transfer is needed only where goods change to the railway.
    results[`t_CO2e_${leg}`] = (wellToWheel + (mode === 'rail' ? hub : 0)) / 1e3;
  }
  return results;
}

function carbonValues(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const growth = inputs.number('adb_growth');
  const level = inputs.number('adb_2016');
  const [from, to] = [inputs.numbers('hlccp_2020'), inputs.numbers('hlccp_2030')];
  const results: Record<string, Json> = {
    implied_hlccp_growth: from.map((value, i) => (to[i]! / value) ** (1 / 10) - 1),
  };
  for (const name of asked) {
    const year = /^adb_(\d{4})$/.exec(name);
    if (year) results[name] = level * (1 + growth) ** (Number(year[1]) - 2016);
  }
  return results;
}

const scales = ['small', 'medium', 'large'];

function groups(inputs: MethodsInputs): JsonRecord {
  if (inputs.has('sensitive_factors')) inputs.any('sensitive_factors');
  const { schemes, rules } = screeningLibrary();
  const vietnam = schemes.filter(({ id }) => id === 'vietnam');
  const found = inputs.list('cases').map((entry) => {
    if (!isRecord(entry)) throw new OtherShape('a case is no object');
    const fact = (value: number) => ({ value, because: 'the case' });
    const facts = {
      polluting: fact(entry.polluting_type === true ? 1 : 0),
      scale: fact(scales.indexOf(String(entry.scale))),
      sensitive: fact(entry.sensitive === true ? 1 : 0),
      builds: fact(1),
    };
    return screen(vietnam, rules, facts)[0]!.category.toUpperCase();
  });
  return { groups: found };
}

function land(inputs: MethodsInputs): JsonRecord {
  const [length, tunnel, bridge] = ['length_km', 'tunnel_km', 'bridge_km'].map(
    (name) => inputs.number(name) * 1000,
  ) as [number, number, number];
  const open = ((length - tunnel - bridge) * inputs.number('open_width_m')) / HECTARE;
  const bridges = (bridge * inputs.number('bridge_width_m')) / HECTARE;
  return { open_line_ha: open, bridge_ha: bridges, total_ha: open + bridges + inputs.number('stations_ha', 0) };
}

/** Levels by part of the day, or exposure levels of passages. */
function noise(inputs: MethodsInputs): ((of: MethodsInputs) => JsonRecord) | undefined {
  const named = (...names: string[]) => names.find((name) => inputs.has(name));
  const [day, evening, night] = [
    named('Ld', 'Lday', 'L_day'),
    named('Le', 'Levening', 'L_evening'),
    named('Ln', 'Lnight', 'L_night'),
  ]; // prettier-ignore
  if (day && evening && night)
    return (of) => {
      const level = dayEveningNight({ day: of.number(day), evening: of.number(evening), night: of.number(night) });
      return { Lden: level, Lden_dB: level, Lden_dBA: level };
    };
  const exposure = named('SEL', 'SEL_dB', 'SEL_dBA', 'sel_db', 'sel');
  const time = named('T_s', 'period_s', 'T', 'duration_s');
  const count = named('n', 'passages', 'trains', 'events');
  if (exposure && time && count)
    return (of) => {
      const level = equivalentLevel(of.number(exposure), of.number(count), of.number(time));
      return { Leq: level, Leq_dB: level, LAeq: level, LAeq_dB: level, Leq_dBA: level };
    };
  return undefined;
}
