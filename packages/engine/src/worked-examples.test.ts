import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('.', import.meta.url));
const folders = ['economy', 'finance', 'negotiation'];
const files = folders.flatMap((folder) =>
  readdirSync(join(source, folder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')
    .map((file) => join(folder, file)),
);
const texts = new Map(files.map((file) => [file, readFileSync(join(source, file), 'utf8')]));
const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(source, file)).href)));
const scope: Record<string, unknown> = Object.assign({}, ...modules);

/** Examples that speak of a whole corridor or plan; they are shown, not run. */
const needCorridor = /\b(model|plan|options?|traffic|before|stated|minimum)\b(?!:)/;

/** Functions that a file exports, each with its comment. */
function exported(text: string): { name: string; example: string | undefined }[] {
  const found = text.matchAll(/(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?export (?:function|class) (\w+)/g);
  return [...found].map(([, comment, name]) => ({
    name: name!,
    example: /```ts\n([\s\S]*?)```/.exec(comment ?? '')?.[1]?.replace(/^ \* ?/gm, ''),
  }));
}

/** Numbers agree in six digits, which is what examples print. */
function check(actual: unknown, expected: unknown): void {
  if (typeof expected === 'number') {
    expect(actual).toBeTypeOf('number');
    expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(2e-6 * Math.max(1, Math.abs(expected)));
  } else if (typeof expected === 'object' && expected !== null) {
    expect(Object.keys(actual as object)).toEqual(expect.arrayContaining(Object.keys(expected)));
    expect(Object.keys(actual as object).length).toBe(Object.keys(expected).length);
    for (const [key, value] of Object.entries(expected)) check((actual as Record<string, unknown>)[key], value);
  } else expect(actual).toEqual(expected);
}

/** Runs an example; every line that ends in `; // value` must have that value. */
function run(example: string): number {
  let checks = 0;
  const body = example.replace(/^(?!const )(.*); \/\/ (.+)$/gm, (_, expression: string, value: string) => {
    checks++;
    return `check((${expression}), (${value}));`;
  });
  new Function(...Object.keys(scope), 'check', body)(...Object.values(scope), check);
  return checks;
}

describe('the example of every function', () => {
  for (const [path, text] of texts) {
    for (const { name, example } of exported(text)) {
      it(`${path} ${name} holds`, () => {
        expect(example, 'has an example').toBeDefined();
        if (!needCorridor.test(example!)) expect(run(example!)).toBeGreaterThan(0);
      });
    }
  }

  it('would be caught if it were wrong', () => {
    expect(() => run('annuityFactor(0, 3); // 4')).toThrow();
    expect(() => run("internalRate([-1, 2]); // { kind: 'one', rate: 1, more: 1 }")).toThrow();
  });
});
