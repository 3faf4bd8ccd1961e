import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** What of the host a browser runs, as one script made from the sources, the solver's WebAssembly in it: a module that exports `assessWith`, `samePool` and `loadSolver`. */
export async function bundleForBrowser(): Promise<string> {
  const entry = fileURLToPath(new URL('../src/in-browser.ts', import.meta.url));
  const built = await build({
    configFile: false,
    root: fileURLToPath(new URL('..', import.meta.url)),
    logLevel: 'error',
    resolve: { conditions: ['source'] },
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry, formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) => ('output' in each ? each.output : []));
  const chunks = outputs.filter((each) => each.type === 'chunk');
  if (chunks.length !== 1) throw new Error(`one script was expected, not ${chunks.length}`);
  return chunks[0].code;
}
