/** What running costs: throughput beside two queue libraries, scaling, claims, fairness, recovery, suppliers, idling. */
import type { BenchOptions, BenchResult } from './figure.ts';
import { chosenPieces, inTurn, type Pieces, together } from './pieces.ts';
import { measureBatchCpu } from './runner/batch-cpu.ts';
import { measureClaimCost } from './runner/claim-cost.ts';
import { measureFairness, measureFairnessOfCpu } from './runner/fairness.ts';
import { watchIdle } from './runner/idle.ts';
import { compareLateWorkers } from './runner/late-worker.ts';
import { measureLostWorker } from './runner/lost-worker.ts';
import { measureMassDeath } from './runner/mass-death.ts';
import { measureProduction } from './runner/production.ts';
import { scaleInOneRun, scaleInSmallRuns } from './runner/scaling.ts';
import { compareSideBySide } from './runner/side-by-side.ts';
import { countSupplierCalls } from './runner/supplier-calls.ts';
import { measureThroughput } from './runner/throughput.ts';

/** Each needs the machine for itself. */
const ALONE: Pieces = {
  throughput: measureThroughput,
  production: measureProduction,
  'large-run': scaleInOneRun,
  'small-runs': scaleInSmallRuns,
  claims: measureClaimCost,
  fairness: measureFairness,
  'fairness-cpu': measureFairnessOfCpu,
  'mass-death': measureMassDeath,
};

/** These wait more than they work, and count or read CPU time: none is the worse for the others. */
const TOGETHER: Pieces = {
  'lost-worker': async () => ({ figures: [await measureLostWorker()] }),
  'late-worker': compareLateWorkers,
  'supplier-calls': async () => ({ figures: [await countSupplierCalls()] }),
  'side-by-side': async () => ({ figures: [await compareSideBySide()] }),
  idle: watchIdle,
  'batch-cpu': measureBatchCpu,
};

/** `folder` names one piece of it. */
export async function benchRunner(options: BenchOptions): Promise<BenchResult> {
  if (Deno.build.os !== 'linux') throw new Error('bench runner reads /proc and needs Linux.');
  const { folder } = options;
  if (folder !== null) {
    return together(await inTurn(chosenPieces('runner', { ...ALONE, ...TOGETHER }, folder), options));
  }
  return together([
    ...await inTurn(ALONE, options),
    ...await Promise.all(Object.values(TOGETHER).map((measure) => measure(options))),
  ]);
}
