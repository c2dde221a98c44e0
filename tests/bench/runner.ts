/** What running costs: throughput beside two queue libraries, scaling, claims, fairness, recovery, suppliers, idling. */
import type { BenchOptions, BenchResult } from './figure.ts';
import { measureBatchCpu } from './runner/batch-cpu.ts';
import { measureClaimCost } from './runner/claim-cost.ts';
import { measureFairness } from './runner/fairness.ts';
import { watchIdle } from './runner/idle.ts';
import { compareLateWorkers } from './runner/late-worker.ts';
import { measureLostWorker } from './runner/lost-worker.ts';
import { measureMassDeath } from './runner/mass-death.ts';
import { measureProduction } from './runner/production.ts';
import { measureScaling } from './runner/scaling.ts';
import { compareSideBySide } from './runner/side-by-side.ts';
import { countSupplierCalls } from './runner/supplier-calls.ts';
import { measureThroughput } from './runner/throughput.ts';

export async function benchRunner(options: BenchOptions): Promise<BenchResult> {
  if (Deno.build.os !== 'linux') throw new Error('bench runner reads /proc and needs Linux.');
  const throughput = await measureThroughput(options);
  const production = await measureProduction(options);
  const scaling = await measureScaling(options);
  const claimCost = await measureClaimCost(options);
  const fairness = await measureFairness(options);
  const massDeath = await measureMassDeath(options);
  // These wait more than they work, and count or read CPU time: none is the worse for the others.
  const [idle, lostWorker, supplierCalls, sideBySide, lateWorkers, batchCpu] = await Promise.all([
    watchIdle(options),
    measureLostWorker(),
    countSupplierCalls(),
    compareSideBySide(),
    compareLateWorkers(),
    measureBatchCpu(options),
  ]);
  return {
    figures: [
      ...throughput.figures,
      production.figure,
      ...scaling.figures,
      ...claimCost.figures,
      ...fairness.figures,
      lostWorker,
      massDeath.figure,
      lateWorkers.figure,
      supplierCalls,
      sideBySide,
      idle.figure,
      ...batchCpu.figures,
    ],
    notes: [throughput.note, ...scaling.notes, idle.note],
    measurements: {
      throughput: throughput.measurements,
      production: production.measurements,
      scaling: scaling.measurements,
      claimCost: claimCost.measurements,
      fairness: fairness.measurements,
      massDeath: massDeath.measurements,
      idle: idle.measurements,
      lateWorkers: lateWorkers.measurements,
      batchCpu: batchCpu.measurements,
    },
  };
}
