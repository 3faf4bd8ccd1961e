// Runs dependency-cruiser over the packages with the rules of the house, and makes sure that it saw what there is.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { readDoors } from './read-doors.mjs';
import { readRooms } from './read-rooms.mjs';
import { importRules } from './rules.mjs';

/**
 * @param {string} folder A repository with `packages/`.
 * @returns {Promise<{
 *   violations: { from: string, to: string, rule: string }[],
 *   unseen: string[],
 *   files: number,
 *   imports: number,
 * }>} `unseen` are the files whose text imports something where the tool found nothing.
 */
export async function cruisePackages(folder) {
  const rules = importRules(await readRooms(folder), readDoors(folder));
  const explain = new Map(rules.map(({ name, comment }) => [name, comment]));
  const { output } = await cruise(['packages'], {
    baseDir: folder,
    ruleSet: { forbidden: rules },
    validate: true,
    exclude: { path: '^packages/[^/]+/dist/' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'types', 'import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json', '.d.ts'],
    },
  });
  if (typeof output === 'string') throw new Error(output);
  const sources = output.modules.filter(({ source }) => /^packages\/[^/]+\/src\//.test(source));
  const dependencies = new Map(sources.map((module) => [module.source, module.dependencies]));
  const unseen = sourceFiles(folder).filter((file) => {
    const found = dependencies.get(file);
    return !found || (found.length === 0 && importsSomething(readFileSync(join(folder, file), 'utf8')));
  });
  return {
    violations: oneOfEachCircle(output.summary.violations).map(({ from, to, rule, cycle }) => ({
      from,
      to,
      rule: [explain.get(rule.name) ?? rule.name, ...(cycle ? [describeCircle(from, cycle)] : [])].join(':\n    '),
    })),
    unseen,
    files: sources.length,
    imports: sources.reduce((sum, { dependencies: { length } }) => sum + length, 0),
  };
}

/**
 * The tool reports a circle once for each of its files.
 *
 * @param {import('dependency-cruiser').IViolation[]} violations
 */
function oneOfEachCircle(violations) {
  const seen = new Set();
  return violations.filter(({ cycle }) => {
    if (!cycle) return true;
    const members = cycle
      .map(({ name }) => name)
      .sort()
      .join();
    return !seen.has(members) && seen.add(members);
  });
}

/**
 * @param {string} from
 * @param {import('dependency-cruiser').IMiniDependency[]} cycle
 */
const describeCircle = (from, cycle) =>
  [from, ...cycle.map(({ name }) => name)].map((file) => file.replace(/^.*\/src\//, '')).join(' → ');

/** @param {string} text */
const importsSomething = (text) =>
  /^(?:import|export)\b[^;]*?\bfrom\s+'[^']+';/m.test(text.replace(/\/\*[\s\S]*?\*\//g, ''));

/**
 * @param {string} folder
 * @returns {string[]} TypeScript files of all packages, from the folder, with `/`.
 */
function sourceFiles(folder) {
  /** @type {(below: string) => string[]} */
  const walk = (below) =>
    readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
      const path = `${below}/${entry.name}`;
      if (entry.isDirectory()) return walk(path);
      return path.endsWith('.ts') ? [path] : [];
    });
  return readdirSync(join(folder, 'packages')).flatMap((name) => walk(`packages/${name}/src`));
}
