/** Ids and pieces that the examples of several routes have in common, as after the first run of a BOM of one line. */
import type { RunState } from '../domain/event.ts';

/** A test that sends the examples puts those of real things in the place of these. */
export const IDS = {
  organization: '2f1a3c9e-6b1d-4e52-8f07-9a4c5d6e7f80',
  bom: '8a0c1d2e-3f40-4b51-9c62-7d8e9fa0b1c2',
  run: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  line: '5d1d9c66-3f0e-4d0f-8a51-0f6f6a1c2e77',
  component: 'c4a760a8-dbcf-4e14-9f39-645a8e933d74',
  project: '6a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  invitation: 'e2d1c0b9-a8f7-4e6d-9c5b-4a3f2e1d0c9b',
  webhook: 'f3b1c2d4-5e6f-4708-9a1b-2c3d4e5f6071',
  key: '9d2c7e14-5b3a-4f68-8e90-1a2b3c4d5e6f',
  link: '4f9b8a70-2c1d-4e3f-9a5b-6c7d8e9f0a1b',
  user: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
  worker: '3f333df6-90a4-4fda-8dd3-9485d27cee36',
  /** Where webhooks of examples lead to. */
  receiver: 'https://hooks.example.com/bomstream',
  /** Of the invitation. */
  token: 'q3vMmY6g0oQ2x1Jt8c9d7w5b4n3a2s1f0hZkLrPuTyE',
} as const;

export const STATE: RunState = {
  status: 'completed',
  total_items: 1,
  enriched_items: 1,
  not_found_items: 0,
  failed_items: 0,
  skipped_items: 0,
  pending_items: 0,
  current_batch: 1,
  total_batches: 1,
  percent_complete: 100,
  items_per_second: 12.5,
  eta_seconds: null,
  waiting_for: null,
  started_at: '2026-01-01T12:00:00.000Z',
  last_update: '2026-01-01T12:00:00.080Z',
  completed_at: '2026-01-01T12:00:00.080Z',
};

export const STREAM_URL = `https://project.supabase.co/functions/v1/enrichment-stream/${IDS.bom}`;
