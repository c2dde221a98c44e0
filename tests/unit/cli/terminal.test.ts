/** How a run is shown in a terminal, and in none. */
import { expect, it } from 'vitest';
import { createProgress } from '../../../cli/terminal.ts';
import { envelope } from '../support/events.ts';

/** What is written of a state where there is no terminal. */
function shown(state: Partial<ReturnType<typeof envelope>['state']>): string {
  let text = '';
  const event = envelope('1-2');
  createProgress({ write: (more) => text += more }).show({ ...event, state: { ...event.state, ...state } });
  return text;
}

it.each([
  [3, '0/74 lines (3 more need no lookup)'],
  [1, '0/76 lines (1 more needs no lookup)'],
  [0, '0/77 lines  batch'],
])('of 77 lines, %d of which need no lookup, it says so', (skipped_items, expected) => {
  const none = { enriched_items: 0, not_found_items: 0, failed_items: 0 };
  expect(shown({ ...none, total_items: 77, skipped_items, pending_items: 77 - skipped_items })).toContain(
    expected,
  );
});
