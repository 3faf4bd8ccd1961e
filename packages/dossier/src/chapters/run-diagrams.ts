import { elevationProfile, phaseBar, speedDistance, words } from '@throughline/charts';
import type { OptionAssessment, RunRecord, ServiceRecord } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { figureBlock } from '../figure-block.ts';
import { html, type Markup } from '../html.ts';
import { joined } from '../links.ts';

interface Shown {
  readonly id: string;
  readonly label: string;
}

type Services = Readonly<Record<string, ServiceRecord>>;

/** Diagrams of runs; what an earlier option already showed is pointed to, not drawn again. */
export class RunDiagrams {
  readonly #edition: Edition;
  readonly #speeds = new Map<string, Shown>();
  readonly #heights = new Map<string, Shown>();

  constructor(edition: Edition) {
    this.#edition = edition;
  }

  /** Speed, height and phases of each run, drawn for desks and phones. */
  inFull(option: string, results: OptionAssessment, services: Services): Markup {
    return html`${runsOf(services).map(({ service, name, run, used }) => {
      const speed = this.#speed(option, results, service, name, run, true);
      const height = this.#height(option, results, service, name, run, used, true);
      const phases = phaseBar(anchor('phases', option, service), name, run.phases);
      const setting = { fitsPhones: true, heading: `${name}: time by driving phase` };
      const isNew = speed.drawing !== undefined;
      return html`${isNew ? [speed.drawing, figureBlock(this.#edition.document, phases, setting)] : note([speed.shown], name)}${height.drawing ?? ''}`;
    })}`;
  }

  /** Speed of each run, and height once a route, drawn more coarsely and to scroll on phones. */
  inShort(option: string, results: OptionAssessment, services: Services): Markup {
    const drawn = runsOf(services).map(({ service, name, run, used }) => ({
      name,
      speed: this.#speed(option, results, service, name, run, false),
      height: this.#height(option, results, service, name, run, used, false),
    }));
    const before = drawn.filter(({ speed }) => speed.drawing === undefined);
    return html`${drawn.map(({ speed, height }) => [speed.drawing, height.drawing])}
${before.length > 0 ? note(before.map(({ speed }) => speed.shown)) : ''}`;
  }

  #speed(option: string, results: OptionAssessment, service: string, name: string, run: RunRecord, isMain: boolean) {
    const key = JSON.stringify([run.profile.columns, run.stations.columns]);
    const id = anchor('speed', option, service);
    return this.#once(this.#speeds, key, { id, label: `${name} in “${results.title}”` }, () =>
      figureBlock(
        this.#edition.document,
        speedDistance({ id, title: name, run, stations: results.stations, tolerance: isMain ? 0.6 : 1.5 }),
        { fitsPhones: isMain, heading: `${name}: speed over distance` },
      ),
    );
  }

  #height(
    option: string,
    results: OptionAssessment,
    service: string,
    name: string,
    run: RunRecord,
    used: readonly string[],
    isMain: boolean,
  ) {
    const { lines, stations } = results;
    const route = words(run.stations, 'station');
    const way = [route, [...route].reverse()].map((ids) => ids.join(' ')).sort()[0];
    const estimated = used.map((line) => lines[line]?.estimated_gradient.value);
    const id = anchor('elevation', option, service);
    return this.#once(this.#heights, JSON.stringify([way, estimated]), { id, label: name }, () =>
      figureBlock(
        this.#edition.document,
        elevationProfile({ id, title: name, run, stations, lines, tolerance: isMain ? 0.6 : 1.5 }),
        {
          fitsPhones: isMain,
          heading: `${name}: height of the track`,
        },
      ),
    );
  }

  #once(known: Map<string, Shown>, key: string, shown: Shown, draw: () => Markup) {
    const before = known.get(key);
    if (before) return { shown: before, drawing: undefined };
    known.set(key, shown);
    return { shown, drawing: draw() };
  }
}

function runsOf(services: Services) {
  return Object.entries(services).flatMap(([service, { name, lines, outcome }]) =>
    outcome.kind === 'run' ? [{ service, name, run: outcome, used: lines }] : [],
  );
}

function note(shown: readonly Shown[], name?: string): Markup {
  const links = shown.map(({ id, label }) => html`<a href="#figure-${id}">${label}</a>`);
  const lead = name ? `${name} runs exactly as shown before: ` : 'Run exactly as shown before: ';
  return html`<p class="note">${lead}${joined(links, ', ')}.</p>`;
}
