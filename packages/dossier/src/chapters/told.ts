import { html, type Markup } from '../html.ts';
import { joined } from '../links.ts';

/** Where something is told: the id of a heading, and its words. */
export interface Place {
  readonly id: string;
  readonly title: string;
}

/** Remembers what earlier options told, so that later ones point to it instead of repeating it. */
export class Told {
  readonly #places = new Map<string, Place>();

  /**
   * Parts what is new from what an earlier option told with the very same numbers, and remembers both.
   *
   * @param records - by id
   * @param here - where they are told now
   * @returns the new ones, and a sentence that points to the others
   */
  sort<T extends { readonly name: string }>(
    records: Readonly<Record<string, T>>,
    here: Place,
  ): { readonly fresh: Record<string, T>; readonly before: Markup } {
    const fresh: Record<string, T> = {};
    const known = new Map<Place, string[]>();
    for (const [id, record] of Object.entries(records)) {
      const key = JSON.stringify([id, record], (name, value) => (name === 'rests_on' ? undefined : value));
      const place = this.#places.get(key);
      if (place) known.set(place, [...(known.get(place) ?? []), record.name]);
      else {
        this.#places.set(key, here);
        fresh[id] = record;
      }
    }
    const sentences = [...known].map(
      ([{ id, title }, names]) =>
        html`<p class="note">The same as in <a href="#${id}">${title}</a>: ${joined(names, '; ')}.</p>`,
    );
    return { fresh, before: html`${sentences}` };
  }
}

/** Remembers whole records, so that a later option that has the very same one points to it. */
export class Remembered {
  readonly #places = new Map<string, Place>();

  /** Where the same was told before; else remembers that it is told here. */
  before(what: unknown, here: Place): Place | undefined {
    const key = JSON.stringify(what, (name, value) => (name === 'rests_on' ? undefined : value));
    const place = this.#places.get(key);
    if (!place) this.#places.set(key, here);
    return place;
  }
}
