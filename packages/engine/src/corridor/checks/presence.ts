import type { CheckContext } from './context.ts';

/**
 * What services, journeys and borders need must be there in the year looked at.
 *
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkPresence(context); // a service whose train is not there yet is now among `context.diagnostics.all`
 * ```
 */
export function checkPresence({ model, year, diagnostics, placeOf }: CheckContext): void {
  const need = (path: string, what: string, collection: keyof typeof model, id: string) => {
    const entries = model[collection] as Readonly<Record<string, unknown>>;
    if (Object.hasOwn(entries, id)) return;
    diagnostics.error(path, placeOf(path), `This ${what} is not there in ${year}.`, {
      found: id,
      expected: `one of ${Object.keys(entries).join(', ') || 'none'}`,
    });
  };
  for (const [id, service] of Object.entries(model.services)) {
    need(`services.${id}.train_type`, 'train', 'train_types', service.train_type);
    for (const station of service.route) need(`services.${id}.route`, 'station', 'stations', station);
  }
  for (const [id, journey] of Object.entries(model.journeys)) {
    for (const leg of journey.legs) need(`journeys.${id}.legs`, 'service', 'services', leg);
    for (const [key, { station }] of Object.entries(journey.layovers))
      need(`journeys.${id}.layovers.${key}`, 'station', 'stations', station);
  }
  for (const [id, border] of Object.entries(model.borders)) {
    for (const [country, { line, at }] of Object.entries(border.approaches)) {
      need(`borders.${id}.approaches.${country}`, 'line', 'lines', line);
      need(`borders.${id}.approaches.${country}`, 'station', 'stations', at);
    }
  }
}
