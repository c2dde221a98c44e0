/** What somebody takes back is what they did: not what somebody else has decided since, and all of an edit. */
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { sql } from '../support/admin.ts';
import { startPaused } from '../support/held-runs.ts';
import { type Answer, type Json, newTenant, type Tenant } from '../support/tenant.ts';

const stack = inject('stack');

let editor: Tenant;
let maria: Tenant;
beforeAll(async () => {
  editor = await newTenant(stack);
  maria = await newTenant(stack, { organizationId: editor.organizationId });
});

const RESISTOR = { mpn: 'RC0603FR-0710KL', manufacturer: 'Yageo', quantity: 2, value: '10k' };
/** It may be several parts. */
const OPEN = { mpn: 'BAV99', designators: 'D1' };

async function imported(lines: readonly object[]): Promise<string> {
  const { organizationId } = editor;
  const { body } = await editor.call('POST', 'boms', {
    organization_id: organizationId,
    name: 'Test',
    lines,
  });
  return body.bom_id;
}
const linesOf = async (bomId: string): Promise<Json[]> =>
  (await editor.call('GET', `boms/${bomId}/lines`)).body.lines;
async function enriched(lines: readonly object[]): Promise<{ bomId: string; lines: Json[] }> {
  const bomId = await imported(lines);
  await editor.start(bomId);
  await editor.untilEnded(bomId, 'completed');
  return { bomId, lines: await linesOf(bomId) };
}
const readLine = async (bomId: string, line: Json): Promise<Json> =>
  (await editor.call('GET', `boms/${bomId}/lines/${line.line_id}`)).body;
const review = (who: Tenant, bomId: string, lines: readonly Json[], how: object): Promise<Answer> =>
  who.call('POST', `boms/${bomId}/review`, { line_ids: lines.map(({ line_id }) => line_id), ...how });
const edit = (who: Tenant, bomId: string, line: Json, changes: object): Promise<Answer> =>
  who.call('PATCH', `boms/${bomId}/lines/${line.line_id}`, changes);
const idsOf = ({ body }: Answer): number[] => body.changes.map(({ change_id }: Json) => change_id);
const undo = (who: Tenant, bomId: string, lines: readonly Json[], change_ids: readonly (number | null)[]) =>
  review(who, bomId, lines, { action: 'undo', change_ids });
const refusal = (detail: string) => ({ status: 409, body: { code: 'nothing_to_undo', detail } });

describe('steps that are taken back, the last first', () => {
  const choose = {
    action: 'choose',
    choice: { mpn: 'ERJ-3EKF1002V', manufacturer: 'Panasonic' },
  };
  const [approve, reject, reset, nothing] = ['approve', 'reject', 'reset', 'nothing_to_buy'].map((
    action,
  ) => ({
    action,
  }));
  it.each<[string, readonly object[]]>([
    ['nothing to buy, approved, reset', [nothing!, approve!, reset!]],
    ['nothing to buy, approved, another part chosen', [nothing!, approve!, choose]],
    ['chosen, reset', [choose, reset!]],
    ['chosen twice', [choose, choose]],
    ['chosen, rejected, reset', [choose, reject!, reset!]],
    ['reset, chosen', [reset!, choose]],
    ['another number, reset', [{ mpn: 'RC0603FR-0747KL' }, reset!]],
    ['another number, another part chosen', [{ mpn: 'RC0603FR-0747KL' }, choose]],
    ['designators, reset', [{ designators: 'Q1' }, reset!]],
    ['another value, another part chosen', [{ value: '47k' }, choose]],
    ['a footprint, an own number, reset', [{ footprint: '0402' }, { internal_number: 'I-1' }, reset!]],
    ['approved, a note, another part chosen', [approve!, { note: 'Ask me.' }, choose]],
    ['a description, reset, a footprint', [{ description: '10k 5%' }, reset!, { footprint: '0402' }]],
    ['reset twice, another number', [reset!, reset!, { mpn: 'RC0603FR-0747KL' }]],
    ['reset, approved, kept, nothing to buy, not fitted', [
      reset!,
      approve!,
      { action: 'keep_as_written' },
      nothing!,
      { value: '47k', do_not_place: true },
    ]],
    ['nothing to buy, a description, reset, not fitted', [
      nothing!,
      { description: '10k 5%' },
      reset!,
      { do_not_place: true },
    ]],
    ['chosen, a description, reset, a footprint', [
      choose,
      { description: '10k 5%' },
      reset!,
      { footprint: '0402' },
    ]],
    ['a value, reset, a note, reset, another number', [
      { value: '47k' },
      reset!,
      { note: 'Ask me.' },
      reset!,
      { mpn: 'RC0603FR-0747KL' },
    ]],
  ])('leave the line as each found it: %s', async (_what, steps) => {
    const { bomId, lines: [line] } = await enriched([RESISTOR]);
    const seen: [number, Json][] = [];
    for (const step of steps) {
      const before = (await linesOf(bomId))[0];
      const id = 'action' in step
        ? idsOf(await review(editor, bomId, [line], step))[0]!
        : (await edit(editor, bomId, line, step)).body.change_id;
      seen.push([id, before]);
    }
    for (const [id, before] of seen.toReversed()) {
      expect((await undo(editor, bomId, [line], [id])).body).toMatchObject({ reviewed: 1 });
      expect((await linesOf(bomId))[0]).toEqual(before);
    }
  });

  it('leave nothing remembered, though two lines with the same words were decided in turn', async () => {
    const { bomId, lines: [one, other] } = await enriched([RESISTOR, { ...RESISTOR, designators: 'R9' }]);
    const first = idsOf(await review(editor, bomId, [one], choose));
    const second = idsOf(
      await review(editor, bomId, [other], {
        action: 'choose',
        choice: { ...choose.choice, mpn: 'ERJ-3EKF4702V' },
      }),
    );
    expect((await undo(editor, bomId, [one], first)).status).toBe(200);
    expect((await undo(editor, bomId, [other], second)).status).toBe(200);
    const again = await enriched([RESISTOR]);
    expect(again.lines[0].result.component.mpn).toBe(RESISTOR.mpn);
  });

  it('may be a choice below a note', async () => {
    const { bomId, lines: [line] } = await enriched([RESISTOR]);
    const chosen = idsOf(await review(editor, bomId, [line], choose));
    const hers = await edit(maria, bomId, line, { note: 'Ask me.' });
    expect((await undo(editor, bomId, [line], chosen)).status).toBe(200);
    expect((await linesOf(bomId))[0]).toMatchObject({ status: 'enriched', result: { run: 1 } });
    expect((await undo(maria, bomId, [line], [hers.body.change_id])).status).toBe(200);
    expect((await linesOf(bomId))[0]).toEqual(line);
  });
});

describe('a review that is taken back by what it wrote', () => {
  it('stays what a colleague has made of it since, who is named', async () => {
    const { bomId, lines: [line] } = await enriched([RESISTOR]);
    const mine = idsOf(await review(editor, bomId, [line], { action: 'approve' }));
    expect((await readLine(bomId, line)).review_change_id).toBe(mine[0]);
    const hers = idsOf(await review(maria, bomId, [line], { action: 'reject' }));
    expect(await undo(editor, bomId, [line], mine)).toMatchObject(
      refusal(`${maria.email} has decided RC0603FR-0710KL since.`),
    );
    expect(await readLine(bomId, line)).toMatchObject({
      line: { review: 'rejected' },
      review_change_id: hers[0],
    });
    expect((await undo(maria, bomId, [line], hers)).status).toBe(200);
    expect(await undo(editor, bomId, [line], hers)).toMatchObject(
      refusal(`${maria.email} has taken that back of RC0603FR-0710KL already.`),
    );
    expect(await readLine(bomId, line)).toMatchObject({
      line: { review: 'approved' },
      review_change_id: mine[0],
    });
    expect((await undo(editor, bomId, [line], mine)).status).toBe(200);
    expect(await readLine(bomId, line)).toMatchObject({ line: { review: 'none' }, review_change_id: null });
  });

  it('is that of each line or of none', async () => {
    const { bomId, lines } = await enriched([RESISTOR, { mpn: 'NOT-KNOWN' }]);
    const mine = idsOf(await review(editor, bomId, lines, { action: 'approve' }));
    await review(maria, bomId, lines.slice(1), { action: 'reject' });
    expect(await undo(editor, bomId, lines, mine)).toMatchObject(
      refusal(`${maria.email} has decided NOT-KNOWN since.`),
    );
    expect((await linesOf(bomId)).map(({ review }) => review)).toEqual(['approved', 'rejected']);
    expect((await undo(editor, bomId, lines.slice(0, 1), mine)).status).toBe(200);
  });

  it('is hindered by an edit that changed what it was about, and by no note', async () => {
    const { bomId, lines: [line] } = await enriched([RESISTOR]);
    const first = idsOf(await review(editor, bomId, [line], { action: 'approve' }));
    await edit(maria, bomId, line, { note: 'Take the reel.' });
    expect((await undo(editor, bomId, [line], first)).status).toBe(200);
    expect(await readLine(bomId, line)).toMatchObject({ note: 'Take the reel.', line: { review: 'none' } });
    const second = idsOf(await review(editor, bomId, [line], { action: 'approve' }));
    await edit(maria, bomId, line, { value: '12k' });
    expect(await undo(editor, bomId, [line], second)).toMatchObject(
      refusal(`${maria.email} has edited RC0603FR-0710KL since.`),
    );
  });

  it('names nobody who has left, and the key where a key did it', async () => {
    const { bomId, lines: [line] } = await enriched([RESISTOR]);
    const mine = idsOf(await review(editor, bomId, [line], { action: 'approve' }));
    const leaver = await newTenant(stack, { organizationId: editor.organizationId });
    await review(leaver, bomId, [line], { action: 'reject' });
    await sql(stack, 'delete from bomstream.organization_members where user_id = $1', [leaver.userId]);
    expect(await undo(editor, bomId, [line], mine)).toMatchObject(
      refusal('Somebody has decided RC0603FR-0710KL since.'),
    );
    const admin = await newTenant(stack, { role: 'admin', organizationId: editor.organizationId });
    const { body } = await admin.call('POST', `organizations/${editor.organizationId}/keys`, {
      name: 'Nightly script',
      role: 'editor',
      expires_in_days: 1,
    });
    const byKey = { authorization: `Bearer ${body.key}` };
    const { status } = await editor.call('POST', `boms/${bomId}/review`, {
      line_ids: [line.line_id],
      action: 'approve',
    }, byKey);
    expect(status).toBe(200);
    expect(await undo(editor, bomId, [line], mine)).toMatchObject(
      refusal('The key Nightly script has decided RC0603FR-0710KL since.'),
    );
  });

  it('is none of another line, and none without an id: that takes the newest, whoever made it', async () => {
    const { bomId, lines: [line, other] } = await enriched([RESISTOR, { mpn: 'NOT-KNOWN' }]);
    const mine = idsOf(await review(editor, bomId, [line], { action: 'approve' }));
    expect(await undo(editor, bomId, [other], mine)).toMatchObject({ status: 409 });
    await review(maria, bomId, [line], { action: 'reject' });
    expect((await review(editor, bomId, [line], { action: 'undo' })).status).toBe(200);
    expect((await linesOf(bomId))[0].review).toBe('approved');
    expect((await review(editor, bomId, [line], { action: 'approve', change_ids: mine })).status).toBe(422);
  });
});

describe('an edit that is taken back', () => {
  it('leaves the line as it was: result, candidates, review, and what is remembered', async () => {
    const { bomId, lines: [open, resistor] } = await enriched([OPEN, { ...RESISTOR, value: '4k7' }]);
    await review(editor, bomId, [open], { action: 'keep_as_written' });
    await review(editor, bomId, [resistor], { action: 'approve' });
    const edits = [
      [open, { mpn: 'BAT54', manufacturer: 'Nexperia', quantity: 3 }],
      [open, { do_not_place: true }],
      [resistor, { mpn: null, value: null }],
      [resistor, { alternates: [{ mpn: 'ERJ-3EKF1002V', manufacturer: 'Panasonic' }], value: '10k' }],
    ] as const;
    for (const [line, changes] of edits) {
      const before = await readLine(bomId, line);
      expect(before.line.result).toBeDefined();
      const { body: { change_id } } = await edit(editor, bomId, line, changes);
      const after = await readLine(bomId, line);
      expect(after).not.toEqual(before);
      expect((await undo(editor, bomId, [line], [change_id])).status).toBe(200);
      expect(await readLine(bomId, line), JSON.stringify(changes)).toEqual(before);
    }
    const { body: { changes } } = await editor.call('GET', `boms/${bomId}/changes`);
    expect(changes.slice(0, 2).map(({ action }: Json) => action)).toEqual(['undo', 'edit']);
  });

  it('is refused where somebody has edited or decided the line since', async () => {
    const { bomId, lines: [line] } = await enriched([RESISTOR]);
    const { body: { change_id } } = await edit(editor, bomId, line, { mpn: 'RC0603FR-0747KL' });
    const hers = await edit(maria, bomId, line, { note: 'Ask me.' });
    expect(await undo(editor, bomId, [line], [change_id])).toMatchObject(
      refusal(`${maria.email} has edited RC0603FR-0747KL since.`),
    );
    await undo(maria, bomId, [line], [hers.body.change_id]);
    await review(maria, bomId, [line], { action: 'approve' });
    expect(await undo(editor, bomId, [line], [change_id])).toMatchObject(
      refusal(`${maria.email} has decided RC0603FR-0747KL since.`),
    );
  });

  it('brings back no decision that was taken back after it', async () => {
    for (const action of ['approve', 'keep_as_written', 'nothing_to_buy']) {
      const { bomId, lines: [line] } = await enriched([RESISTOR]);
      const decided = idsOf(await review(editor, bomId, [line], { action }));
      const hers = await edit(maria, bomId, line, { note: 'Ask me.' });
      expect((await undo(editor, bomId, [line], decided)).status).toBe(200);
      expect((await undo(maria, bomId, [line], [hers.body.change_id])).status).toBe(200);
      const { line: now, note, review_change_id } = await readLine(bomId, line);
      expect([action, now.status, now.review, note, review_change_id]).toEqual(
        [action, 'enriched', 'none', null, null],
      );
    }
  });

  it('leaves what was decided before it as easy to take back as it was', async () => {
    const { bomId, lines: [line] } = await enriched([RESISTOR]);
    const choice = { mpn: 'RC0603FR-0747KL', manufacturer: 'Yageo' };
    const chosen = idsOf(await review(editor, bomId, [line], { action: 'choose', choice }));
    const hers = await edit(maria, bomId, line, { note: 'Ask me.' });
    expect((await undo(maria, bomId, [line], [hers.body.change_id])).status).toBe(200);
    expect((await undo(editor, bomId, [line], chosen)).status).toBe(200);
    expect((await linesOf(bomId))[0]).toMatchObject({ status: 'enriched', result: { run: 1 } });
  });

  it('has its former words where a run has taken the line since, and waits for the next', async () => {
    const { bomId, lines: [line] } = await enriched([RESISTOR]);
    const number = await edit(editor, bomId, line, { mpn: 'RC0603FR-0747KL', quantity: 5 });
    await editor.start(bomId, 'pending');
    await editor.untilEnded(bomId, 'completed');
    expect((await undo(editor, bomId, [line], [number.body.change_id])).status).toBe(200);
    expect((await linesOf(bomId))[0]).toMatchObject({ mpn: RESISTOR.mpn, quantity: 2, status: 'pending' });
    expect((await linesOf(bomId))[0].result).toBeUndefined();

    await editor.start(bomId, 'pending');
    await editor.untilEnded(bomId, 'completed');
    const both = await edit(editor, bomId, line, { mpn: 'RC0603FR-0747KL', value: '47k' });
    await editor.start(bomId, 'pending');
    await editor.untilEnded(bomId, 'completed');
    expect((await undo(editor, bomId, [line], [both.body.change_id])).status).toBe(200);
    expect((await linesOf(bomId))[0]).toMatchObject({ mpn: RESISTOR.mpn, value: '10k', status: 'pending' });

    await editor.start(bomId, 'pending');
    await editor.untilEnded(bomId, 'completed');
    const value = await edit(editor, bomId, line, { value: '12k' });
    await editor.start(bomId, 'all');
    await editor.untilEnded(bomId, 'completed');
    // what was found says something against 12k
    expect(await undo(editor, bomId, [line], [value.body.change_id])).toMatchObject(
      refusal('RC0603FR-0710KL was looked up since it was edited. Edit it again.'),
    );
    expect((await linesOf(bomId))[0].value).toBe('12k');
  });

  it('leaves a paused run with all that it had to look up', async () => {
    const bomId = await imported([RESISTOR, { mpn: 'B' }]);
    await startPaused(stack, editor, bomId);
    const [line] = await linesOf(bomId);
    const { body: { change_id } } = await edit(editor, bomId, line, { mpn: 'RC0603FR-0747KL' });
    expect((await undo(editor, bomId, [line], [change_id])).status).toBe(200);
    expect((await linesOf(bomId))[0]).toMatchObject({ mpn: RESISTOR.mpn, status: 'pending' });
    await editor.call('POST', `enrichment/${bomId}/resume`);
    await editor.untilEnded(bomId, 'completed');
    expect((await linesOf(bomId))[0]).toMatchObject({ status: 'enriched', result: { run: 1 } });
  });

  it('is none where it changed nothing, or came before edits could be taken back', async () => {
    const { bomId, lines: [line] } = await enriched([RESISTOR]);
    const first = await edit(editor, bomId, line, { quantity: 4 });
    expect((await edit(maria, bomId, line, { quantity: 4 })).body.change_id).toBeNull();
    await sql(stack, 'update bomstream.bom_changes set reviewed = null where bom_id = $1', [bomId]);
    expect(await undo(editor, bomId, [line], [first.body.change_id])).toMatchObject(
      refusal('RC0603FR-0710KL was edited before edits could be taken back. Edit it again.'),
    );
  });
});

describe('an edit to words that the line said before', () => {
  it.each<[string, readonly object[], object]>([
    ['its number, typed back', [{ mpn: 'RC0603FR-0747KL' }], { mpn: RESISTOR.mpn }],
    ['after two other numbers, and a note', [{ mpn: 'RC0603FR-0747KL' }, { note: 'Ask me.' }, {
      mpn: 'RC0603FR-0768KL',
    }], {
      mpn: RESISTOR.mpn,
    }],
    ['number and value, in one step', [{ value: '47k' }, { mpn: 'RC0603FR-0747KL' }], {
      mpn: RESISTOR.mpn,
      value: '10k',
    }],
    ['fitted again', [{ do_not_place: true }], { do_not_place: false }],
    ['a manufacturer, typed back before the value', [
      { manufacturer: null },
      { value: '47k' },
      { manufacturer: RESISTOR.manufacturer },
    ], { value: RESISTOR.value }],
  ])('gives it the answer that they had, without a run: %s', async (_what, there, back) => {
    for (const words of [RESISTOR, OPEN]) {
      const { bomId, lines: [line] } = await enriched([words]);
      const of = (changes: object) =>
        words === OPEN && 'mpn' in changes
          ? { ...changes, mpn: changes.mpn === RESISTOR.mpn ? OPEN.mpn : 'BAV199' }
          : changes;
      const isValue = words === OPEN && 'value' in back;
      if (isValue) continue;
      await review(editor, bomId, [line], { action: 'approve' });
      const [before, beforeWhole] = [(await linesOf(bomId))[0], await readLine(bomId, line)];
      for (const changes of there) expect((await edit(editor, bomId, line, of(changes))).status).toBe(200);
      expect((await linesOf(bomId))[0]).not.toEqual(before);
      const { body: { change_id } } = await edit(maria, bomId, line, of(back));
      expect((await linesOf(bomId))[0]).toEqual(before);
      expect((await readLine(bomId, line)).candidates).toEqual(beforeWhole.candidates);
      // and taken back, it waits again
      await undo(maria, bomId, [line], [change_id]);
      expect((await linesOf(bomId))[0]).not.toEqual(before);
    }
  });

  it('leaves it waiting where it says something else besides, or a run has looked for the words between', async () => {
    const { bomId, lines: [line] } = await enriched([RESISTOR]);
    await edit(editor, bomId, line, { mpn: 'RC0603FR-0747KL' });
    await edit(editor, bomId, line, { mpn: RESISTOR.mpn, value: '47k' });
    expect((await linesOf(bomId))[0]).toMatchObject({ status: 'pending' });
    await edit(editor, bomId, line, { mpn: 'RC0603FR-0747KL' });
    await editor.start(bomId, 'pending');
    await editor.untilEnded(bomId);
    await edit(editor, bomId, line, { mpn: RESISTOR.mpn, value: '10k' });
    expect((await linesOf(bomId))[0]).toMatchObject({ status: 'pending' });
    expect((await linesOf(bomId))[0].result).toBeUndefined();
  });

  it('leaves it waiting where these words mean another part since, by a decision on another line', async () => {
    const { bomId, lines: [line, twin] } = await enriched([RESISTOR, { ...RESISTOR, designators: 'R9' }]);
    await edit(editor, bomId, line!, { mpn: 'RC0603FR-0747KL' });
    const choice = { mpn: 'ERJ-3EKF1002V', manufacturer: 'Panasonic' };
    await review(maria, bomId, [twin!], { action: 'choose', choice });
    await edit(editor, bomId, line!, { mpn: RESISTOR.mpn });
    expect((await linesOf(bomId))[0]).toMatchObject({ status: 'pending', review: 'none' });
    expect((await linesOf(bomId))[0].result).toBeUndefined();
    await editor.start(bomId, 'pending');
    await editor.untilEnded(bomId);
    expect((await linesOf(bomId))[0]).toMatchObject({ result: { component: { mpn: choice.mpn } } });

    // A decision that was taken back is none.
    await review(editor, bomId, [twin!], { action: 'reset' });
    const { bomId: other, lines: [fresh, beside] } = await enriched([RESISTOR, {
      ...RESISTOR,
      designators: 'R9',
    }]);
    const before = (await linesOf(other))[0];
    await edit(editor, other, fresh!, { mpn: 'RC0603FR-0747KL' });
    const ids = idsOf(await review(maria, other, [beside!], { action: 'choose', choice }));
    await undo(maria, other, [beside!], ids);
    await edit(editor, other, fresh!, { mpn: RESISTOR.mpn });
    expect((await linesOf(other))[0]).toEqual(before);
  });

  it('leaves it waiting where it was kept as written, and that was reset on another line', async () => {
    const { bomId, lines: [line, twin] } = await enriched([OPEN, { ...OPEN, designators: 'D9' }]);
    await review(editor, bomId, [line!], { action: 'keep_as_written' });
    const before = (await linesOf(bomId))[0];
    await edit(editor, bomId, line!, { mpn: 'BAV199' });
    await edit(editor, bomId, line!, { mpn: OPEN.mpn });
    expect((await linesOf(bomId))[0]).toEqual(before);
    await edit(editor, bomId, line!, { mpn: 'BAV199' });
    await review(maria, bomId, [twin!], { action: 'reset' });
    await edit(editor, bomId, line!, { mpn: OPEN.mpn });
    expect((await linesOf(bomId))[0]).toMatchObject({ status: 'pending', review: 'none' });
  });
});
