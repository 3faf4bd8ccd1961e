import type { ServiceRecord } from '@throughline/engine';
import { type Content, html, type Markup } from '../html.ts';
import { quantity } from '../marks.ts';
import { table } from '../table.ts';

type Services = Readonly<Record<string, ServiceRecord>>;

/** One train of each service: mass, time, speed, energy, or why it does not run. */
export function serviceTable(services: Services, caption: string, stacks = true): Markup {
  return table(
    [
      { head: 'Service' },
      { head: 'Train' },
      { head: html`Mass<br>net load`, isNumber: true },
      { head: 'Distance', isNumber: true },
      { head: html`Time<br>average speed`, isNumber: true },
      { head: html`Energy taken<br>per net tkm`, isNumber: true },
    ],
    Object.values(services).map((service) => [...train(service), ...run(service)]),
    { caption, stacks },
  );
}

function train({ name, train_type, consist, mass, net_load, distance, outcome }: ServiceRecord): Content[] {
  return [
    name,
    html`<span class="small">${train_type}: ${consist}</span>`,
    over(quantity(mass), net_load.value > 0 ? quantity(net_load) : undefined),
    quantity(outcome.kind === 'run' ? distance : null),
  ];
}

function run({ outcome }: ServiceRecord): Content[] {
  if (outcome.kind !== 'run') return [outcome.kind.replaceAll('-', ' '), '–'];
  const { time, average_speed, energy_taken, energy_per_net_tkm, energy_source } = outcome;
  return [
    over(quantity(time), quantity(average_speed)),
    over(quantity(energy_taken), energy_per_net_tkm ? quantity(energy_per_net_tkm) : undefined, energy_source),
  ];
}

/** A number over lesser ones. */
function over(first: Content, ...lesser: readonly Content[]): Markup {
  const lines = lesser.filter((line) => line !== undefined && line !== '');
  return html`<span>${first}${lines.map((line) => html`<br><span class="small">${line}</span>`)}</span>`;
}

/** The services that do not run, and why. */
export function stoppedServices(services: Services): Markup {
  return html`${Object.values(services).map(({ name, outcome }) => {
    if (outcome.kind === 'run') return '';
    const at = outcome.at ? html` Place: ${quantity(outcome.at)} from the start.` : '';
    const mass =
      outcome.largest_mass && outcome.largest_mass.value > 0
        ? html` Largest mass it could take there: ${quantity(outcome.largest_mass)}.`
        : '';
    return html`<div class="call stop"><p><strong>${name}</strong> does not run. ${outcome.message}${at}${mass}</p></div>`;
  })}`;
}
