import { collection, optional, record, table } from '../declare-attributes.ts';
import { deductionTable, pinTable } from './capacity.ts';
import {
  forecastTable,
  linkTable,
  marketTable,
  nestTable,
  observationTable,
  tradeSeriesTable,
  tradeTable,
  travelMarketTable,
  wayTable,
  zoneTable,
} from './demand.ts';
import { disturbanceTable } from './disturbances.ts';
import { economyCollections } from './economy.ts';
import { claimTable, conflictTable, nameTable, sourceTable } from './evidence.ts';
import { financeCollections } from './finance.ts';
import { fleetTable } from './fleets.ts';
import { impactCollections } from './impact.ts';
import { minerals } from './minerals.ts';
import { negotiationCollections } from './negotiation.ts';
import { facilityTable, publishedTimeTable } from './operations.ts';
import { countryTable, lineTable, loadingGaugeTable, stationTable } from './place.ts';
import { many } from './shared.ts';
import { commodityTable, loadingUnitTable, resistanceTable, trainTypeTable, vehicleTable } from './stock.ts';
import { telecomCollections } from './telecom.ts';
import {
  approvalTable,
  borderTable,
  driverTable,
  headTable,
  journeyTable,
  optionTable,
  scenarioTable,
  serviceTable,
} from './traffic.ts';

/** Everything a corridor may hold: each top-level key of its files, with the table of its entries. */
export const corridorTable = table('Corridor files', 'The files of a corridor, taken together as one tree.', {
  corridor: record(headTable, headTable.doc),
  countries: collection(countryTable, countryTable.doc),
  stations: collection(stationTable, stationTable.doc),
  lines: collection(lineTable, lineTable.doc),
  loading_gauges: many(loadingGaugeTable),
  resistances: many(resistanceTable),
  vehicles: many(vehicleTable),
  train_types: many(trainTypeTable),
  commodities: many(commodityTable),
  loading_units: many(loadingUnitTable),
  services: many(serviceTable),
  pins: many(pinTable),
  deductions: many(deductionTable),
  journeys: many(journeyTable),
  borders: many(borderTable),
  facilities: many(facilityTable),
  published_times: many(publishedTimeTable),
  disturbances: many(disturbanceTable),
  fleets: many(fleetTable),
  zones: many(zoneTable),
  links: many(linkTable),
  ways: many(wayTable),
  nests: many(nestTable),
  markets: many(marketTable),
  travel_markets: many(travelMarketTable),
  trade: optional(record(tradeTable, tradeTable.doc)),
  trade_series: many(tradeSeriesTable),
  observations: many(observationTable),
  forecasts: many(forecastTable),
  approvals: many(approvalTable),
  minerals,
  drivers: many(driverTable),
  sources: many(sourceTable),
  claims: many(claimTable),
  conflicts: many(conflictTable),
  names: many(nameTable),
  ...economyCollections,
  ...financeCollections,
  ...impactCollections,
  ...negotiationCollections,
  ...telecomCollections,
});

/** The key under which a file of `options/` or `scenarios/` speaks about itself. */
export const overlayHeads = { option: optionTable, scenario: scenarioTable } as const;

export * from './capacity.ts';
export * from './demand.ts';
export * from './disturbances.ts';
export * from './economy.ts';
export * from './evidence.ts';
export * from './finance.ts';
export * from './fleets.ts';
export * from './impact.ts';
export * from './minerals.ts';
export * from './negotiation.ts';
export * from './operations.ts';
export * from './place.ts';
export * from './stock.ts';
export * from './telecom.ts';
export * from './traffic.ts';
