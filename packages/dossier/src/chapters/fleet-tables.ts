import { decimal, numbers, words } from '@throughline/charts';
import type { OperationsRecord } from '@throughline/engine';
import { type Content, html, type Markup } from '../html.ts';
import { table } from '../table.ts';

/** Locomotives, wagons and crews of one option, that go from train to train. Nothing where the corridor has no fleets. */
export function fleetTable({ fleets }: OperationsRecord): Markup {
  const names = words(fleets, 'fleet');
  if (names.length === 0) return html``;
  const of = (name: string) => numbers(fleets, name);
  const [units, needed, onTrains, most] = [of('units'), of('needed'), of('on trains'), of('at most')];
  const [sent, repair, light] = [of('sent over'), of('under repair'), of('light runs')];
  const [waited, wait, givenUp] = [of('trains that waited'), of('mean wait'), of('trains given up')];
  return html`<details><summary>Locomotives, wagons and crews</summary>
<p>Followed from train to train. <em>Needed</em> is the least number that works the plan with the stated times of turnround and rest. What is not on a train, sent over or under repair stands or is turned round. Waits are means over all trains of the fleet.</p>
${table(
  [
    { head: 'Fleet' },
    { head: 'Units', isNumber: true },
    { head: 'Needed', isNumber: true },
    { head: 'On trains', isNumber: true },
    { head: 'At most', isNumber: true },
    { head: 'Sent over', isNumber: true },
    { head: 'Under repair', isNumber: true },
    { head: 'Light runs a day', isNumber: true },
    { head: 'Trains that waited', isNumber: true },
    { head: html`Mean wait <span class="unit">min</span>`, isNumber: true },
    { head: 'Given up a day', isNumber: true },
  ],
  names.map((name, i): Content[] => [
    name ?? '',
    decimal(units[i] ?? 0),
    decimal(needed[i] ?? 0),
    decimal(onTrains[i] ?? 0, 1),
    decimal(most[i] ?? 0),
    decimal(sent[i] ?? 0, 1),
    decimal(repair[i] ?? 0, 1),
    decimal(light[i] ?? 0, 1),
    `${decimal(100 * (waited[i] ?? 0))}\u00a0%`,
    decimal(wait[i] ?? 0),
    decimal(givenUp[i] ?? 0, 2),
  ]),
  { caption: 'Fleets, and trains that waited for them', stacks: true },
)}
</details>`;
}

/** How large the fleets of all options are, side by side. Nothing where the corridor has none. */
export function fleetsBeside(
  simulated: ReadonlyArray<{ readonly title: string; readonly operations: OperationsRecord }>,
): Markup {
  const names = [
    ...new Set(simulated.flatMap(({ operations }) => words(operations.fleets, 'fleet').map((name) => name ?? ''))),
  ];
  if (names.length === 0) return html``;
  const unitsOf = ({ fleets }: OperationsRecord, name: string): string => {
    const row = words(fleets, 'fleet').indexOf(name);
    if (row < 0) return '–';
    return `${decimal(numbers(fleets, 'units')[row] ?? 0)} (${decimal(numbers(fleets, 'needed')[row] ?? 0)})`;
  };
  return html`<details><summary>Locomotives, wagons and crews that it takes</summary>${table(
    [{ head: 'Fleet' }, ...simulated.map(({ title }) => ({ head: title, isNumber: true }))],
    names.map((name): Content[] => [name, ...simulated.map(({ operations }) => unitsOf(operations, name))]),
    { caption: 'Units, and in brackets how many work the plan at least, in the year each option opens', stacks: true },
  )}</details>`;
}
