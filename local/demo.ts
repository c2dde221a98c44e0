/** The demo user of the local stack, made here alone, never by migrations or seed.sql. */
import { DEMO_EMAIL } from '../cli/local-install.ts';
import type { Project } from '../cli/project.ts';
import type { Stack } from './stack.ts';

const ORGANIZATION = 'Demo organization';
const PROJECT = 'Demo project';

/** A user with a place of their own. */
export interface DemoUser extends Project {
  readonly organizationId: string;
  readonly projectId: string;
}

/** Makes the user, an organization and a project where they are missing. */
export async function ensureDemoUser(stack: Stack): Promise<DemoUser> {
  const { keys, admin, apiUrl } = stack;
  const userId = await stack.ensureUser(DEMO_EMAIL, keys.demoPassword);
  await admin.query(
    `with made as (
       insert into bomstream.organizations (name) select $2
       where not exists (select from bomstream.organization_members where user_id = $1)
       returning id),
     member as (
       insert into bomstream.organization_members (organization_id, user_id, role) select id, $1, 'admin' from made)
     insert into bomstream.projects (organization_id, name) select id, $3 from made`,
    [userId, ORGANIZATION, PROJECT],
  );
  const { rows: [project] } = await admin.query(
    `select p.id, p.organization_id from bomstream.projects p
     join bomstream.organization_members m on m.organization_id = p.organization_id and m.user_id = $1
     order by p.created_at limit 1`,
    [userId],
  );
  return {
    apiUrl,
    publishableKey: keys.publishableKey,
    email: DEMO_EMAIL,
    password: keys.demoPassword,
    organizationId: project.organization_id,
    projectId: project.id,
  };
}
