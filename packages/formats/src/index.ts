/** Codecs between files and the engine. Each is pure: text in, data or diagnostics out; `host` reads and writes. */
export * from './dimacs/index.ts';
export * from './displib/index.ts';
export * from './peer-scenario/index.ts';
export * from './peer-yard/index.ts';
export * from './running-cases/index.ts';
export * from './single-track/index.ts';
export * from './station/index.ts';
export * from './tntp/index.ts';
export { parseYaml, yamlLimits } from './yaml/parse-yaml.ts';
