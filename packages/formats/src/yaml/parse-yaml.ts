import type { Diagnostics, MapEntry, Node, Place } from '@throughline/engine';
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type YAMLError,
} from 'yaml';

/** Bounds on hostile input: characters of a file, nodes of its tree (aliases expanded), depth of nesting. */
export const yamlLimits = { characters: 8_000_000, nodes: 500_000, depth: 40 } as const;

/**
 * Parses a YAML 1.2 file into a tree whose nodes know their file, line and column.
 *
 * @param text - the text of the file
 * @param file - its name, for places
 * @param diagnostics - receives syntax errors, duplicate keys, unknown tags, and input beyond {@link yamlLimits}
 * @returns the tree, or undefined when the file cannot be used
 * @example
 * parseYaml('line_speed: 70 km/h', 'network.yaml', new Diagnostics())
 */
export function parseYaml(text: string, file: string, diagnostics: Diagnostics): Node | undefined {
  const start: Place = { file, line: 1, column: 1 };
  if (text.length > yamlLimits.characters) {
    diagnostics.error('', start, 'This file is too large for a corridor file.', {
      found: `${text.length} characters`,
      expected: `at most ${yamlLimits.characters}`,
    });
    return undefined;
  }
  const lines = new LineCounter();
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      stringKeys: false,
      version: '1.2',
      strict: true,
      uniqueKeys: true,
    });
    const problems = [...document.errors, ...document.warnings];
    for (const problem of problems) report(problem, placeOf(problem.pos[0]), diagnostics);
    if (problems.length > 0) return undefined;
    if (document.contents === null) {
      diagnostics.error('', start, 'This file is empty.', { found: 'nothing', expected: 'a map of collections' });
      return undefined;
    }
    return new TreeBuilder(document, placeOf).build(document.contents as ParsedNode);
  } catch (problem) {
    if (problem instanceof TooMuch)
      diagnostics.error('', problem.at, problem.message, { found: problem.found, expected: problem.expected });
    else if (problem instanceof RangeError)
      diagnostics.error('', start, 'This file is nested too deeply.', {
        found: 'more levels than can be read',
        expected: `at most ${yamlLimits.depth}`,
      });
    else throw problem;
    return undefined;
  }
}

function report(problem: YAMLError, at: Place, diagnostics: Diagnostics): void {
  const expected = problem.code === 'DUPLICATE_KEY' ? 'every key once' : 'YAML 1.2';
  diagnostics.error('', at, `This is not valid YAML: ${problem.message.split('\n')[0]}`, {
    found: problem.code,
    expected,
  });
}

class TooMuch extends Error {
  readonly at: Place;
  readonly found: string;
  readonly expected: string;
  constructor(message: string, at: Place, found: string, expected: string) {
    super(message);
    this.at = at;
    this.found = found;
    this.expected = expected;
  }
}

class TreeBuilder {
  private nodes = 0;
  private readonly document: Document.Parsed;
  private readonly placeOf: (offset: number) => Place;

  constructor(document: Document.Parsed, placeOf: (offset: number) => Place) {
    this.document = document;
    this.placeOf = placeOf;
  }

  build(node: ParsedNode | null, depth = 0, fallback?: Place): Node {
    const at = node?.range ? this.placeOf(node.range[0]) : (fallback ?? this.placeOf(0));
    if (++this.nodes > yamlLimits.nodes)
      throw new TooMuch(
        'This file expands to too much.',
        at,
        `more than ${yamlLimits.nodes} values`,
        'fewer; anchors that refer to anchors multiply',
      );
    if (depth > yamlLimits.depth)
      throw new TooMuch('This file is nested too deeply.', at, `${depth} levels`, `at most ${yamlLimits.depth}`);
    if (node === null) return { kind: 'scalar', at, value: null, text: '' };
    if (isAlias(node)) {
      const target = node.resolve(this.document);
      if (!target)
        throw new TooMuch('This alias refers to nothing.', at, `\`*${node.source}\``, 'an anchor that was set before');
      return this.build(target as ParsedNode, depth + 1, at);
    }
    if (isScalar(node))
      return { kind: 'scalar', at, value: scalarValue(node.value), text: node.source ?? String(node.value) };
    if (isSeq(node))
      return { kind: 'list', at, items: node.items.map((item) => this.build(item as ParsedNode, depth + 1, at)) };
    if (isMap(node)) return { kind: 'map', at, entries: this.entries(node, depth, at) };
    throw new TooMuch(
      'This is not something a corridor file can hold.',
      at,
      'an unknown node',
      'a map, a list or a value',
    );
  }

  private entries(node: Extract<ParsedNode, { items: unknown }>, depth: number, at: Place): Map<string, MapEntry> {
    const entries = new Map<string, MapEntry>();
    for (const pair of node.items as Array<{ key: ParsedNode | null; value: ParsedNode | null }>) {
      const key = pair.key?.range ? this.placeOf(pair.key.range[0]) : at;
      if (!isScalar(pair.key) || pair.key.value === null)
        throw new TooMuch('A key is a word.', key, 'a map, list or nothing as a key', 'an id or an attribute');
      const name = pair.key.source ?? String(pair.key.value);
      entries.set(name.normalize('NFC'), { key, value: this.build(pair.value, depth + 1, key) });
    }
    return entries;
  }
}

function scalarValue(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return String(value);
}
