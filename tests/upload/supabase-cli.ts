/** The Supabase CLI that the project installs, talking to a Management API of the test's. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { ACCESS_TOKEN, PROJECT_REF } from './management-api.ts';
import { ROOT } from './project.ts';
import { run } from './process.ts';

export interface DeployOptions {
  /** The folder that holds `supabase/config.toml`. */
  readonly project: string;
  readonly apiUrl: string;
  /** Takes the place of the user's home, so that no login, link or setting of theirs takes part. */
  readonly home: string;
}

/** `supabase functions deploy` for all functions of a project. */
export async function deployFunctions({ project, apiUrl, home }: DeployOptions) {
  const profile = join(home, 'profile.yaml');
  // There is no variable for the API's address; a profile is the CLI's own way to another one.
  await writeFile(
    profile,
    [
      'name: stand-in',
      `api_url: ${apiUrl}`,
      `dashboard_url: ${apiUrl}/dashboard`,
      `docs_url: ${apiUrl}/docs`,
      'project_host: supabase.test',
      '',
    ].join('\n'),
  );
  return await run({
    program: join(ROOT, 'node_modules/.bin/supabase'),
    args: [
      ...['--profile', profile, '--workdir', project, '--yes'],
      ...['functions', 'deploy', '--use-api', '--project-ref', PROJECT_REF],
    ],
    directory: project,
    environment: {
      PATH: process.env.PATH ?? '',
      HOME: home,
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_DATA_HOME: join(home, 'data'),
      XDG_STATE_HOME: join(home, 'state'),
      SUPABASE_HOME: join(home, 'supabase'),
      SUPABASE_ACCESS_TOKEN: ACCESS_TOKEN,
      SUPABASE_NO_KEYRING: '1',
      SUPABASE_NO_UPDATE_NOTIFIER: '1',
      SUPABASE_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
      HTTPS_PROXY: apiUrl,
    },
  });
}
