import * as Plot from '@observablehq/plot';
import type { RunRecord, ServiceRecord } from '@throughline/engine';
import { type ChartFigure, wide } from './chart-figure.ts';
import { legend } from './legend.ts';
import { colour } from './palette.ts';
import { framed, plotted, tickText } from './plot-picture.ts';
import { svg } from './svg.ts';
import { quantityText } from './text/quantities.ts';
import { inUnit } from './text/units.ts';
import { textWidth, wrapText } from './text/width.ts';

const rowHeight = 48;
const margins = { marginTop: 2, marginRight: 8, marginBottom: 40, marginLeft: 8 };

/**
 * Energy of one train of each service that arrives: taken from wire or tank, and of it what reaches the rail.
 *
 * @param id - of the figure
 * @param title - of the figure
 * @param services - by id; those that do not arrive are left out
 */
export function energyBars(id: string, title: string, services: Readonly<Record<string, ServiceRecord>>): ChartFigure {
  const rows = Object.entries(services).flatMap(([key, service]) =>
    service.outcome.kind === 'run' ? [rowOf(key, service, service.outcome)] : [],
  );
  return {
    id,
    title,
    unit: 'kWh',
    caption: 'One train, one way, alone on the line.',
    table: {
      columns: [
        { label: 'Service', unit: null },
        { label: 'Taken from', unit: null },
        { label: 'Energy taken', unit: 'kWh' },
        { label: 'At the wheel', unit: 'kWh' },
        { label: 'Per net tonne-kilometre', unit: null },
      ],
      rows: rows.map((row) => [row.label, row.source, row.taken, row.wheel, row.specific]),
    },
    draw: (document, { width } = { width: wide }) => draw(document, title, rows, width),
  };
}

type Row = ReturnType<typeof rowOf>;

function rowOf(key: string, service: ServiceRecord, run: RunRecord) {
  return {
    key,
    label: service.name,
    source: run.energy_source,
    taken: inUnit(run.energy_taken.value, run.energy_taken.unit, 'kWh'),
    wheel: inUnit(run.energy_at_wheel.value, run.energy_at_wheel.unit, 'kWh'),
    specific: run.energy_per_net_tkm ? quantityText(run.energy_per_net_tkm) : '–',
    text: [quantityText(run.energy_taken), run.energy_source].join(' · '),
  };
}

function draw(document: Document, title: string, rows: readonly Row[], width: number): Element {
  const most = Math.max(1, ...rows.map((row) => row.taken));
  const room = Math.max(60, ...rows.map((row) => textWidth(row.text, 12))) + 14;
  const plotHeight = margins.marginTop + rows.length * rowHeight + margins.marginBottom;
  const plot = plotted(document, {
    ...margins,
    width,
    height: plotHeight,
    x: { domain: [0, (most * width) / Math.max(80, width - room)] },
    y: { domain: rows.map((row) => row.key), axis: null, padding: 0 },
    marks: [
      Plot.gridX({ stroke: colour('faint'), strokeOpacity: 1, ticks: width > 500 ? 8 : 4 }),
      Plot.axisX({
        label: 'kWh',
        labelAnchor: 'right',
        labelArrow: 'none',
        tickFormat: tickText,
        tickSize: 0,
        ticks: width > 500 ? 8 : 4,
        color: colour('soft'),
      }),
      Plot.barX(rows, {
        className: 'marks',
        y: 'key',
        x1: 0,
        x2: 'taken',
        fill: colour('wash'),
        stroke: colour('blue'),
        insetTop: 24,
        insetBottom: 8,
      }),
      Plot.barX(rows, { y: 'key', x1: 0, x2: 'wheel', fill: colour('blue'), insetTop: 29, insetBottom: 13 }),
      Plot.ruleX([0], { stroke: colour('soft') }),
      Plot.text(rows, {
        y: 'key',
        frameAnchor: 'left',
        text: (row: Row) => wrapText(row.label, 13, width - 16)[0] ?? '',
        textAnchor: 'start',
        dy: -11,
        fontWeight: 600,
      }),
      Plot.text(rows, { y: 'key', x: 'taken', text: 'text', textAnchor: 'start', dx: 8, dy: 8 }),
    ],
  });
  const key = legend(
    document,
    [
      {
        label: 'Taken from wire or tank',
        swatch: svg(document, 'rect', {
          x: 0.5,
          y: 1,
          width: 17,
          height: 10,
          fill: colour('wash'),
          stroke: colour('blue'),
        }),
      },
      { label: 'At the wheel', swatch: svg(document, 'rect', { y: 4, width: 18, height: 5, fill: colour('blue') }) },
    ],
    width,
  );
  const top = key.height + 4;
  return framed(document, title, { width, height: top + plotHeight }, plot, top, key.element);
}
