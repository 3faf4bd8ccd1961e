import type { Figure, RunRecord, Series, ServiceRecord } from '@throughline/engine';
import { clock } from '../terminal/quantities.ts';
import type { Style } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';
import type { Call } from './calls.ts';

/**
 * What `running` tells: the train, its calls, totals and phases, or why it does not arrive.
 *
 * @param record - the run
 * @param calls - its stations; empty when it does not arrive
 * @param style - marks headings
 */
export function runLines(record: ServiceRecord, calls: readonly Call[], style: Style): string[] {
  const { name, consist, mass, trailing_mass, net_load, length, outcome } = record;
  const head = [
    style('bold', name),
    `${consist}: ${told(mass)}, of it ${told(trailing_mass)} trailing and ${told(net_load)} load; ${told(length)} long`,
    '',
  ];
  if (outcome.kind !== 'run') return [...head, style('red', outcome.message)];
  return [...head, ...callTable(calls), '', ...totals(record, outcome), '', ...phaseTable(outcome.phases)];
}

function callTable(calls: readonly Call[]): string[] {
  return table(
    [
      { title: 'km', align: 'right' },
      { title: 'station' },
      { title: 'arrival', align: 'right' },
      { title: 'km/h', align: 'right' },
      { title: '' },
    ],
    calls.map(({ distance_km, name, arrival_s, speed_kmh, reverses }) => [
      distance_km.toFixed(1),
      name,
      clock(arrival_s),
      speed_kmh.toFixed(0),
      reverses ? 'reverses' : '',
    ]),
  );
}

function totals({ distance }: ServiceRecord, run: RunRecord): string[] {
  const perTonne = run.energy_per_net_tkm === null ? '' : `, ${told(run.energy_per_net_tkm, 1)}`;
  return [
    `Distance  ${told(distance, 1)}`,
    `Time      ${clock(run.time.value)}, of it standing ${clock(run.standing.value)}; ${told(run.average_speed, 1)} on average`,
    `Energy    ${told(run.energy_at_wheel)} at the wheel, ${told(run.energy_taken)} taken (${run.energy_source})${perTonne}`,
  ];
}

function phaseTable(phases: Series): string[] {
  const column = (name: string) => phases.columns.find((candidate) => candidate.name === name)?.values ?? [];
  const [names, times, distances] = [column('phase'), column('time'), column('distance')];
  return table(
    [{ title: 'phase' }, { title: 'time', align: 'right' }, { title: 'km', align: 'right' }],
    names.map((name, i) => [String(name), clock(Number(times[i])), Number(distances[i]).toFixed(1)]),
  );
}

function told({ value, unit }: Figure, digits = 0): string {
  return `${value.toFixed(digits)} ${unit}`;
}
