import type { ServiceRecord } from '@throughline/engine';
import { type Content, html, type Markup } from '../html.ts';
import { quantity } from '../marks.ts';
import { table } from '../table.ts';

type Services = Readonly<Record<string, ServiceRecord>>;

/** One train of each service: mass, time, speed, energy, or why it does not run. */
export function serviceTable(services: Services, caption: string, stacks = true): Markup {
  return table(
    [
      { head: 'Service and train' },
      { head: 'Mass', isNumber: true },
      { head: 'Net load', isNumber: true },
      { head: 'Distance', isNumber: true },
      { head: 'Time', isNumber: true },
      { head: 'Average speed', isNumber: true },
      { head: 'Energy taken', isNumber: true },
      { head: 'Per net tonne-kilometre', isNumber: true },
    ],
    Object.values(services).map((service) => [...train(service), ...run(service)]),
    { caption, stacks },
  );
}

function train({ name, train_type, consist, mass, net_load, distance, outcome }: ServiceRecord): Content[] {
  return [
    html`${name}<br><span class="small">${train_type}: ${consist}</span>`,
    quantity(mass),
    quantity(net_load.value > 0 ? net_load : null),
    quantity(outcome.kind === 'run' ? distance : null),
  ];
}

function run({ outcome }: ServiceRecord): Content[] {
  if (outcome.kind !== 'run') return [outcome.kind.replaceAll('-', ' '), '–', '–', '–'];
  return [
    quantity(outcome.time),
    quantity(outcome.average_speed),
    html`${quantity(outcome.energy_taken)}<br><span class="small">${outcome.energy_source}</span>`,
    quantity(outcome.energy_per_net_tkm),
  ];
}

/** The services that do not run, and why. */
export function stoppedServices(services: Services): Markup {
  return html`${Object.values(services).map(({ name, outcome }) => {
    if (outcome.kind === 'run') return '';
    const at = outcome.at ? html` Place: ${quantity(outcome.at)} from the start.` : '';
    const mass = outcome.largest_mass
      ? html` Largest mass it could take there: ${quantity(outcome.largest_mass)}.`
      : '';
    return html`<div class="call stop"><p><strong>${name}</strong> does not run. ${outcome.message}${at}${mass}</p></div>`;
  })}`;
}
