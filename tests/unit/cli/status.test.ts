/** What `bomstream status` says of who asks. */
import { expect, it } from 'vitest';
import { overview } from '../../../cli/commands/status.ts';

const ORGANIZATION = { organization_id: '5f1a', name: 'Example Ltd', role: 'viewer' } as const;
const url = 'https://example.supabase.co';

it('names the key that asks', () => {
  const found = { key_name: 'Build\nserver', organizations: [ORGANIZATION], boms: [], next: null };
  expect(overview({ who: 'a key for programs', url }, found)).toBe(
    `a key for programs, Build server, at ${url}\n  viewer of Example Ltd (5f1a)\nNo run is going on.`,
  );
});

it('says of a person their address alone', () => {
  const found = { key_name: null, organizations: [], boms: [], next: null };
  expect(overview({ who: 'ada@example.com', url }, found)).toBe(
    `ada@example.com at ${url}\n  of no organization yet\nNo run is going on.`,
  );
});
