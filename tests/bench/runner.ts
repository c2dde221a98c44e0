/** What running costs: throughput beside two queue libraries, scaling, claims, fairness, recovery, suppliers, idling. */
import type { BenchOptions, BenchResult } from './figure.ts';
import { measureBatchCpu } from './runner/batch-cpu.ts';
import { measureClaimCost } from './runner/claim-cost.ts';
import { measureFairness } from './runner/fairness.ts';
import { watchIdle } from './runner/idle.ts';
import { compareLateWorkers } from './runner/late-worker.ts';
import { measureLostWorker } from './runner/lost-worker.ts';
import { measureProduction } from './runner/production.ts';
import { measureScaling } from './runner/scaling.ts';
import { countSupplierCalls } from './runner/supplier-calls.ts';
import { measureThroughput } from './runner/throughput.ts';

const ROUNDS = 3;

export async function benchRunner({ quick }: BenchOptions): Promise<BenchResult> {
  if (Deno.build.os !== 'linux') throw new Error('bench runner reads /proc and needs Linux.');
  const rounds = quick ? 1 : ROUNDS;
  const throughput = await measureThroughput(rounds);
  const production = await measureProduction(rounds);
  const scaling = await measureScaling();
  const fairness = await measureFairness();
  const batchCpu = await measureBatchCpu();
  // Both wait more than they work, and what is measured here are ratios and counts.
  const [claimCost, idle, lostWorker] = await Promise.all([
    measureClaimCost(),
    watchIdle(),
    measureLostWorker(),
  ]);
  const supplierCalls = await countSupplierCalls();
  const lateWorkers = await compareLateWorkers();
  return {
    figures: [
      throughput.figure,
      production.figure,
      ...scaling.figures,
      ...claimCost.figures,
      ...fairness.figures,
      lostWorker,
      lateWorkers.figure,
      supplierCalls,
      idle.figure,
      ...batchCpu.figures,
    ],
    notes: [...scaling.notes, idle.note],
    measurements: {
      throughput: throughput.measurements,
      production: production.measurements,
      scaling: scaling.measurements,
      claimCost: claimCost.measurements,
      fairness: fairness.measurements,
      idle: idle.measurements,
      lateWorkers: lateWorkers.measurements,
      batchCpu: batchCpu.measurements,
    },
  };
}
