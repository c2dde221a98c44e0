/** Calls of functions/organizations about what runs found: changes. */
import { z } from 'zod';
import { CHANGE_KINDS } from '../domain/status.ts';
import { after } from './cursor.ts';
import { IDS } from './examples.ts';
import { defineRoute } from './route.ts';
import { id, Timestamp, wholeNumber } from './values.ts';

const organization = { organization_id: id('organization_id') };
const OF = { organization_id: IDS.organization };
const AT = '2026-01-01T12:00:00.000Z';

export const MAX_CHANGES_OF_A_PAGE = 100;

const Change = z.object({
  kind: z.enum(CHANGE_KINDS),
  /** What the run before found: pieces in stock, the price of a piece, a lifecycle, days, what RoHS says. */
  before: z.union([z.number(), z.string()]),
  after: z.union([z.number(), z.string()]),
  /** Of a price. */
  currency: z.string().nullable(),
  bom_id: z.guid(),
  bom_name: z.string(),
  run: z.int(),
  line_id: z.guid(),
  line_number: z.int(),
  /** The part's; null where its component is gone. */
  mpn: z.string().nullable(),
  manufacturer: z.string().nullable(),
  created_at: Timestamp,
});

export const listRunChanges = defineRoute({
  method: 'GET',
  path: '/organizations/:organization_id/changes',
  summary:
    'Lists what runs found worse than the runs before: stock, prices, lifecycles, lead times, compliance. Newest first, kept for 90 days.',
  role: 'viewer',
  params: organization,
  query: {
    bom_id: id('bom_id').optional(),
    kind: z.enum(CHANGE_KINDS).optional(),
    since: Timestamp.optional(),
    // when the last one was found, in microseconds, and its number
    after: after.pipe(z.tuple([z.int(), z.int()])).optional(),
    limit: wholeNumber(1, MAX_CHANGES_OF_A_PAGE).optional(),
  },
  status: 200,
  answer: z.object({
    changes: z.array(Change),
    /** `after` of the next page; null: this is the last one. */
    next: z.string().nullable(),
  }),
  errors: ['organization_not_found', 'invalid_cursor'],
  example: {
    params: OF,
    query: { bom_id: IDS.bom, kind: 'stock_gone', since: AT, limit: '100' },
    answer: {
      changes: [{
        kind: 'stock_gone',
        before: 1200,
        after: 0,
        currency: null,
        bom_id: IDS.bom,
        bom_name: 'Sensor rev C',
        run: 2,
        line_id: IDS.line,
        line_number: 1,
        mpn: 'RC0603FR-0710KL',
        manufacturer: 'Yageo',
        created_at: AT,
      }],
      next: null,
    },
  },
});
