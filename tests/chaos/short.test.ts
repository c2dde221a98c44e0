/** A minute of chaos with everything in it; `npm run chaos -- --long` has more of each. */
import { expect, it } from 'vitest';
import { chooseSeed } from './random.ts';
import { runScenario } from './scenario.ts';
import { SHORT } from './short.ts';

const seed = chooseSeed();

it(`survives chaos, SEED=${seed}`, { timeout: 300_000 }, async () => {
  console.log(`SEED=${seed}`);
  const { violations, tally } = await runScenario({ ...SHORT, seed });
  console.log(Object.fromEntries(tally));
  expect(violations, `SEED=${seed}`).toEqual([]);
});
