import { type Model, mainJourneyServices, runService, stationsAlong, timetableRecord } from '@throughline/engine';
import { writeWhole } from '@throughline/host';
import { known } from '../known.ts';
import { writing } from '../writing.ts';
import type { Found } from './found.ts';

/**
 * The line to draw.
 *
 * @param asked - as the user named it; the first line of the main journey when undefined
 * @param model - of the corridor
 * @param option - for the message when there is none of that name
 */
export function lineOfGraph(asked: string | undefined, model: Model, option: string): string {
  const main = model.corridor.main_journey;
  const first = main === undefined ? Object.keys(model.services)[0] : model.journeys[main]?.legs[0];
  const way = asked === undefined && first !== undefined ? runService(model, first).route : undefined;
  const line = asked ?? way?.legs[0]?.line ?? Object.keys(model.lines)[0];
  return known('line', line, model.lines, { how: '`--line ID`', where: ` under option ${option}` });
}

/**
 * Draws the train graph of a line into a file.
 *
 * @param path - of the file
 * @param found - with the timetable
 * @param line - its id
 * @param withBlocking - whether the times for which trains block sections are drawn
 */
export async function drawGraph(path: string, found: Found, line: string, withBlocking: boolean): Promise<void> {
  const { lineGraph, standaloneSvg } = await import('@throughline/charts');
  const { blankDocument } = await import('@throughline/dossier/blank-document');
  const { model } = found;
  const record = timetableRecord(model, found, found.works ?? [], 'timetable');
  const services = Object.fromEntries(
    Object.entries(model.services).map(([id, { name, train_type }]) => {
      const { kind } = model.train_types[train_type]!;
      return [id, { name, kind: kind === 'passenger' ? kind : 'freight' } as const];
    }),
  );
  const main = new Set(mainJourneyServices(model).flat());
  const stations = model.stations;
  const graph = record.graphs[line] ?? emptyGraph(model, line);
  const figure = lineGraph(
    record,
    graph,
    { stations, services, main },
    {
      id: 'train-graph',
      title: model.lines[line]!.name,
      blocking: withBlocking ? blockingOn(found, line) : [],
    },
  );
  await writing(path, () => writeWhole(path, standaloneSvg(figure, blankDocument(), { width: 1200 })));
}

function emptyGraph(model: Model, line: string) {
  const along = stationsAlong(model.lines[line]!);
  const begin = along[0]?.at ?? 0;
  const columns = [
    { name: 'station', unit: null, values: along.map(({ station }) => station) },
    { name: 'distance', unit: 'km', values: along.map(({ at }) => (at - begin) / 1000) },
  ];
  return { stations: { columns, rests_on: 'timetable' }, points: { columns: [], rests_on: 'timetable' } };
}

/** Blocking times of the blocks of a line: the stretch of each between its signals, on the clock of the first station. */
export function blockingOn({ model, plan }: Pick<Found, 'model' | 'plan'>, line: string) {
  const [first] = stationsAlong(model.lines[line]!);
  const { at: begin, station } = first!;
  const clock = plan.clocks[station] ?? 0;
  const blocks = new Set(plan.resources.flatMap(({ id, kind }) => (kind === 'block' ? [id] : [])));
  const sections = new Map(plan.sections.filter((own) => own.line === line).map((own) => [own.id, own]));
  return plan.trains.flatMap((train) =>
    train.blocking.flatMap(({ resource, section, start, end }) => {
      const signals = sections.get(section ?? '')?.signals;
      if (!signals || !blocks.has(resource)) return [];
      const [, number] = / block (\d+)$/.exec(resource) ?? [];
      const [low, high] =
        number === undefined
          ? [signals[0]!, signals.at(-1)!]
          : [signals[Number(number) - 1]!, signals[Number(number)]!];
      return [{ train: train.id, from: low - begin, to: high - begin, start: start + clock, end: end + clock }];
    }),
  );
}
