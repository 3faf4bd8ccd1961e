import { fileURLToPath } from 'node:url';

/** The folder of the product, which holds the corridors and documents that ship with it. */
export const productFolder = fileURLToPath(new URL('../../../', import.meta.url));
