/** Exports on their way to a client: how many at once, how long a client may take, and what is logged of one that leaves. */
import { expect, it } from 'vitest';
import type { ExportPage } from '../../../shared/api/export.ts';
import { respondWithExport, STALLED_MS } from '../../../shared/bom/export/respond.ts';
import { createSlots } from '../../../shared/bom/export/slots.ts';
import { createManualClock, deferred, settled } from '../support/clock.ts';
import { recordLog } from '../support/log.ts';

const page = (next: number | null): ExportPage => ({
  bom_id: crypto.randomUUID(),
  event_id: '1-4',
  name: 'Sensor',
  exported_at: '2026-01-01T12:00:00.000Z',
  file: null,
  lines: [],
  next,
});

function world() {
  const clock = createManualClock();
  const { log, entries } = recordLog();
  const slots = createSlots(clock.after);
  return {
    clock,
    entries,
    ask: (readPage: (after: number) => Promise<ExportPage> = () => Promise.resolve(page(null))) =>
      respondWithExport(readPage, { format: 'json', boards: 1 }, { log, slots, after: clock.after }),
  };
}

/** Of endless pages. */
const endless = (after: number) => Promise.resolve(page(after + 1));

it('are two at once; a third waits, is refused after a while, and has a place once one ends', async () => {
  const { clock, ask } = world();
  const [first] = [await ask(endless), await ask(endless)];
  const refused = expect(ask()).rejects.toMatchObject({
    kind: 'too_many',
    code: 'too_many_exports',
    more: { retryAfterSeconds: 5 },
  });
  await clock.advance(5_000);
  await refused;
  const third = ask();
  await first.body!.cancel();
  expect(JSON.parse(await (await third).text())).toMatchObject({ name: 'Sensor' });
  // That of the third is free again, and that of whoever is refused its first page.
  await expect(ask(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await (await ask()).text();
});

it('give a place back once, however they end', async () => {
  const { clock, ask } = world();
  const answer = await ask();
  const reader = answer.body!.getReader();
  while (!(await reader.read()).done);
  await reader.cancel();
  await ask(endless);
  await ask(endless);
  const third = expect(ask()).rejects.toMatchObject({ code: 'too_many_exports' });
  await clock.advance(5_000);
  await third;
});

it('are ended where the client takes nothing for half a minute', async () => {
  const { clock, entries, ask } = world();
  const reader = (await ask(endless)).body!.getReader();
  await reader.read();
  await clock.advance(STALLED_MS - 1);
  await reader.read();
  await clock.advance(STALLED_MS - 1);
  expect(entries).toEqual([]);
  await clock.advance(1);
  await expect(reader.read()).rejects.toThrow('30 seconds');
  expect(entries.map(({ event }) => event)).toEqual(['export_stalled']);
  expect(clock.pending()).toEqual([]);
});

it('are no failure where the client leaves, even while a page is being read', async () => {
  const { entries, ask, clock } = world();
  const slow = deferred<ExportPage>();
  const reader = (await ask((after) => after === 0 ? endless(0) : slow.promise)).body!.getReader();
  await reader.read();
  const waiting = reader.read();
  await settled();
  const left = reader.cancel();
  slow.reject(new Error('the database went away'));
  await Promise.allSettled([waiting, left]);
  await settled();
  expect(entries).toEqual([]);
  expect(clock.pending()).toEqual([]);
});

it('are named after their BOM, also for programs that know plain letters alone', async () => {
  const { ask } = world();
  const answer = await ask(() => Promise.resolve({ ...page(null), name: 'Fühler A' }));
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="F_hler A.json"; filename*=UTF-8''F%C3%BChler%20A.json`,
  );
});

it('are a failure, and break off, where a page cannot be read', async () => {
  const { entries, ask } = world();
  const answer = await ask((after) => after === 0 ? endless(0) : Promise.reject(new TypeError('no')));
  await expect(answer.text()).rejects.toThrow('no');
  expect(entries.map(({ event }) => event)).toEqual(['export_failed']);
});
