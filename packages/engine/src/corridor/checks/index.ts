import { compile, modelOf } from '../compile.ts';
import type { Diagnostics } from '../diagnostics.ts';
import { centralValues } from '../draw.ts';
import type { Corridor } from '../model.ts';
import type { Place } from '../tree.ts';
import { checkAccessCharges } from './access-charges.ts';
import { checkBorders } from './borders.ts';
import type { CheckContext } from './context.ts';
import { checkCurrency } from './currency.ts';
import { checkDisturbances } from './disturbances.ts';
import { checkFacilities } from './facilities.ts';
import { checkFleets } from './fleets.ts';
import { checkImpact } from './impact.ts';
import { checkJourneys } from './journeys.ts';
import { checkLines } from './lines.ts';
import { checkMarkets } from './markets.ts';
import { checkMinerals } from './minerals.ts';
import { checkMoney } from './money.ts';
import { checkPins } from './pins.ts';
import { checkPresence } from './presence.ts';
import { checkServices } from './services.ts';
import { checkTelecom } from './telecom.ts';
import { checkTrainTypes } from './train-types.ts';
import { checkWays } from './ways.ts';

/**
 * Checks what no single attribute shows: chainages that run backwards, sections on which nothing is known, trains no
 * track carries, services no gauge connects, journeys and ways with gaps, markets that do not add up.
 *
 * @param corridor - a corridor whose attributes are all well-formed
 * @param places - where each entry stands
 * @param diagnostics - receives what is wrong
 * @param year - the year to check; the base year when left out
 * @example
 * ```ts
 * checkCorridor(corridor, places, diagnostics, 2030);
 * diagnostics.failed; // true when anything but warnings was found
 * ```
 */
export function checkCorridor(
  corridor: Corridor,
  places: ReadonlyMap<string, Place>,
  diagnostics: Diagnostics,
  year = corridor.corridor.base_year,
): void {
  const compiled = compile(corridor, '', year);
  const model = modelOf(compiled, centralValues(compiled));
  const placeOf = (path: string) => {
    for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
      const place = places.get(at);
      if (place) return place;
    }
    return undefined;
  };
  const context: CheckContext = { year, corridor: compiled.corridor, model, diagnostics, placeOf };
  const before = diagnostics.all.length;
  checkPresence(context);
  checkLines(context);
  checkTrainTypes(context);
  checkBorders(context);
  checkImpact(context);
  checkFacilities(context);
  checkMinerals(context);
  checkTelecom(context);
  checkMoney(context);
  checkAccessCharges(context);
  if (diagnostics.all.length > before && diagnostics.failed) return;
  checkServices(context);
  checkJourneys(context);
  checkDisturbances(context);
  checkFleets(context);
  checkWays(context);
  checkMarkets(context);
  checkCurrency(context);
  checkPins(context);
}
