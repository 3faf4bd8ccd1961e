import { fontFamily } from '../fonts.ts';

/**
 * Layout on paper: A4, a running header, chapters on new pages, folded registers open.
 *
 * @param title - of the corridor, for the running header
 */
export function printStyles(title: string): string {
  const margin = `font:8pt "${fontFamily}",system-ui,sans-serif;color:#545f6d`;
  return `
@page{size:A4;margin:22mm 18mm 20mm;
@top-left{content:${cssString(title)};${margin}}
@top-right{content:"Throughline dossier";${margin}}
@bottom-right{content:counter(page) " / " counter(pages);${margin}}}
@page:first{@top-left{content:none}@top-right{content:none}}
@media print{
html{font-size:10pt;line-height:1.5}
body{background:none}
.page{padding:0;max-width:none}
.layout{display:block}
main{max-width:none}
.bar,nav.contents,.skip,figure details{display:none}
.opening{padding-top:20mm}
h1{font-size:26pt}
h2{break-before:page;margin-top:0;font-size:17pt}
h2,h3,h4,figcaption,caption,thead{break-after:avoid}
figure,.call,tr,li{break-inside:avoid}
.on-desk{display:block!important}.on-phone{display:none!important}
.scrolls{overflow:visible}
.drawing .tl-chart{max-width:100%}
table{font-size:8.5pt}
.opens::details-content{content-visibility:visible;display:block;block-size:auto}
.stays-closed{display:none}
summary{list-style:none;color:inherit;font-weight:600}
a{color:inherit;text-decoration:none}
:target{background:none}
}`;
}

/** A string of CSS in which nothing can end the string. */
export function cssString(text: string): string {
  const safe = text.replace(/[^A-Za-z0-9 ]/gu, (letter) => `\\${letter.codePointAt(0)?.toString(16)} `);
  return `"${safe}"`;
}
