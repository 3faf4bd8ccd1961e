import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { type DispatchEvent, DispatchSearch, type DispatchSolution } from '@throughline/engine';
import type { DispatchReport, DispatchTask } from './dispatch-portfolio.ts';

/** Work between two looks at what the other threads have found, in work units. */
const slice = 50_000;

const port = parentPort as MessagePort;
const { problem, seed, end, start } = workerData as DispatchTask;
const search = new DispatchSearch(problem, seed);
const late = () => Date.now() >= end;
let told: DispatchSolution | undefined;

if (start.length > 0) search.offer(start);
while (!search.finished && !late()) {
  search.run(slice, late);
  for (let offer = receiveMessageOnPort(port); offer; offer = receiveMessageOnPort(port)) {
    if (search.offer(offer.message as readonly DispatchEvent[])) told = search.best;
  }
  if (search.best === told) continue;
  told = search.best;
  tell();
}
tell();

function tell(): void {
  const report: DispatchReport = { status: search.status, bound: search.bound, solution: search.best };
  port.postMessage(report);
}
