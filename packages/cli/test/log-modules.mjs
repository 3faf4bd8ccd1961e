// Loaded with `node --import`: writes the address of every module that is loaded into the file THROUGHLINE_MODULE_LOG.
import { register } from 'node:module';

const hooks = `
  import { appendFileSync } from 'node:fs';
  export async function load(url, context, next) {
    appendFileSync(process.env.THROUGHLINE_MODULE_LOG, url + '\\n');
    return next(url, context);
  }
`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
