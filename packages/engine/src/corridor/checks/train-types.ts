import { commonGauges, consistOf } from '../consist.ts';
import type { CheckContext } from './context.ts';

/**
 * Vehicles and train types: traction stated in full, one gauge for the whole train, something that pulls.
 *
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkTrainTypes(context); // a train in which nothing pulls is now among `context.diagnostics.all`
 * ```
 */
export function checkTrainTypes(context: CheckContext): void {
  checkTraction(context);
  const { model, diagnostics, placeOf } = context;
  for (const [id, type] of Object.entries(model.train_types)) {
    const path = `train_types.${id}`;
    const consist = consistOf(model, type);
    if (consist.length === 0) {
      diagnostics.error(`${path}.consist`, placeOf(path), 'This train has no vehicles.', {
        found: 'an empty consist',
        expected: 'at least one vehicle',
      });
      continue;
    }
    if (!consist.some(({ vehicle }) => vehicle.traction)) {
      diagnostics.error(`${path}.consist`, placeOf(path), 'Nothing in this train pulls.', {
        found: consist.map((part) => part.id).join(', '),
        expected: 'a vehicle with `traction`',
      });
    }
    if (commonGauges(consist).length === 0) {
      const found = consist
        .map((part) => `${part.id} ${part.vehicle.gauges.map((g) => `${Math.round(g * 1000)} mm`).join('/')}`)
        .join(', ');
      diagnostics.error(`${path}.consist`, placeOf(path), 'No gauge fits all vehicles of this train.', {
        found,
        expected: 'vehicles of one gauge',
      });
    }
  }
}

function checkTraction({ model, diagnostics, placeOf }: CheckContext): void {
  for (const [id, vehicle] of Object.entries(model.vehicles)) {
    const { traction } = vehicle;
    const path = `vehicles.${id}.traction`;
    if (!traction) {
      if (vehicle.kind === 'locomotive')
        diagnostics.error(path, placeOf(`vehicles.${id}`), 'A locomotive needs `traction`.', {
          found: 'none',
          expected: '`traction: { kind: power, power: …, starting_effort: … }`',
        });
      continue;
    }
    const needs = traction.kind === 'curve' ? (['points'] as const) : (['power', 'starting_effort'] as const);
    for (const key of needs) {
      if (traction[key] === undefined)
        diagnostics.error(`${path}.${key}`, placeOf(path), `Traction of kind \`${traction.kind}\` needs \`${key}\`.`, {
          found: 'none',
          expected:
            key === 'points' ? 'points such as `[[0 km/h, 250 kN], [40 km/h, 120 kN]]`' : `a number with a unit`,
        });
    }
    if (traction.kind === 'adhesion' && traction.adhesion_factor === undefined) {
      diagnostics.error(
        `${path}.adhesion_factor`,
        placeOf(path),
        'Traction of kind `adhesion` needs `adhesion_factor`.',
        { found: 'none', expected: 'a ratio such as `0.9`' },
      );
    }
    if (!vehicle.power)
      diagnostics.error(
        `vehicles.${id}.power`,
        placeOf(`vehicles.${id}`),
        'A vehicle with traction states where its energy comes from.',
        { found: 'none', expected: '`power: [diesel]` or a supply such as `[25 kV 50 Hz]`' },
      );
    if (vehicle.efficiency === undefined)
      diagnostics.error(
        `vehicles.${id}.efficiency`,
        placeOf(`vehicles.${id}`),
        'A vehicle with traction states its `efficiency`.',
        { found: 'none', expected: 'a ratio such as `0.85`' },
      );
  }
}
