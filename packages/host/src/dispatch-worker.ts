import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { type DispatchEvent, DispatchSearch, type DispatchSolution } from '@throughline/engine';
import type { DispatchReport, DispatchTask } from './dispatch-portfolio.ts';

/** Work between two looks at what the other threads have found, in work units. */
const slice = 50_000;

const port = parentPort as MessagePort;
const { problem, seed, proving, end, start } = workerData as DispatchTask;
const search = new DispatchSearch(problem, seed, proving);
const begin = Date.now();
const late = () => Date.now() >= end;
/** Work that the time left is enough for, at the pace so far. */
const ahead = () => (search.work * (end - Date.now())) / Math.max(1, Date.now() - begin) || slice;
let told: DispatchSolution | undefined;
let toldBound = 0;

if (start.length > 0) search.offer(start);
while (!search.finished && !late()) {
  search.run(slice, late, ahead());
  for (let offer = receiveMessageOnPort(port); offer; offer = receiveMessageOnPort(port)) {
    if (search.offer(offer.message as readonly DispatchEvent[])) told = search.best;
  }
  if (search.best !== told || search.bound > toldBound) tell();
}
tell();

function tell(): void {
  const solution = search.best === told ? undefined : search.best;
  const report: DispatchReport = { status: search.status, bound: search.bound, solution };
  told = search.best;
  toldBound = search.bound;
  port.postMessage(report);
}
