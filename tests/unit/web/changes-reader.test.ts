/** What others change of a BOM is read where the stream, a page of lines or a refusal says that there is more. */
import { expect, it } from 'vitest';
import type { Change } from '../../../web/src/bom/change-words.ts';
import { ChangesReader } from '../../../web/src/bom/changes-reader.ts';
import { withChanges } from '../../../web/src/bom/meanwhile.tsx';

const change = (change_id: number, line_id = 'R1'): Change => ({
  change_id,
  line_id,
  line_number: 1,
  line_name: 'R1',
  user_id: 'maria',
  key_id: null,
  action: 'approve',
  before: null,
  after: null,
  created_at: '2026-01-01T12:00:00.000Z',
});

function started() {
  const server = { changes: [] as Change[], isAway: false };
  const told: string[] = [];
  let reads = 0;
  const pauses = { goOn: () => Promise.resolve(void (server.isAway = false)) };
  const reader = new ChangesReader({
    read: () => {
      reads += 1;
      if (server.isAway) throw new Error('away');
      return Promise.resolve({ changes: server.changes.toReversed(), next: null });
    },
    onChanges: (changes) => Promise.resolve(void told.push(changes.map(({ change_id }) => change_id).join())),
    onBom: () => Promise.resolve(void told.push('BOM')),
    pause: () => pauses.goOn(),
  });
  return { server, told, reader, pauses, reads: () => reads };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

it('is told once, and nothing of what was there before', async () => {
  const { server, told, reader, reads } = started();
  server.changes = [change(1)];
  reader.linesAre(1);
  await settled();
  expect(reads()).toBe(0);
  server.changes.push(change(2), change(3));
  reader.take(3);
  reader.take(3);
  await settled();
  expect([told, reader.shown]).toEqual([['3,2', 'BOM'], 3]);
});

it('is read at a refusal before anybody tells of it, and again where that could not be read', async () => {
  const { server, told, reader } = started();
  reader.linesAre(null);
  await settled();
  server.changes = [change(4)];
  server.isAway = true;
  await reader.catchUp();
  await settled();
  expect([told, reader.shown]).toEqual([['4', 'BOM'], 4]);
  await reader.catchUp();
  expect(told).toEqual(['4', 'BOM', 'BOM']);
  reader.take(4);
  await settled();
  expect(told).toEqual(['4', 'BOM', 'BOM']);
});

it('is of the BOM itself where no line has it', async () => {
  const { server, told, reader } = started();
  server.changes = [change(1), change(2)];
  reader.linesAre(1);
  reader.take(3);
  await settled();
  expect([told, reader.shown]).toEqual([['2', 'BOM'], 3]);
});

it('is of the BOM itself also where somebody has changed a line since, here or elsewhere', async () => {
  const { server, told, reader } = started();
  reader.linesAre(1);
  reader.made([3]);
  server.changes = [change(3)];
  // the second was of the BOM
  reader.take(3);
  await settled();
  expect([told, reader.shown]).toEqual([['BOM'], 3]);
});

it('is kept by line, each once, the oldest first', () => {
  const first = withChanges(new Map(), [change(2), change(1)]);
  const all = withChanges(first, [change(4, 'R2'), change(3), change(2)]);
  expect([...all].map(([line, theirs]) => [line, theirs.map(({ change_id }) => change_id)])).toEqual([
    ['R1', [1, 2, 3]],
    ['R2', [4]],
  ]);
});

it('is waited for by nobody while it cannot be read, and told once it can', async () => {
  const { server, told, reader, pauses } = started();
  reader.linesAre(null);
  await settled();
  server.changes = [change(4)];
  server.isAway = true;
  pauses.goOn = () => new Promise(() => {});
  await reader.catchUp();
  expect([told, reader.shown]).toEqual([[], 0]);
});
