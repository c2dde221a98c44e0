/** Two people at work on one BOM: what somebody decides or edits overrules nothing that they have not seen. */
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Answer, type Json, newTenant, type Tenant } from '../support/tenant.ts';

const stack = inject('stack');

let editor: Tenant;
let maria: Tenant;
let bomId: string;
let lines: Json[];

const review = (who: Tenant, which: readonly Json[], how: object): Promise<Answer> =>
  who.call('POST', `boms/${bomId}/review`, { line_ids: which.map(({ line_id }) => line_id), ...how });
const edit = (who: Tenant, { line_id }: Json, changes: object): Promise<Answer> =>
  who.call('PATCH', `boms/${bomId}/lines/${line_id}`, changes);
const readLines = async (): Promise<Json> => (await editor.call('GET', `boms/${bomId}/lines`)).body;
const seen = async (): Promise<number> => (await readLines()).change_id ?? 0;
const reviewOf = async ({ line_id }: Json): Promise<string> =>
  (await readLines()).lines.find((line: Json) => line.line_id === line_id).review;
const refusal = (detail: string) => ({ status: 409, body: { code: 'changed_since', detail } });

beforeAll(async () => {
  editor = await newTenant(stack);
  maria = await newTenant(stack, { organizationId: editor.organizationId });
  const { body } = await editor.call('POST', 'boms', {
    organization_id: editor.organizationId,
    name: 'Ours',
    lines: Array.from({ length: 20 }, (_, i) => ({
      mpn: 'RC0603FR-0710KL',
      designators: `R${i + 1}`,
      quantity: 1,
      value: '4k7',
    })),
  });
  bomId = body.bom_id;
  await editor.start(bomId);
  await editor.untilEnded(bomId, 'completed');
  lines = (await readLines()).lines;
});

describe('a decision', () => {
  it('that overrules what somebody else did since is refused with who did what, and made by who has seen it', async () => {
    const [line] = lines;
    const asOf = await seen();
    await review(maria, [line!], { action: 'approve' });
    expect(await review(editor, [line!], { action: 'nothing_to_buy', as_of: asOf })).toMatchObject(
      refusal(`Since you looked, ${maria.email} has approved R1. Look again, and decide then.`),
    );
    expect(await reviewOf(line!)).toBe('approved');
    expect(await review(editor, [line!], { action: 'reject', as_of: await seen() }))
      .toMatchObject({ status: 200, body: { reviewed: 1 } });
    expect(await reviewOf(line!)).toBe('rejected');
  });

  it.each<[string, object, string]>([
    [
      'another part',
      { action: 'choose', choice: { mpn: 'ERJ-3EKF1002V', manufacturer: 'Panasonic' } },
      'chosen ERJ-3EKF1002V for R2',
    ],
    ['kept', { action: 'keep_as_written' }, 'kept R2 as written'],
    ['nothing to buy', { action: 'nothing_to_buy' }, 'set R2 to nothing to buy'],
    ['rejected', { action: 'reject' }, 'rejected what was found for R2'],
    ['set back', { action: 'reset' }, 'set R2 back'],
  ])('names what was decided: %s', async (_what, how, said) => {
    const asOf = await seen();
    await review(maria, [lines[1]!], how);
    expect((await review(editor, [lines[1]!], { action: 'approve', as_of: asOf })).body.detail).toBe(
      `Since you looked, ${maria.email} has ${said}. Look again, and decide then.`,
    );
  });

  it('is told of an edit, with what was there and what is now, and of what was taken back', async () => {
    const [, , line] = lines;
    const asOf = await seen();
    const { body: { change_id } } = await edit(maria, line!, { value: '47k', quantity: 3 });
    expect((await review(editor, [line!], { action: 'approve', as_of: asOf })).body.detail).toBe(
      `Since you looked, ${maria.email} has edited R3: quantity 1 → 3; value 4k7 → 47k. Look again, and decide then.`,
    );
    const then = await seen();
    await review(maria, [line!], { action: 'undo', change_ids: [change_id] });
    expect((await review(editor, [line!], { action: 'approve', as_of: then })).body.detail).toBe(
      `Since you looked, ${maria.email} has taken back what was done to R3. Look again, and decide then.`,
    );
  });

  it('is in nobody’s way with a note, nor in one’s own, nor where nobody says what they have seen', async () => {
    const [, , , line] = lines;
    const asOf = await seen();
    await edit(maria, line!, { note: 'Ask me.', internal_number: 'I-1' });
    await review(editor, [line!], { action: 'reject' });
    expect((await review(editor, [line!], { action: 'approve', as_of: asOf })).status).toBe(200);
    await review(maria, [line!], { action: 'reject' });
    expect((await review(editor, [line!], { action: 'approve' })).status).toBe(200);
  });

  it('is in nobody’s way where that is taken back: a note, or all that was done since', async () => {
    const [, , , , , , , , , , , , , line] = lines;
    const undo = async ({ body }: Answer) =>
      expect(
        (await review(maria, [line!], {
          action: 'undo',
          change_ids: [body.change_id ?? body.changes[0].change_id],
        }))
          .status,
      ).toBe(200);
    const asOf = await seen();
    const note = await edit(maria, line!, { note: 'Ask me.' });
    const noted = await seen();
    await undo(note);
    for (
      const how of [{ action: 'reject' }, { action: 'keep_as_written' }, {
        action: 'choose',
        choice: { mpn: 'ERJ-3EKF1002V', manufacturer: 'Panasonic' },
      }]
    ) await undo(await review(maria, [line!], how));
    await undo(await edit(maria, line!, { value: '47k', do_not_place: true }));
    for (const as_of of [asOf, noted]) {
      expect((await edit(editor, line!, { value: '5k', as_of })).status).toBe(200);
      expect((await review(editor, [line!], { action: 'approve', as_of })).status).toBe(200);
    }
  });

  it('is told that what one had seen, or had decided oneself, was taken back', async () => {
    const [, , , , , , , , , , , , , , line] = lines;
    const said =
      `Since you looked, ${maria.email} has taken back what was done to R15. Look again, and decide then.`;
    const approved = await review(maria, [line!], { action: 'approve' });
    const asOf = await seen();
    const change_ids = [approved.body.changes[0].change_id];
    await review(maria, [line!], { action: 'undo', change_ids });
    expect(await review(editor, [line!], { action: 'reject', as_of: asOf })).toMatchObject(refusal(said));
    const then = await seen();
    const { body: { changes: [mine] } } = await review(editor, [line!], { action: 'approve', as_of: then });
    await review(maria, [line!], { action: 'undo', change_ids: [mine.change_id] });
    expect(await review(editor, [line!], { action: 'reject', as_of: then })).toMatchObject(refusal(said));
  });

  it('is told of an answer that a run lost between a decision and the undo of it', async () => {
    const bom = await editor.call('POST', 'boms', {
      organization_id: editor.organizationId,
      name: 'Run between',
      lines: [{ mpn: 'RC0603FR-0711KL', designators: 'R1', quantity: 1 }],
    });
    const id = bom.body.bom_id;
    await editor.start(id);
    await editor.untilEnded(id, 'completed');
    const { body: { change_id, lines: [{ line_id }] } } = await editor.call('GET', `boms/${id}/lines`);
    const decide = (who: Tenant, how: object) =>
      who.call('POST', `boms/${id}/review`, { line_ids: [line_id], ...how });
    const { body: { changes } } = await decide(maria, {
      action: 'choose',
      choice: { mpn: 'ERJ-3EKF1002V', manufacturer: 'Panasonic' },
    });
    await editor.start(id);
    await expect.poll(
      async () => (await editor.call('GET', `boms/${id}/lines`)).body.lines[0].status,
      { timeout: 60_000 },
    ).toBe('enriched');
    await editor.untilEnded(id, 'completed');
    await decide(maria, { action: 'undo', change_ids: [changes[0].change_id] });
    expect((await decide(editor, { action: 'approve', as_of: change_id ?? 0 })).body.detail).toBe(
      `Since you looked, ${maria.email} has taken back what was done to R1. Look again, and decide then.`,
    );
  });

  it('of several lines is of none where one was changed since, and names those', async () => {
    const some = lines.slice(4, 11);
    const asOf = await seen();
    await review(maria, [some[0]!], { action: 'approve' });
    await edit(maria, some[2]!, { value: '47k' });
    expect(await review(editor, some, { action: 'reject', as_of: asOf })).toMatchObject(refusal(
      `Nothing was decided. Since you looked, ${maria.email} has approved R5; ${maria.email} has edited R7: value 4k7 → 47k. Look again, and decide then.`,
    ));
    expect(await reviewOf(some[1]!)).toBe('none');
    await review(maria, some.slice(3), { action: 'reject' });
    expect((await review(editor, some, { action: 'reject', as_of: asOf })).body.detail).toMatch(
      /R8; and 3 more of these lines were changed\. Look again, and decide then\.$/,
    );
  });

  it('takes as_of for no undo, and no number that is none', async () => {
    for (const how of [{ action: 'undo', as_of: 1 }, { action: 'approve', as_of: -1 }]) {
      expect((await review(editor, [lines[0]!], how)).body.code).toBe('invalid_body');
    }
  });
});

describe('an edit', () => {
  it('overrules no edit of the same field, no decision and nothing taken back that was not seen', async () => {
    const [, , , , , , , , , , , line] = lines;
    const asOf = await seen();
    await edit(maria, line!, { value: '47k' });
    expect(await edit(editor, line!, { value: '1k', as_of: asOf })).toMatchObject(
      refusal(
        `Since you looked, ${maria.email} has edited R12: value 4k7 → 47k. Look again, and decide then.`,
      ),
    );
    const then = await seen();
    await review(maria, [line!], { action: 'approve' });
    expect((await edit(editor, line!, { value: '1k', as_of: then })).body.code).toBe('changed_since');
    expect((await edit(editor, line!, { value: '1k', as_of: await seen() })).body.line.value).toBe('1k');
  });

  it('of another field, or of a note beside a decision, is made', async () => {
    const [, , , , , , , , , , , , line] = lines;
    const asOf = await seen();
    await edit(maria, line!, { value: '47k' });
    expect((await edit(editor, line!, { quantity: 4, as_of: asOf })).status).toBe(200);
    await review(maria, [line!], { action: 'approve' });
    expect((await edit(editor, line!, { note: 'Ask me.', as_of: asOf })).status).toBe(200);
    expect((await edit(editor, line!, { as_of: asOf })).body.code).toBe('invalid_body');
  });

  it('is refused for an edit taken back of the same field alone', async () => {
    const [, , , , , , , , , , , , , , , line] = lines;
    const { body: { change_id } } = await edit(maria, line!, { value: '47k' });
    const asOf = await seen();
    await review(maria, [line!], { action: 'undo', change_ids: [change_id] });
    expect((await edit(editor, line!, { footprint: '0805', as_of: asOf })).status).toBe(200);
    expect((await edit(editor, line!, { value: '1k', as_of: asOf })).body.code).toBe('changed_since');
  });

  it('is told in words', async () => {
    const [, , , , , , , , , , , , , , , , line] = lines;
    const asOf = await seen();
    await edit(maria, line!, {
      alternates: [{ mpn: 'ERJ-3EKF1002V', manufacturer: 'Panasonic' }, {
        mpn: 'CRCW060310K0FKEA',
        manufacturer: null,
      }],
      supplier_numbers: [{ supplier: 'mouser', number: '603-RC0603FR-0710KL' }],
      do_not_place: true,
    });
    expect((await review(editor, [line!], { action: 'approve', as_of: asOf })).body.detail).toBe(
      `Since you looked, ${maria.email} has edited R17: alternates nothing → ERJ-3EKF1002V, CRCW060310K0FKEA; do not place no → yes; ` +
        'supplier numbers nothing → 603-RC0603FR-0710KL. Look again, and decide then.',
    );
  });
});
