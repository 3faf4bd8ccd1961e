import { readFileSync } from 'node:fs';
import { planTrains } from '../packages/engine/dist/timetable/index.js';
import { planOfScenario, readPeerScenario } from '../packages/formats/dist/peer-scenario/index.js';
import { driveLine } from '../packages/engine/dist/operations/line/drive-line.js';
for (const [file, late] of [['corridor-1d',0],['corridor-f20p12-1d',3600],['corridor-f30p18-1d',21600]]) {
  const sc = readPeerScenario(readFileSync('/work/shared/reference/peers/' + file + '.json', 'utf8'));
  const problem = planOfScenario(sc, { latestDeparture: late, period:86400 });
  const plan = planTrains(problem, { workLimit: 8e6 });
  const ps=plan.paths.filter(Boolean);
  console.log(file, ps.length, 'planned', plan.cost / plan.paths.length / 3600, ps.reduce((s,p)=>s+p.stays.at(-1).arrival-p.stays[0].departure,0)/ps.length/3600);
  let off=0;
  for (const dispatch of ['planned order','first come']) for (const days of [1,30,300]) {
    let b = performance.now();
    off=0;
    const r = driveLine(problem, plan.paths, { days, dispatch, ended: ({template,day,arrival})=>{ if(Math.abs(arrival-day*86400-plan.paths[template].stays.at(-1).arrival)>0) off++; } });
    let s = (performance.now() - b) / 1000; console.log(dispatch, days, r, 'off', off, 'mean', r.journeys/r.arrived/3600, 'days/s', days / s);
  }
}
