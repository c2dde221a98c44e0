/** Calls of functions/organizations about what runs found: changes, and webhooks that are told of them. */
import { z } from 'zod';
import { CHANGE_KINDS, WEBHOOK_EVENTS } from '../domain/status.ts';
import { Moment } from '../domain/time.ts';
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
  /** As people call the line. */
  line_name: z.string(),
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
    since: Moment.optional(),
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
        line_name: 'R1, R2',
        mpn: 'RC0603FR-0710KL',
        manufacturer: 'Yageo',
        created_at: AT,
      }],
      next: null,
    },
  },
});

/** Characters of an address. */
const MAX_URL_CHARS = 2_000;

const url = z.url().max(MAX_URL_CHARS);
const events = z.array(z.enum(WEBHOOK_EVENTS)).min(1)
  .refine((names) => new Set(names).size === names.length, 'names an event twice');

export const Webhook = z.object({
  webhook_id: z.guid(),
  url: z.string(),
  events: z.array(z.enum(WEBHOOK_EVENTS)),
  /** Nothing is sent to one that is turned off. */
  active: z.boolean(),
  created_at: Timestamp,
});

const WEBHOOK: z.input<typeof Webhook> = {
  webhook_id: IDS.webhook,
  url: IDS.receiver,
  events: ['run.ended', 'changes.found'],
  active: true,
  created_at: AT,
};
const webhook = { ...organization, webhook_id: id('webhook_id') };
const OF_WEBHOOK = { ...OF, webhook_id: IDS.webhook };

export const listWebhooks = defineRoute({
  method: 'GET',
  path: '/organizations/:organization_id/webhooks',
  summary: 'Lists the webhooks of an organization.',
  role: 'admin',
  params: organization,
  status: 200,
  answer: z.object({ webhooks: z.array(Webhook) }),
  errors: ['organization_not_found'],
  example: { params: OF, answer: { webhooks: [WEBHOOK] } },
});

export const createWebhook = defineRoute({
  method: 'POST',
  path: '/organizations/:organization_id/webhooks',
  summary:
    'Creates a webhook: an https address that is told of events. The secret that signs them is shown only once.',
  role: 'admin',
  params: organization,
  body: z.strictObject({ url, events }),
  status: 201,
  answer: Webhook.extend({ secret: z.string() }),
  errors: ['organization_not_found', 'address_refused', 'too_many_webhooks'],
  example: {
    params: OF,
    body: { url: IDS.receiver, events: ['run.ended', 'changes.found'] },
    answer: { ...WEBHOOK, secret: 'whsec_q3vMmY6g0oQ2x1Jt8c9d7w5b4n3a2s1f0hZkLrPuTyE' },
  },
});

export const changeWebhook = defineRoute({
  method: 'PATCH',
  path: '/organizations/:organization_id/webhooks/:webhook_id',
  summary: 'Changes the address or the events of a webhook, or turns it off or on.',
  role: 'admin',
  params: webhook,
  body: z.strictObject({ url, events, active: z.boolean() }).partial(),
  status: 200,
  answer: Webhook,
  errors: ['organization_not_found', 'webhook_not_found', 'address_refused'],
  example: { params: OF_WEBHOOK, body: { active: false }, answer: { ...WEBHOOK, active: false } },
});

export const deleteWebhook = defineRoute({
  method: 'DELETE',
  path: '/organizations/:organization_id/webhooks/:webhook_id',
  summary: 'Deletes a webhook and the log of its deliveries.',
  role: 'admin',
  params: webhook,
  status: 204,
  answer: z.null(),
  errors: ['organization_not_found', 'webhook_not_found'],
  example: { params: OF_WEBHOOK, answer: null },
});

export const testWebhook = defineRoute({
  method: 'POST',
  path: '/organizations/:organization_id/webhooks/:webhook_id/test',
  summary: 'Sends a test delivery. The log of deliveries says what became of it.',
  role: 'admin',
  params: webhook,
  status: 202,
  answer: z.object({ webhook_id: z.guid(), event: z.literal('webhook.test') }),
  errors: ['organization_not_found', 'webhook_not_found', 'too_many_tests'],
  example: { params: OF_WEBHOOK, answer: { webhook_id: IDS.webhook, event: 'webhook.test' } },
});

export const MAX_DELIVERIES_OF_A_PAGE = 100;

const Delivery = z.object({
  delivery_id: z.guid(),
  event: z.enum([...WEBHOOK_EVENTS, 'webhook.test']),
  /** `failed`: given up after six attempts, or because the webhook was turned off. */
  status: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.int(),
  /** Of the last attempt; null where nobody answered. */
  response_status: z.int().nullable(),
  /** Why nobody did: `timeout`, `unreachable`, `address_refused`, `turned_off`. */
  error: z.string().nullable(),
  created_at: Timestamp,
  delivered_at: Timestamp.nullable(),
  next_attempt_at: Timestamp.nullable(),
});

export const listDeliveries = defineRoute({
  method: 'GET',
  path: '/organizations/:organization_id/webhooks/:webhook_id/deliveries',
  summary: 'Lists what was sent to a webhook or is to be, newest first. Kept for 30 days.',
  role: 'admin',
  params: webhook,
  query: {
    // when the last one was made, in microseconds, and its id
    after: after.pipe(z.tuple([z.int(), z.guid()])).optional(),
    limit: wholeNumber(1, MAX_DELIVERIES_OF_A_PAGE).optional(),
  },
  status: 200,
  answer: z.object({
    deliveries: z.array(Delivery),
    /** `after` of the next page; null: this is the last one. */
    next: z.string().nullable(),
  }),
  errors: ['organization_not_found', 'webhook_not_found', 'invalid_cursor'],
  example: {
    params: OF_WEBHOOK,
    query: { limit: '100' },
    answer: {
      deliveries: [{
        delivery_id: '0d9f1c3b-2a4e-4c6d-8e7f-1a2b3c4d5e6f',
        event: 'run.ended',
        status: 'delivered',
        attempts: 1,
        response_status: 204,
        error: null,
        created_at: AT,
        delivered_at: AT,
        next_attempt_at: null,
      }],
      next: null,
    },
  },
});
