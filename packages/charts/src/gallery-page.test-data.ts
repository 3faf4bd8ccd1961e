import type { ChartFigure } from './index.ts';

/** A page that shows the pictures of a gallery side by side: wide and narrow. */
export function galleryPage(figures: readonly ChartFigure[]): string {
  const sections = figures.map(
    ({ id, title }) =>
      `<section><h2>${title}</h2><img src="${id}.svg" alt="${title}, wide"> <img src="${id}-narrow.svg" alt="${title}, narrow"></section>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Gallery of figures</title>
<style>:root{color-scheme:light dark}body{font-family:system-ui,sans-serif;margin:2rem}section{margin-bottom:3rem}img{vertical-align:top;margin-right:2rem}</style></head>
<body><h1>Gallery of figures</h1>
${sections.join('\n')}
</body>
</html>
`;
}
