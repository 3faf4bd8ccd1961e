import type { Diagnostics, MapEntry, Node, Place } from '@throughline/engine';
import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument, type YAMLError } from 'yaml';
import { findExcess } from './scan.ts';

/**
 * Bounds on hostile input: characters of a file, nodes of its tree (aliases expanded), depth of nesting, and how many
 * syntax errors of a file are told; what follows the first few is mostly noise.
 */
export const yamlLimits = { characters: 4_000_000, nodes: 250_000, depth: 40, faults: 20 } as const;

/** A node has at most so many tokens: indicator, key, colon, value. */
const tokensPerNode = 4;

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
  const excess = findExcess(text, yamlLimits.depth, tokensPerNode * yamlLimits.nodes);
  if (excess) {
    lines.addNewLine(0);
    for (let i = text.indexOf('\n'); i >= 0 && i < excess.offset; i = text.indexOf('\n', i + 1))
      lines.addNewLine(i + 1);
    report(excess.of === 'depth' ? tooDeep(placeOf(excess.offset)) : tooMany(placeOf(excess.offset)), diagnostics);
    return undefined;
  }
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      stringKeys: false,
      version: '1.2',
      strict: true,
      uniqueKeys: false, // The parser's own check takes time with the square of the keys.
    });
    const problems = [...document.errors, ...document.warnings];
    const exhausted = problems.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
    if (exhausted) throw tooDeep(placeOf(exhausted.pos[0]));
    for (const problem of problems.slice(0, yamlLimits.faults))
      report(invalid(problem, placeOf(problem.pos[0])), diagnostics);
    if (problems.length > 0) return undefined;
    if (document.directives.yaml.version !== '1.2') {
      const found = `YAML ${document.directives.yaml.version}`;
      throw new Unusable('A corridor file is written in YAML 1.2.', start, found, 'no `%YAML` line');
    }
    if (document.contents === null) {
      diagnostics.error('', start, 'This file is empty.', { found: 'nothing', expected: 'a map of collections' });
      return undefined;
    }
    const builder = new TreeBuilder(placeOf, diagnostics);
    const tree = builder.build(document.contents as ParsedNode);
    return builder.sound ? tree : undefined;
  } catch (problem) {
    if (problem instanceof Unusable) report(problem, diagnostics);
    else if (problem instanceof RangeError) report(tooDeep(start), diagnostics);
    else throw problem;
    return undefined;
  }
}

function report({ at, message, found, expected }: Unusable, diagnostics: Diagnostics): void {
  diagnostics.error('', at, message, { found, expected });
}

function invalid(problem: YAMLError, at: Place): Unusable {
  return new Unusable(`This is not valid YAML: ${problem.message.split('\n')[0]}`, at, problem.code, 'YAML 1.2');
}

function tooDeep(at: Place): Unusable {
  const { depth } = yamlLimits;
  return new Unusable('This file is nested too deeply.', at, `more than ${depth} levels`, `at most ${depth}`);
}

function tooMany(at: Place): Unusable {
  const expected = 'fewer; anchors that refer to anchors multiply';
  return new Unusable('This file expands to too much.', at, `more than ${yamlLimits.nodes} values`, expected);
}

/** What makes a file unusable, with its place. */
class Unusable extends Error {
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
  /** False once a key was found twice. */
  sound = true;
  private nodes = 0;
  private aliases = 0;
  private readonly anchors = new Map<string, ParsedNode>();
  private readonly placeOf: (offset: number) => Place;
  private readonly diagnostics: Diagnostics;

  constructor(placeOf: (offset: number) => Place, diagnostics: Diagnostics) {
    this.placeOf = placeOf;
    this.diagnostics = diagnostics;
  }

  build(node: ParsedNode | null, depth = 0, fallback?: Place): Node {
    const at = node?.range ? this.placeOf(node.range[0]) : (fallback ?? this.placeOf(0));
    if (++this.nodes > yamlLimits.nodes) throw tooMany(at);
    if (depth > yamlLimits.depth) throw tooDeep(at);
    if (node === null) return { kind: 'scalar', at, value: null, text: '' };
    if (isAlias(node)) {
      const target = this.anchors.get(node.source);
      if (!target)
        throw new Unusable('This alias refers to nothing.', at, `\`*${node.source}\``, 'an anchor that was set before');
      this.aliases++;
      const expanded = this.build(target, depth + 1, at);
      this.aliases--;
      return expanded;
    }
    // An anchor set again holds from there on; what an alias repeats sets none.
    if (node.anchor && this.aliases === 0) this.anchors.set(node.anchor, node);
    if (isScalar(node))
      return { kind: 'scalar', at, value: scalarValue(node.value), text: node.source ?? String(node.value) };
    if (isSeq(node))
      return { kind: 'list', at, items: node.items.map((item) => this.build(item as ParsedNode, depth + 1, at)) };
    if (isMap(node)) return { kind: 'map', at, entries: this.entries(node, depth, at) };
    throw new Unusable(
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
        throw new Unusable('A key is a word.', key, 'a map, list or nothing as a key', 'an id or an attribute');
      const name = (pair.key.source ?? String(pair.key.value)).normalize('NFC');
      const first = entries.get(name);
      if (first && this.aliases === 0) {
        this.sound = false;
        this.diagnostics.error('', key, `\`${name}\` stands here twice.`, {
          found: `also in line ${first.key.line}`,
          expected: 'every key once',
        });
      }
      entries.set(name, { key, value: this.build(pair.value, depth + 1, key) });
    }
    return entries;
  }
}

function scalarValue(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return String(value);
}
