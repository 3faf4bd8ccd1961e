import type { Diagnostics } from './diagnostics.ts';
import type { Quantity } from './quantity.ts';
import { describe, type MapNode, type Node, type Place } from './tree.ts';

/** A mention of an id that must exist once everything has been read. */
export interface Mention {
  readonly id: string;
  readonly collection: string;
  /** Another collection in which the id may stand instead. */
  readonly or?: string;
  readonly path: string;
  readonly at: Place;
}

/**
 * What reading gathers besides the thing itself.
 *
 * @example
 * ```ts
 * const context = new ReadContext(new Diagnostics());
 * context.referTo('summit', 'stations', 'services.freight.route', { file: 'traffic.yaml', line: 4, column: 12 });
 * context.mentions.length; // 1
 * ```
 */
export class ReadContext {
  readonly diagnostics: Diagnostics;
  readonly quantities: Quantity[] = [];
  readonly mentions: Mention[] = [];
  /** Where each entry stands, by its dotted path. */
  readonly places = new Map<string, Place>();
  holdsMoney = false;

  constructor(diagnostics: Diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Notes that `id` must exist in `collection` (or in `or`). */
  referTo(id: string, collection: string, path: string, at: Place, or?: string): void {
    this.mentions.push({ id, collection, path, at, ...(or ? { or } : {}) });
  }

  /** Notes that the corridor holds money, which needs a date of prices. */
  sawMoney(): void {
    this.holdsMoney = true;
  }

  /** Reads one id or a list of ids and notes that they must exist. */
  readReferences(node: Node, collection: string, path: string): string[] {
    const nodes = node.kind === 'list' ? node.items : [node];
    const ids: string[] = [];
    for (const item of nodes) {
      const id = this.readText(item, path, 'an id');
      if (id === undefined) continue;
      this.referTo(id, collection, path, item.at);
      ids.push(id);
    }
    return ids;
  }

  /** Reads a text; a number or a date is taken as it is written. */
  readText(node: Node, path: string, expected = 'a text'): string | undefined {
    if (node.kind === 'scalar' && node.value !== null)
      return typeof node.value === 'string' ? node.value.normalize('NFC') : node.text;
    const message = node.kind === 'scalar' ? 'A value is due here.' : `This should be ${expected}.`;
    this.diagnostics.error(path, node.at, message, { found: describe(node), expected });
    return undefined;
  }

  /** Reads the text under `key` of a map, when it is there. */
  readOptionalText(node: MapNode, key: string, path: string): string | undefined {
    const entry = node.entries.get(key);
    return entry && this.readText(entry.value, `${path}.${key}`);
  }
}
