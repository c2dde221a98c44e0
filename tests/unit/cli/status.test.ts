/** What `bomstream status` says of who asks. */
import { expect, it } from 'vitest';
import { readBom } from '../../../shared/api/boms.ts';
import { IDS, STATE } from '../../../shared/api/examples.ts';
import { inWords, overview } from '../../../cli/commands/status.ts';

const ORGANIZATION = { organization_id: '5f1a', name: 'Example Ltd', role: 'viewer' } as const;
const url = 'https://example.supabase.co';

it('names the key that asks', () => {
  const found = { key_name: 'Build\nserver', organizations: [ORGANIZATION], boms: [], next: null };
  expect(overview({ who: 'a key for programs', url }, found)).toBe(
    `a key for programs, Build server, at ${url}\n  viewer of Example Ltd (5f1a)\nNo run is going on.`,
  );
});

it('counts each line of the BOM, also those that its run did not take', () => {
  const state = {
    ...STATE,
    total_items: 5,
    enriched_items: 4,
    not_found_items: 1,
    failed_items: 0,
    skipped_items: 0,
    pending_items: 0,
  };
  const run = { run_id: IDS.run, run: 1, mode: 'pending', source: 'auto', event_id: '1-4', state } as const;
  const bom = readBom.answer.parse(readBom.example.answer);
  const said = inWords({ ...bom, line_count: 12, latest_run: run });
  expect(said).toContain('  not in run 7, with nothing to look up, or looked up before\n');
  const whole = inWords({ ...bom, line_count: 5, latest_run: run });
  expect(whole).not.toContain('not in run');
});

it('says of a person their address alone', () => {
  const found = { key_name: null, organizations: [], boms: [], next: null };
  expect(overview({ who: 'ada@example.com', url }, found)).toBe(
    `ada@example.com at ${url}\n  of no organization yet\nNo run is going on.`,
  );
});
