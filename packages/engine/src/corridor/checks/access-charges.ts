import type { CheckContext } from './context.ts';

const amounts = ['train_distance', 'gross', 'path', 'revenue'] as const;

/**
 * Checks access charges: a body apart that asks for nothing, lines of another country, two charges on one line, and plans
 * that are to be repaid from charges that nobody pays.
 *
 * @param context - what a check sees
 * @example
 * ```ts
 * checkAccessCharges(context);
 * ```
 */
export function checkAccessCharges({ model, diagnostics, placeOf }: CheckContext): void {
  const charges = Object.entries(model.access_charges);
  const asked = new Map<string, string>();
  for (const [id, charge] of charges) {
    const path = `access_charges.${id}`;
    const apart = charge.manager === 'a body apart';
    if (apart && amounts.every((key) => charge[key] === undefined)) {
      diagnostics.error(path, placeOf(path), 'A body apart from the railway has to live from something.', {
        found: 'no amount',
        expected: `one of ${amounts.map((key) => `\`${key}\``).join(', ')}; \`revenue: 0 %\` where it asks for nothing`,
      });
    }
    for (const line of charge.lines ?? ['']) {
      const countries = model.lines[line]?.countries ?? [charge.country];
      if (!countries.includes(charge.country)) {
        diagnostics.error(`${path}.lines`, placeOf(path), `The line \`${line}\` lies in another country.`, {
          found: countries.join(', '),
          expected: charge.country,
        });
      }
      const key = `${charge.country} ${line}`;
      const other = asked.get(key);
      if (other !== undefined) {
        const what = line === '' ? `all lines of ${charge.country}` : `the line \`${line}\``;
        diagnostics.error(path, placeOf(path), `Two charges are asked on ${what}.`, {
          found: `\`${other}\` and \`${id}\``,
          expected: 'one charge, which may have several amounts',
        });
      }
      asked.set(key, id);
    }
  }
  for (const [id, { borrower, repaid_from }] of Object.entries(model.financing)) {
    if (repaid_from !== 'access charges') continue;
    if (charges.some(([, { country, manager }]) => country === borrower && manager === 'a body apart')) continue;
    const path = `financing.${id}.repaid_from`;
    diagnostics.error(path, placeOf(path), 'Nobody pays access charges from which this could be repaid.', {
      found: `no charge of \`${borrower}\` with \`manager: a body apart\``,
      expected: 'an entry of `access_charges`, or `repaid_from: the whole railway`',
    });
  }
}
