/** Composes the HTML report of a study. Computes nothing. */
export { type DossierAssets, loadDossierAssets } from './assets.ts';
export { composeDossier } from './compose.ts';
export type { FontSlice } from './fonts.ts';
export { composeWorkbook } from './workbook/compose-workbook.ts';
