/** Answers to many questions at once: sent in pieces, stopped in between, and refused halfway. */
import { expect, it } from 'vitest';
import { inPieces, oneByOne, savePieces } from '../../../web/src/review/saving.ts';

const written = (n: number) => ({ line_id: `${n}`, change_id: n });
const lines = (n: number) => Array.from({ length: n }, (_, i) => i);

it('more lines than one review takes are sent in several', async () => {
  const sent: number[] = [];
  const pieces = inPieces(lines(1_201), (of) => {
    sent.push(of.length);
    return Promise.resolve([written(of[0]!)]);
  });
  expect(await savePieces(pieces).ended).toEqual({
    saved: lines(1_201),
    written: [written(0), written(500), written(1_000)],
    error: null,
  });
  expect(sent).toEqual([500, 500, 201]);
});

it('what was saved before one was refused is known, and nothing is sent after it', async () => {
  const refusal = new Error('This BOM has a run.');
  const sent: number[] = [];
  const saving = savePieces(oneByOne(lines(5), (each) => {
    sent.push(each);
    return each === 2 ? Promise.reject(refusal) : Promise.resolve([written(each)]);
  }));
  expect(await saving.ended).toEqual({ saved: [0, 1], written: [written(0), written(1)], error: refusal });
  expect(sent).toEqual([0, 1, 2]);
});

it('who takes them back while they are sent waits for the one on its way, and the rest is not sent', async () => {
  const sent: number[] = [];
  let arrive = () => {};
  const saving = savePieces(oneByOne(lines(50), (each) => {
    sent.push(each);
    return new Promise((resolve) => void (arrive = () => resolve([written(each)])));
  }));
  saving.stop();
  arrive();
  expect(await saving.ended).toEqual({ saved: [0], written: [written(0)], error: null });
  expect(sent).toEqual([0]);
});
