/** Calls that make and revoke secrets of the product's own: keys for programs, and read-only links to a BOM. */
import { z } from 'zod';
import { MAX_KEY_DAYS, MAX_LINK_DAYS } from '../domain/limits.ts';
import { ROLES } from '../domain/status.ts';
import { Name } from '../domain/text.ts';
import { IDS } from './examples.ts';
import { defineRoute } from './route.ts';
import { id, Timestamp } from './values.ts';

const AT = '2026-01-01T12:00:00.000Z';

const organization = { organization_id: id('organization_id') };
const OF = { organization_id: IDS.organization };

/** What an admin may do needs a person: a key lies where others can read it. */
const KeyRole = z.enum(ROLES).exclude(['admin']);

const Key = z.object({
  key_id: z.guid(),
  name: z.string(),
  role: KeyRole,
  /** Null where the account is gone: the key goes on being the organization's. */
  created_by: z.guid().nullable(),
  created_by_email: z.string().nullable(),
  created_at: Timestamp,
  expires_at: Timestamp,
  /** To the minute; null before the first use. */
  last_used_at: Timestamp.nullable(),
});

const KEY: z.input<typeof Key> = {
  key_id: IDS.key,
  name: 'Nightly build',
  role: 'editor',
  created_by: IDS.user,
  created_by_email: 'ada@example.com',
  created_at: AT,
  expires_at: '2026-04-01T12:00:00.000Z',
  last_used_at: null,
};

export const listKeys = defineRoute({
  method: 'GET',
  path: '/organizations/:organization_id/keys',
  summary: 'Lists the keys for programs, expired ones included: who made each, and when it was last used.',
  role: 'admin',
  callers: ['person'],
  params: organization,
  status: 200,
  answer: z.object({ keys: z.array(Key) }),
  errors: ['organization_not_found'],
  example: { params: OF, answer: { keys: [KEY] } },
});

export const createKey = defineRoute({
  method: 'POST',
  path: '/organizations/:organization_id/keys',
  summary: 'Makes a key with which a program acts for the organization. The key is shown only once.',
  role: 'admin',
  callers: ['person'],
  params: organization,
  body: z.strictObject({
    name: Name,
    role: KeyRole,
    expires_in_days: z.int().min(1).max(MAX_KEY_DAYS),
  }),
  status: 201,
  answer: Key.extend({ key: z.string() }),
  errors: ['organization_not_found', 'too_many_keys'],
  example: {
    params: OF,
    body: { name: 'Nightly build', role: 'editor', expires_in_days: 90 },
    answer: { ...KEY, key: 'bsk_…' },
  },
});

export const revokeKey = defineRoute({
  method: 'DELETE',
  path: '/organizations/:organization_id/keys/:key_id',
  summary: 'Revokes a key, and the read-only links that it made.',
  role: 'admin',
  callers: ['person'],
  params: { ...organization, key_id: id('key_id') },
  status: 204,
  answer: z.null(),
  errors: ['organization_not_found', 'key_not_found'],
  example: { params: { ...OF, key_id: IDS.key }, answer: null },
});

const bom = { bom_id: id('bom_id') };
const OF_BOM = { bom_id: IDS.bom };

const Link = z.object({
  link_id: z.guid(),
  bom_id: z.guid(),
  name: z.string(),
  /** The member or the key that made it: one of the two. The link ends with them. */
  created_by: z.guid().nullable(),
  key_id: z.guid().nullable(),
  created_at: Timestamp,
  expires_at: Timestamp,
  /** To the minute; null before the first use. */
  last_used_at: Timestamp.nullable(),
});

const LINK: z.input<typeof Link> = {
  link_id: IDS.link,
  ...OF_BOM,
  name: 'For the assembler',
  created_by: IDS.user,
  key_id: null,
  created_at: AT,
  expires_at: '2026-01-31T12:00:00.000Z',
  last_used_at: null,
};

export const listLinks = defineRoute({
  method: 'GET',
  path: '/boms/:bom_id/links',
  summary: 'Lists the read-only links that open a BOM.',
  role: 'editor',
  params: bom,
  status: 200,
  answer: z.object({ links: z.array(Link) }),
  errors: ['bom_not_found'],
  example: { params: OF_BOM, answer: { links: [LINK] } },
});

export const createLink = defineRoute({
  method: 'POST',
  path: '/boms/:bom_id/links',
  summary: 'Makes a link with which anybody reads this BOM, without an account. The link is shown only once.',
  role: 'editor',
  params: bom,
  body: z.strictObject({ name: Name, expires_in_days: z.int().min(1).max(MAX_LINK_DAYS) }),
  status: 201,
  answer: Link.extend({ link: z.string() }),
  errors: ['bom_not_found', 'too_many_links'],
  example: {
    params: OF_BOM,
    body: { name: 'For the assembler', expires_in_days: 30 },
    answer: { ...LINK, link: 'bsl_…' },
  },
});

export const revokeLink = defineRoute({
  method: 'DELETE',
  path: '/boms/:bom_id/links/:link_id',
  summary: 'Revokes a read-only link.',
  role: 'editor',
  params: { ...bom, link_id: id('link_id') },
  status: 204,
  answer: z.null(),
  errors: ['bom_not_found', 'link_not_found'],
  example: { params: { ...OF_BOM, link_id: IDS.link }, answer: null },
});
