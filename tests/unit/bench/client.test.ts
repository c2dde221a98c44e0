/** Streams of a bench that are open while something is measured: what goes wrong then is told, and nothing hides it. */
import { expect, it } from 'vitest';
import { type OpenStream, whileOpen } from '../../bench/stream/client.ts';

function openStream(): OpenStream & {
  breakOff: (error: Error) => void;
  end: () => void;
  cuts: () => number;
} {
  let resolve = () => {};
  let reject: (error: Error) => void = () => {};
  const ended = new Promise<void>((end, breakOff) => [resolve, reject] = [end, breakOff]);
  let cuts = 0;
  const cut = () => {
    cuts += 1;
    resolve();
  };
  return { status: 200, ended, cut, cuts: () => cuts, breakOff: reject, end: resolve };
}

it('what is done while they are open comes back, and they are cut', async () => {
  const streams = [openStream(), openStream()];
  expect(await whileOpen(streams, () => Promise.resolve(7))).toBe(7);
  expect(streams.map(({ cuts }) => cuts())).toEqual([1, 1]);
});

it('what fails meanwhile is told, although streams break off behind it', async () => {
  const streams = [openStream(), openStream()];
  const failing = whileOpen(streams, () => Promise.reject(new Error('Redis is away')));
  await expect(failing).rejects.toThrow('Redis is away');
  streams.forEach(({ breakOff }) => breakOff(new Error('error reading a body from connection')));
  expect(streams.map(({ cuts }) => cuts())).toEqual([1, 1]);
});

it.each<[string, (stream: ReturnType<typeof openStream>) => void, string]>([
  ['breaks off', ({ breakOff }) => breakOff(new Error('connection reset')), 'Error: connection reset'],
  ['is ended by its server', ({ end }) => end(), 'its server ended it'],
])('a stream that %s ends the measurement, and says so', async (_how, stop, why) => {
  const streams = [openStream(), openStream()];
  const watching = whileOpen(streams, () => new Promise(() => {}));
  stop(streams[1]!);
  await expect(watching).rejects.toThrow(`a stream ended while it was watched: ${why}`);
  expect(streams[0]!.cuts()).toBe(1);
});
