import { expect, it } from 'vitest';
import { headline } from '../../../web/src/boms/headline.ts';
import type { ListedBom } from '../../../web/src/boms/listed-bom.ts';
import { BOM, envelope, ORGANIZATION } from '../support/events.ts';

const withRun = (status: 'paused' | 'enriching'): ListedBom => ({
  bom_id: BOM,
  name: 'Board',
  line_count: 2,
  created_at: '2026-01-05T11:00:00.000Z',
  organization_id: ORGANIZATION,
  project_id: null,
  release: null,
  latest_run: { event_id: '1-3', state: { ...envelope('1-3').state, status } },
});

it('tells runs that are paused from those at work', () => {
  expect(headline([withRun('paused')], false, null)).toBe('1 BOM. 1 is paused.');
  expect(headline([withRun('paused'), withRun('enriching')], false, null)).toBe(
    '2 BOMs. 1 is running. 1 is paused.',
  );
});
