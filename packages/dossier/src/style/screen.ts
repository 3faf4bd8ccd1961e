import { fontFamily } from '../fonts.ts';

/** Columns of numbers are right-aligned; a table names them by their place: `n3`. */
const numberColumns = Array.from({ length: 12 }, (_, i) => `.n${i + 1} tr>:nth-child(${i + 1})`)
  .join(',')
  .concat('{text-align:right}');

/** Layout and typography on screens, from 320 pixels up. */
export const screenStyles = `
*{box-sizing:border-box}
html{font-family:"${fontFamily}",system-ui,-apple-system,"Segoe UI",sans-serif;font-size:100%;line-height:1.6;-webkit-text-size-adjust:100%;scroll-padding-top:1rem;font-synthesis:none}
body{margin:0;background:var(--tl-paper);color:var(--tl-ink)}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;background:var(--tl-paper);padding:.5rem 1rem;z-index:2}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.page{max-width:82rem;margin:0 auto;padding:0 1.25rem 6rem}
main{max-width:47.5rem;margin:0 auto;min-width:0}
.bar{display:flex;justify-content:space-between;gap:1rem;align-items:center;padding:1rem 0;font-size:.8125rem;color:var(--tl-soft)}
button{font:inherit;font-size:.8125rem;color:var(--tl-ink);background:none;border:1px solid var(--tl-grey);border-radius:.25rem;padding:.3rem .75rem;cursor:pointer;white-space:nowrap}
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:.06em}
:focus-visible{outline:3px solid var(--tl-blue);outline-offset:2px}
h1{font-size:clamp(2rem,6vw,3.1rem);line-height:1.12;font-weight:650;letter-spacing:-.015em;margin:0 0 1.25rem;text-wrap:balance;overflow-wrap:break-word}
h2{font-size:1.75rem;line-height:1.25;font-weight:650;letter-spacing:-.01em;margin:5.5rem 0 1.25rem;padding-top:1.5rem;border-top:2px solid var(--tl-ink);text-wrap:balance}
h3{font-size:1.25rem;line-height:1.35;font-weight:650;margin:3.25rem 0 .75rem;text-wrap:balance}
h4{font-size:1rem;font-weight:650;margin:2.25rem 0 .5rem}
h1,h2,h3,h4,p,li,td,th,dd,summary{overflow-wrap:break-word}
p{margin:0 0 1rem;max-width:44rem}
.opening{padding:clamp(1.5rem,8vw,5rem) 0 0}
.kicker{font-size:.8125rem;font-weight:600;letter-spacing:.08em;text-transform:uppercase;color:var(--tl-soft);margin:0 0 1rem}
.question{font-size:clamp(1.125rem,3vw,1.4rem);line-height:1.45;color:var(--tl-ink);margin:0 0 2rem;max-width:40rem}
.lead{font-size:1.0625rem}
.facts{display:flex;flex-wrap:wrap;gap:.25rem 2rem;margin:0 0 2.5rem;padding:0;font-size:.875rem;color:var(--tl-soft)}
.facts div{display:flex;gap:.5rem}.facts dt{margin:0}.facts dd{margin:0;color:var(--tl-ink)}
.note,.small{font-size:.8125rem;line-height:1.5;color:var(--tl-soft)}
.unit{font-weight:400;color:var(--tl-soft)}
.q,table{font-variant-numeric:tabular-nums}
.q{white-space:nowrap}
table.stacks .q{white-space:normal}
.estimate{font-size:.75em;font-weight:600;color:var(--warn);text-decoration:underline dotted;text-underline-offset:.2em;cursor:help;white-space:nowrap}
.call{border-left:3px solid var(--tl-blue);background:var(--quiet);padding:.75rem 1rem;margin:1.25rem 0;max-width:none}
.call.stop{border-color:var(--tl-vermilion)}
.call p:last-child{margin:0}
figure{margin:2.25rem 0 2.75rem}
figcaption{font-weight:650;margin:0 0 .75rem;line-height:1.4}
figure .note{margin:.75rem 0 .25rem}
.on-phone{display:none}
.scrolls{overflow-x:auto;max-width:100%;position:relative}
.drawing .tl-chart{max-width:none}
.drawing{padding-bottom:.5rem}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.45;margin:.25rem 0 1rem}
caption{text-align:left;font-weight:650;padding:0 0 .6rem;line-height:1.4}
th,td{text-align:left;vertical-align:top;padding:.45rem .9rem .45rem 0;border-bottom:1px solid var(--rule);font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:600;font-size:.8125rem;color:var(--tl-soft);border-bottom:1px solid var(--tl-grey);vertical-align:bottom;white-space:normal}
tbody th{min-width:7rem}
.stacks tbody th{min-width:9.5rem}
${numberColumns}

.guess{color:var(--warn);text-decoration:underline dotted;text-underline-offset:.2em}
details{margin:.5rem 0}
summary{cursor:pointer;color:var(--link);font-size:.875rem;padding:.25rem 0;width:fit-content;max-width:100%}
details>details,details>.scrolls{margin-top:.5rem}
.part{border-top:1px solid var(--rule);margin:0}.part:last-of-type{border-bottom:1px solid var(--rule)}
.part>summary{padding:.7rem 0;width:auto;font-size:1rem;color:var(--tl-ink)}
.part>summary h3{display:inline;margin:0;font-size:1.0625rem}
.part>summary:hover h3{color:var(--link)}
.part[open]{padding-bottom:2rem}
.chapters{font-size:.875rem}
ol.sources{list-style:none;padding:0;margin:0;font-size:.875rem;line-height:1.5}
ol.sources li{padding:.6rem 0;border-bottom:1px solid var(--rule)}
.tag{font-family:inherit;font-size:.75rem;font-weight:600;color:var(--tl-soft);margin-right:.35rem}
.basis{margin:1.25rem 0 .35rem;font-size:.875rem}
.run{font-size:.8125rem;line-height:1.7;max-width:none}
.run b{font-weight:600;white-space:nowrap}
.times{font-size:.8125rem;line-height:1.6}
.step{display:inline-block;padding-left:1.25rem;color:var(--tl-soft)}
dl.positions{margin:0 0 1rem}
dl.positions dt{font-weight:600;margin-top:.75rem}
dl.positions dd{margin:0}
.verdict{font-weight:600}
:target{background:var(--warn-ground)}
nav.contents{font-size:.875rem;line-height:1.4}
nav.contents h2{all:unset;display:block;font-weight:650;margin-bottom:.5rem}
nav.contents ol{list-style:none;margin:0;padding:0}
nav.contents ol ol{padding-left:.9rem}
nav.contents a{display:block;padding:.25rem 0;color:var(--tl-soft);text-decoration:none}
nav.contents a:hover{color:var(--link);text-decoration:underline}
@media (min-width:76rem){
.layout{display:grid;grid-template-columns:15rem minmax(0,1fr);gap:4rem}
nav.contents{position:sticky;top:0;max-height:100vh;overflow-y:auto;padding:1.5rem 0;align-self:start}
main{margin:0}
}
@media (max-width:75.99rem){nav.contents>ol{columns:2;column-gap:1.5rem}nav.contents li{break-inside:avoid}nav.contents ol ol{display:none}nav.contents{border:1px solid var(--rule);padding:1rem 1.25rem;max-width:47.5rem;margin:1rem auto 0}}
@media screen and (max-width:43rem){
.on-desk{display:none}.on-phone{display:block}
h2{margin-top:4rem}
.page{padding-inline:1rem}
table.stacks,table.stacks tbody,table.stacks tr,table.stacks th[scope=row],table.stacks td,table.stacks caption:not(.heard){display:block;width:auto}
table.stacks thead{display:block;position:absolute;left:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.stacks tr{padding:.9rem 0;border-bottom:1px solid var(--tl-grey)}
table.stacks th[scope=row]{font-weight:650;border:0;padding:0 0 .35rem;font-size:.9375rem}
table.stacks tbody td:nth-child(n),table.stacks tbody th:nth-child(n){text-align:left}
table.stacks tbody td{display:grid;grid-template-columns:8.5rem minmax(0,1fr);gap:.75rem;border:0;padding:.15rem 0}
table.stacks td::before{content:attr(data-head);color:var(--tl-soft)}
}`;
