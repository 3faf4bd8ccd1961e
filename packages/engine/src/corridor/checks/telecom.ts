import type { CheckContext } from './context.ts';

/** More cables and events, and more places in the home country, have too many states for an exact answer. */
const mostCables = 20;
const mostPlaces = 8;

/**
 * The telecom network: cables lead from one place to another, the home country has places and a way out, and the
 * network is small enough to be answered exactly.
 *
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkTelecom(context); // a cable that ends where it begins is now among `context.diagnostics.all`
 * ```
 */
export function checkTelecom({ model, diagnostics, placeOf }: CheckContext): void {
  const { telecom, exchanges, cables, cable_events } = model;
  for (const [id, { begin, end, length, lines }] of Object.entries(cables)) {
    const path = `cables.${id}`;
    if (begin === end)
      diagnostics.error(`${path}.end`, placeOf(`${path}.end`), 'A cable leads from one exchange to another.', {
        found: `${begin} at both ends`,
        expected: 'two exchanges',
      });
    if (length === undefined && lines?.length === 0)
      diagnostics.error(`${path}.lines`, placeOf(`${path}.lines`), 'A cable that lies along lines names one.', {
        found: 'an empty list',
        expected: 'ids of lines, or a `length`',
      });
  }
  if (!telecom) return;
  const places = Object.values(exchanges).filter(({ country }) => country === telecom.home).length;
  const failing = Object.keys(cables).length + Object.keys(cable_events).length;
  const complain = (path: string, what: string, found: string, expected: string) =>
    diagnostics.error(path, placeOf(path), what, { found, expected });
  if (places === 0)
    complain('telecom.home', 'The home country has no exchange.', `none in ${telecom.home}`, 'at least one exchange');
  if (places > mostPlaces)
    complain('exchanges', 'All states of the network are counted.', `${places} places`, `at most ${mostPlaces}`);
  if (failing > mostCables)
    complain(
      'cables',
      'All states of the network are counted.',
      `${failing} cables and events`,
      `at most ${mostCables} together`,
    ); // prettier-ignore
  if (telecom.near === telecom.far)
    complain('telecom.far', 'A connection has two ends.', `${telecom.near} twice`, 'two exchanges');
}
