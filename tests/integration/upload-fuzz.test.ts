/**
 * Broken files of every kind through the function: each is previewed or refused in words, and nothing of it is stored.
 * `BOMSTREAM_FUZZ_FILES=10000` tries that many; every day it is a hundred.
 */
import { env } from 'node:process';
import { expect, inject, it } from 'vitest';
import { inDatabase } from '../support/admin.ts';
import { mutated } from '../support/bom-files/mutated.ts';
import { newTenant } from '../support/tenant.ts';

const stack = inject('stack');
const FILES = Number(env.BOMSTREAM_FUZZ_FILES ?? 100);
/** As many as a page sends at once. */
const AT_ONCE = 4;

it(`a file that is broken is previewed or refused, and leaves nothing, ${FILES} times`, async () => {
  const editor = await newTenant(stack);
  const path = `boms/preview?organization_id=${editor.organizationId}`;
  const statuses = new Map<number, number>();
  const send = async (seed: number) => {
    const [kind, bytes] = mutated(seed);
    const form = new FormData();
    form.set('file', new File([bytes], 'bom.xlsx'));
    const { status, body } = await editor.call('POST', path, form);
    expect([200, 422], `seed ${seed}, ${kind}: ${JSON.stringify(body).slice(0, 300)}`).toContain(status);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  for (let seed = 1; seed <= FILES; seed += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, FILES - seed + 1) }, (_, i) => send(seed + i)));
  }
  expect(statuses.get(200)).toBeGreaterThan(FILES / 5);
  expect(statuses.get(422)).toBeGreaterThan(FILES / 20);
  const stored = await inDatabase(
    stack,
    async (admin) =>
      (await admin.query('select from bomstream.boms where organization_id = $1', [editor.organizationId]))
        .rows,
  );
  expect(stored).toEqual([]);
}, 30_000 + FILES * 100);
