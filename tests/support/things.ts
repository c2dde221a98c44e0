/** Real things in the place of those that the examples of the contract name. */
import { IDS } from '../../shared/api/examples.ts';
import type { Contract } from '../../shared/api/route.ts';
import type { StackAddress } from './stack.ts';
import { type Json, newTenant, type Tenant } from './tenant.ts';

export type Things = Partial<Record<keyof typeof IDS, string>>;

export const ALL_THINGS = Object.keys(IDS) as readonly (keyof typeof IDS)[];

/** What the example of a call names. */
export function namedIn({ example: { params, query, body } }: Contract): readonly (keyof typeof IDS)[] {
  const asked = JSON.stringify({ params, query, body });
  return ALL_THINGS.filter((name) => asked.includes(IDS[name]));
}

/**
 * Makes things in an organization.
 * @param admin one of its admins
 * @param partNumbers of the BOM
 */
export async function makeThings(
  stack: StackAddress,
  admin: Tenant,
  names: readonly (keyof typeof IDS)[],
  partNumbers: readonly string[] = ['RC0603FR-0710KL'],
): Promise<Things> {
  const { organizationId } = admin;
  const isNamed = (...some: (keyof typeof IDS)[]) => some.some((name) => names.includes(name));
  const made = async (what: string, body: unknown): Promise<Json> =>
    (await admin.call('POST', `organizations/${organizationId}/${what}`, body)).body;

  const things: Things = { organization: organizationId };
  if (isNamed('bom', 'line', 'link')) things.bom = await admin.importBom(partNumbers);
  if (isNamed('line')) {
    things.line = (await admin.call('GET', `boms/${things.bom}/lines`)).body.lines[0].line_id;
  }
  if (isNamed('link')) {
    const link = { name: 'For the assembler', expires_in_days: 30 };
    things.link = (await admin.call('POST', `boms/${things.bom}/links`, link)).body.link_id;
  }
  if (isNamed('key')) {
    things.key = (await made('keys', { name: 'Nightly build', role: 'viewer', expires_in_days: 30 })).key_id;
  }
  if (isNamed('project')) things.project = (await made('projects', { name: 'Boards' })).project_id;
  if (isNamed('component')) {
    // described anew by the example, it has to be the same part
    const fuse = { manufacturer: 'Example Ltd', mpn: 'WS-0603-FUSE', fields: {} };
    [things.component] = (await made('components', { components: [fuse] })).component_ids;
  }
  if (isNamed('invitation', 'token')) {
    const { invitation_id, token } = await made('invitations', { role: 'editor' });
    Object.assign(things, { invitation: invitation_id, token });
  }
  if (isNamed('webhook', 'receiver')) {
    // On the machine itself, where nobody listens: nothing leaves it.
    things.receiver = 'http://127.0.0.1:9/';
    things.webhook = (await made('webhooks', { url: things.receiver, events: ['run.ended'] })).webhook_id;
  }
  if (isNamed('user')) things.user = (await newTenant(stack, { role: 'viewer', organizationId })).userId;
  return things;
}
