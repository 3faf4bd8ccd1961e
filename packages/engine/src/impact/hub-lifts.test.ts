import { expect, test } from 'vitest';
import { modelOfTiny } from '../../test/tiny.ts';
import { hubLifts } from './hub-lifts.ts';

const model = modelOfTiny(`
zones:
  farm: { name: Farm, kind: region }
  yard: { name: Yard, kind: terminal }
  port: { name: Port, kind: port }
  overseas: { name: Overseas, kind: region }
links:
  truck: { name: Truck, mode: road, origin: farm, destination: yard, length: 10 km }
  onto: { name: Onto the train, mode: terminal, origin: yard, destination: yard }
  between-gauges: { name: Between the gauges, mode: terminal, origin: port, destination: port, lifts: 0 }
  off: { name: Off the train, mode: terminal, origin: port, destination: port }
  train: { name: Train, mode: rail, origin: yard, destination: port, length: 100 km }
  other-train: { name: Other train, mode: rail, origin: port, destination: overseas, length: 100 km }
  gate: { name: Gate, mode: border, origin: yard, destination: yard }
  truck-on: { name: Truck on, mode: road, origin: yard, destination: port, length: 10 km }
  quay: { name: To the quay and on board, mode: terminal, origin: port, destination: port, lifts: 2 }
  ship: { name: Ship, mode: sea, origin: port, destination: overseas, length: 1000 km }
ways:
  lifted: { name: Lifted, links: [truck, onto, train, quay, ship] }
  unsaid: { name: Nobody says where it is lifted, links: [truck, train, ship] }
  through: { name: Through, links: [truck, gate, truck-on] }
  stays: { name: Stays on its wagon, links: [train, between-gauges, other-train] }
  ends: { name: Ends in a yard, links: [train, off] }
`);

test('terminals lift as often as they say', () => {
  expect(hubLifts(model, 'lifted')).toBe(3);
  expect(hubLifts(model, 'ends')).toBe(1);
});

test('one mode hands over to another by at least one lift', () => {
  expect(hubLifts(model, 'unsaid')).toBe(2);
});

test('what stays on its truck or wagon is not lifted', () => {
  expect(hubLifts(model, 'through')).toBe(0);
  expect(hubLifts(model, 'stays')).toBe(0);
});
