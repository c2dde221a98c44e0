/** What is examined: a project with a member of it and its secret key, in the environment or the stack of this folder. */
import process from 'node:process';
import { DatabaseHealth } from '../../shared/database/health.ts';
import type { Database } from '../../shared/database/port.ts';
import { createSupabaseDatabase } from '../../shared/database/supabase.ts';
import { messageOf } from '../api-client.ts';
import { findLocalProject } from '../local-install.ts';
import { forHeader, type Project, projectInEnvironment } from '../project.ts';
import { fail, type Finding } from './finding.ts';

export interface Target extends Project {
  readonly secretKey: string;
}

export interface Site extends Target {
  readonly database: Database;
  /** @param call the number of a call of the runner, to learn what became of it */
  readonly health: (call?: number) => Promise<DatabaseHealth>;
}

/** @returns the site, or why there is none */
export async function findTarget(): Promise<Target | Finding> {
  let project: Project | null;
  let secretKey: string;
  try {
    project = projectInEnvironment();
    secretKey = forHeader('SUPABASE_SECRET_KEY', process.env.SUPABASE_SECRET_KEY ?? '');
  } catch (error) {
    return fail(
      messageOf(error),
      'The variables name the project, a member of it who is admin, and the secret key for what only an operator sees.',
    );
  }
  if (project) {
    if (secretKey) return { ...project, secretKey };
    return fail('SUPABASE_SECRET_KEY is not set.', 'Set it to the secret key of the project named default.');
  }
  return await findLocalProject() ??
    fail('No stack is running here.', 'Start it in another terminal: npm start -- --serve');
}

export function openSite(target: Target): Site {
  const database = createSupabaseDatabase({ url: target.apiUrl, secretKey: target.secretKey });
  const health = (call?: number) =>
    database.call('bomstream_health', call === undefined ? {} : { p_call: call }, DatabaseHealth);
  return { ...target, database, health };
}
