import { memoryRun } from '../support/runs.ts';
import { queueContract } from './queue-contract.ts';

queueContract('a run in memory', (run) => Promise.resolve(memoryRun(run)));
