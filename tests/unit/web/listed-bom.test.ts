import { expect, it } from 'vitest';
import { namesTwice, withEvent, withRevised } from '../../../web/src/boms/listed-bom.ts';
import { BOM, envelope, ORGANIZATION } from '../support/events.ts';

const bom = (event_id: string | null) => ({
  bom_id: BOM,
  name: 'Board',
  line_count: 2,
  created_at: '2026-01-05T11:00:00.000Z',
  organization_id: ORGANIZATION,
  project_id: null,
  release: null,
  boards: null,
  answer: null,
  nothing_to_look_up: false,
  revision_of: null,
  latest_run: event_id === null ? null : { event_id, state: envelope(event_id).state },
});

it.each<[read: string | null, event: string | null, shown: string | null]>([
  [null, null, null],
  ['1-3', null, '1-3'],
  [null, '1-1', '1-1'],
  ['1-3', '1-4', '1-4'],
  ['1-9', '2-1', '2-1'],
  // an answer that was on its way while later events came, and events from before it
  ['1-3', '1-3', '1-3'],
  ['2-1', '1-9', '2-1'],
])('a list shows the newer of what was read and what was heard: %s, %s', (read, event, shown) => {
  const { latest_run } = withEvent(bom(read), event === null ? undefined : envelope(event));
  expect(latest_run).toEqual(shown && { event_id: shown, state: envelope(shown).state });
});

it('the BOM that is to be revised can be chosen though the list does not show it, and once', () => {
  const [first, far] = [{ bom_id: BOM }, { bom_id: '00000000-0000-4000-8000-00000000000f' }];
  expect(withRevised([first], undefined)).toEqual([first]);
  expect(withRevised([first], far)).toEqual([far, first]);
  expect(withRevised([first, far], { ...far })).toEqual([first, far]);
});

it('BOMs of one name are told apart, whatever their files were', () => {
  expect([
    ...namesTwice([{ name: 'Board.csv' }, { name: 'Other' }, { name: 'Board.xlsx' }, { name: 'Board' }]),
  ])
    .toEqual(['Board']);
});
