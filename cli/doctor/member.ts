/** Whether the user can sign in, and is an admin somewhere. */
import { type Api, messageOf } from '../api-client.ts';
import { signIn } from '../project.ts';
import { fail, type Finding, ok } from './finding.ts';
import type { Target } from './site.ts';

export interface Member {
  readonly api: Api;
  readonly organizationId: string;
}

/** @returns the member, or what is in the way */
export async function enter(target: Target): Promise<Member | Finding> {
  let api: Api;
  try {
    api = await signIn(target);
  } catch (error) {
    return fail(
      `${messageOf(error)}.`,
      'Check BOMSTREAM_EMAIL, BOMSTREAM_PASSWORD and SUPABASE_PUBLISHABLE_KEY.',
    );
  }
  try {
    const { organizations } = await api.call('GET /boms');
    const organization = organizations.find(({ role }) => role === 'admin');
    if (organization) return { api, organizationId: organization.organization_id };
  } catch (error) {
    return fail(
      `The function boms refuses the user: ${messageOf(error)}`,
      'If the sentence does not say why, the log of boms does.',
    );
  }
  return fail(
    `${target.email} is an admin of no organization, so doctor cannot try a run and delete it again. This makes the user one:`,
    `insert into bomstream.organization_members select '<organization id>', id, 'admin' from auth.users where email = '${target.email}'
      on conflict (organization_id, user_id) do update set role = 'admin';`,
  );
}

export const entered = (email: string): Finding => ok(`${email} can sign in, and is an admin`);
