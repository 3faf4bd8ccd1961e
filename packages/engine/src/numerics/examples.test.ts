import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .sort();
const texts = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(folder, file)).href)));
const scope: Record<string, unknown> = Object.assign({}, ...modules);

/** Each documented export of a file: its name and the code of its example. */
function documented(text: string): { name: string; example: string | undefined }[] {
  const found = text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport (?:function|class) (\w+)/g);
  return [...found].map(([, comment, name]) => ({
    name: name!,
    example: /```ts\n([\s\S]*?)```/.exec(comment!)?.[1]?.replace(/^ \* ?/gm, ''),
  }));
}

/** Runs an example; every line that ends in `; // value` must have that value. */
function run(example: string): number {
  let checks = 0;
  const body = example.replace(/^(.*); \/\/ (.+)$/gm, (_, expression: string, value: string) => {
    checks++;
    return `check((${expression}), (${value}));`;
  });
  const names = Object.keys(scope);
  new Function(...names, 'check', body)(...names.map((name) => scope[name]), (a: unknown, b: unknown) =>
    expect(a).toEqual(b),
  );
  return checks;
}

describe('the example of every function', () => {
  for (const [path, text] of texts) {
    for (const { name, example } of documented(text)) {
      if (name.endsWith('Error')) continue;
      it(`${path} ${name} holds`, () => {
        expect(example, 'has an example').toBeDefined();
        const checks = run(example!);
        if (!name.startsWith('check')) expect(checks).toBeGreaterThan(0);
      });
    }
  }

  it('is documented wherever something is exported', () => {
    for (const [path, text] of texts) {
      const exported = [...text.matchAll(/^export (?:function|class) (\w+)/gm)].map((match) => match[1]);
      expect(
        documented(text).map(({ name }) => name),
        path,
      ).toEqual(exported);
    }
  });

  it('would be caught if it were wrong', () => {
    expect(() => run('exp(0); // 2')).toThrow();
  });
});
