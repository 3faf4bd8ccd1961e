import { currencyOf } from '../units.ts';
import type { CheckContext } from './context.ts';

/**
 * Checks costs and financing plans: money in a currency without a rate, building that ends before it begins, shares that do
 * not add up, loans that are never repaid.
 *
 * @param context - what a check sees
 * @example
 * ```ts
 * checkMoney(context);
 * ```
 */
export function checkMoney(context: CheckContext): void {
  checkCurrencies(context);
  checkSpans(context);
  for (const [id, { funds }] of Object.entries(context.model.financing)) {
    const path = `financing.${id}.funds`;
    checkShares(context, path, 'the shares of this plan', funds);
    for (const fund of Object.keys(funds)) checkFund(context, `${path}.${fund}`, funds[fund]);
  }
  for (const [id, { partners }] of Object.entries(context.model.dependences)) {
    checkShares(context, `dependences.${id}.partners`, 'the shares of these partners', partners);
  }
}

/** Costs are turned into money of account; each currency needs its rate. */
function checkCurrencies({ corridor, diagnostics }: CheckContext): void {
  if (!corridor.economy) return;
  const known = Object.values(corridor.currencies).map(({ code }) => code);
  const costs = [...Object.values(corridor.capital), ...Object.values(corridor.disruptions)];
  for (const { cost } of costs) {
    const code = currencyOf(cost.dimension);
    if (code === undefined || known.includes(code)) continue;
    diagnostics.error(cost.path, cost.at, `There is no exchange rate for ${code}.`, {
      found: cost.unit,
      expected: `one of ${known.join(', ')}, or an entry of \`currencies\` with \`code: ${code}\``,
    });
  }
}

function checkSpans({ model, diagnostics, placeOf }: CheckContext): void {
  const spans = { capital: model.capital, disruptions: model.disruptions };
  for (const [collection, entries] of Object.entries(spans)) {
    for (const [id, { begins, ends }] of Object.entries(entries)) {
      if (begins <= ends) continue;
      const path = `${collection}.${id}`;
      diagnostics.error(path, placeOf(path), 'This ends before it begins.', {
        found: `${begins} to ${ends}`,
        expected: 'a last year that is not before the first',
      });
    }
  }
}

function checkShares(
  { diagnostics, placeOf }: CheckContext,
  path: string,
  what: string,
  parts: Readonly<Record<string, { readonly share: number }>>,
): void {
  const [first] = Object.keys(parts);
  const whole = Object.values(parts).reduce((sum, { share }) => sum + share, 0);
  if (Math.abs(whole - 1) <= 1e-6) return;
  diagnostics.error(path, placeOf(`${path}.${first}`), `Together ${what} should be everything.`, {
    found: `${Number((100 * whole).toFixed(3))} %`,
    expected: '100 %',
  });
}

type Fund = CheckContext['model']['financing'][string]['funds'][string];

function checkFund({ diagnostics, placeOf }: CheckContext, path: string, fund: Fund): void {
  const needed = { loan: ['rate', 'maturity'], private: ['equity_return', 'years'], grant: [], budget: [] } as const;
  const missing = needed[fund.kind].filter((key) => fund[key] === undefined);
  if (missing.length > 0) {
    diagnostics.error(
      path,
      placeOf(path),
      `A fund of kind \`${fund.kind}\` needs ${needed[fund.kind].map((key) => `\`${key}\``).join(' and ')}.`,
      {
        found: `no ${missing.map((key) => `\`${key}\``).join(', no ')}`,
        expected: 'both',
      },
    );
  }
  if (fund.grace === undefined || fund.maturity === undefined || fund.grace < fund.maturity) return;
  diagnostics.error(
    `${path}.grace`,
    placeOf(path),
    'This loan would never be paid back: its grace is as long as its life.',
    {
      found: `${fund.grace} years of grace, ${fund.maturity} to maturity`,
      expected: 'a grace shorter than the maturity',
    },
  );
}
