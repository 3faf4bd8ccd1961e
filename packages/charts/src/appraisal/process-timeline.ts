import { type ChartFigure, wide } from '../chart-figure.ts';
import { colour } from '../palette.ts';
import { picture, svg } from '../svg.ts';
import { wrapText } from '../text/width.ts';

/** Something that happened or was promised. */
export interface TimelineEvent {
  /** ISO date, month or year. */
  readonly date: string;
  readonly kind: string;
  readonly name: string;
  readonly who: string;
  /** Whether a promise was kept; empty where it was none. */
  readonly kept: string;
}

const colours: Readonly<Record<string, string>> = {
  meeting: 'blue',
  readout: 'blue',
  agreement: 'green',
  commitment: 'vermilion',
  decision: 'plum',
  works: 'sand',
};

/**
 * Events from top to bottom, their dots apart as their dates are, with a least distance so that texts have room.
 *
 * @param of - id, title and events in the order of their dates
 *
 * @example
 * ```ts
 * const events = [{ date: '2025-02-19', kind: 'decision', name: 'Resolution', who: 'Parliament', kept: '' }];
 * processTimeline({ id: 'process', title: 'On the way to an agreement', events });
 * ```
 */
export function processTimeline(of: {
  readonly id: string;
  readonly title: string;
  readonly events: readonly TimelineEvent[];
}): ChartFigure {
  const { id, title, events } = of;
  return {
    id,
    title,
    unit: null,
    table: {
      columns: ['Date', 'Kind', 'Event', 'Who', 'Kept'].map((label) => ({ label, unit: null })),
      rows: events.map(({ date, kind, name, who, kept }) => [date, kind, name, who, kept || '–']),
    },
    draw: (document, { width } = { width: wide }) => {
      const left = 96;
      let y = 6;
      let before: number | undefined;
      const drawn = events.map(({ date, kind, name, who, kept }) => {
        const at = monthOf(date);
        if (before !== undefined) y += Math.min(28, Math.max(0, 1.2 * (at - before)));
        before = at;
        const told = kept && kept !== '–' ? `${name} (${kind}, ${kept})` : `${name} (${kind})`;
        const lines = [...wrapText(told, 12, width - left - 4), ...wrapText(who, 11, width - left - 4)];
        const named = wrapText(told, 12, width - left - 4).length;
        const texts = lines.map((words, index) =>
          svg(
            document,
            'text',
            { x: left, y: y + 11 + 15 * index, class: index < named ? undefined : 'small soft' },
            words,
          ),
        );
        const dot = svg(document, 'circle', { cx: 82, cy: y + 7, r: 5, fill: colour(colours[kind] ?? 'grey') });
        const day = svg(document, 'text', { x: 72, y: y + 11, 'text-anchor': 'end', class: 'soft' }, date);
        y += 15 * lines.length + 8;
        return svg(document, 'g', { class: 'mark' }, dot, day, ...texts);
      });
      const spine = svg(document, 'path', { d: `M82,6V${y.toFixed(1)}`, stroke: colour('faint') });
      return picture(document, title, width, y + 4, spine, ...drawn);
    },
  };
}

function monthOf(date: string): number {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return 12 * year + month;
}
