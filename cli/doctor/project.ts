/** Whether the project answers, and its keys are of the right kind. */
import { z } from 'zod';
import { DatabaseVersion, isNewEnough, NEEDED_VERSION } from '../../shared/database/version.ts';
import { fail, type Finding, ok } from './finding.ts';
import type { Target } from './site.ts';

const KeySet = z.object({ keys: z.array(z.object({ kty: z.string() })) });

/** @returns also whether it answers: without that nothing else can be asked */
export async function checkProject(
  { apiUrl }: Pick<Target, 'apiUrl'>,
): Promise<{ readonly finding: Finding; readonly answers: boolean }> {
  let keySet: z.infer<typeof KeySet>;
  try {
    const response = await fetch(`${apiUrl}/auth/v1/.well-known/jwks.json`);
    keySet = KeySet.parse(await response.json());
  } catch {
    const finding = fail(
      `${apiUrl} does not answer as a Supabase project does.`,
      'For a hosted project, check SUPABASE_URL; for the local stack, start it in another terminal: npm start -- --serve',
    );
    return { finding, answers: false };
  }
  // A shared secret is never published.
  const isAsymmetric = keySet.keys.some(({ kty }) => kty !== 'oct');
  const finding = isAsymmetric ? ok(`The project answers: ${apiUrl}`) : fail(
    'The project signs its tokens with a shared secret, so the functions cannot check them.',
    'In the dashboard under Project Settings, JWT Keys: migrate the JWT secret to asymmetric signing keys, then rotate keys.',
  );
  return { finding, answers: true };
}

/** Whether the secret key opens the database, and its release is the one that is needed here. */
export async function checkVersion({ apiUrl, secretKey }: Target): Promise<Finding> {
  const push = 'npx supabase db push';
  const response = await fetch(`${apiUrl}/rest/v1/rpc/bomstream_version`, {
    method: 'POST',
    headers: { apikey: secretKey, 'content-type': 'application/json' },
    body: '{}',
  });
  if (response.status === 401 || response.status === 403) {
    return fail(
      'The project refuses SUPABASE_SECRET_KEY.',
      'export SUPABASE_SECRET_KEY=<the secret key named default, from Project Settings, API Keys>',
    );
  }
  if (response.status === 404) return fail('The database has no bomstream in it, or a very old one.', push);
  const answer = DatabaseVersion.safeParse(await response.json().catch(() => null));
  if (!answer.success) {
    return fail(
      `The database does not answer: status ${response.status}.`,
      'See in the dashboard whether the project is paused, and what its logs say.',
    );
  }
  const { version } = answer.data;
  if (isNewEnough(version)) return ok(`The database is at version ${version}`);
  return fail(`The database is at version ${version}; ${NEEDED_VERSION} is needed.`, push);
}
