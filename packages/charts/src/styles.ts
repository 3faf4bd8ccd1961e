/**
 * Style sheet of all drawings: once a page. Colours come from the variables of `paletteVariables`.
 */
export function chartStyles(): string {
  return [
    '.tl-chart{display:block;max-width:100%;height:auto;font-family:inherit;font-size:12px;color:var(--tl-ink);overflow:visible}',
    '.tl-chart text{fill:var(--tl-ink);font-variant-numeric:tabular-nums}',
    '.tl-chart .soft,.tl-chart .soft text,.tl-chart text.soft{fill:var(--tl-soft)}',
    '.tl-chart .strong,.tl-chart .strong text{font-weight:600}',
    '.tl-chart .small,.tl-chart .small text{font-size:11px}',
    '.tl-chart .halo,.tl-chart .halo text{stroke:var(--tl-halo,var(--tl-paper));stroke-width:3px;stroke-linejoin:round;paint-order:stroke}',
    '.tl-chart .on-map{stroke:var(--tl-land);stroke-width:3px;stroke-linejoin:round;paint-order:stroke}',
    '.tl-chart .plot text,.tl-chart .plot tspan{white-space:pre}',
  ].join('\n');
}
