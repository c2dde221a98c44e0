/** Whether the functions are deployed and boot, and what they say of themselves to an operator. */
import type { z } from 'zod';
import { readHealth } from '../../shared/api/stream.ts';
import { isNewEnough } from '../../shared/database/version.ts';
import { fail, type Finding, ok, warn } from './finding.ts';
import type { Target } from './site.ts';

export type FunctionsHealth = z.output<typeof readHealth.answer>;
type ToldOperator = NonNullable<FunctionsHealth['operator']>;

const NAMES = ['boms', 'enrichment', 'enrichment-stream', 'enrichment-runner', 'organizations'];

const setSecret = (assignment: string) => `npx supabase secrets set ${assignment}`;

export async function checkDeployed({ apiUrl }: Pick<Target, 'apiUrl'>): Promise<Finding[]> {
  const findings = await Promise.all(NAMES.map(async (name): Promise<Finding[]> => {
    // A preflight asks for nothing but that it boots.
    const response = await fetch(`${apiUrl}/functions/v1/${name}`, { method: 'OPTIONS' });
    await response.body?.cancel();
    if (response.ok) return [];
    if (response.status === 404) {
      return [
        fail(
          `The function ${name} is not deployed.`,
          `npx supabase functions deploy ${name} --use-api`,
        ),
      ];
    }
    return [
      fail(
        `The function ${name} does not boot: status ${response.status}.`,
        `Its logs name the setting that is missing or wrong (docs/operations.md): ${setSecret('NAME=value')}`,
      ),
    ];
  }));
  const faults = findings.flat();
  return faults.length > 0 ? faults : [ok(`All ${NAMES.length} functions boot`)];
}

/** @returns what enrichment-stream says to the operator whose key this is, or why it does not */
export async function askFunctions(
  { apiUrl, secretKey }: Pick<Target, 'apiUrl' | 'secretKey'>,
): Promise<(FunctionsHealth & { readonly operator: ToldOperator }) | Finding> {
  const deploy = 'npx supabase functions deploy --use-api';
  const response = await fetch(`${apiUrl}/functions/v1/enrichment-stream/health`, {
    headers: { apikey: secretKey },
  });
  const answer = readHealth.answer.safeParse(await response.json().catch(() => null));
  if (!answer.success) {
    return fail(
      `enrichment-stream/health answers ${response.status}, and nothing that can be read here.`,
      deploy,
    );
  }
  const { operator } = answer.data;
  if (operator) return { ...answer.data, operator };
  return fail(
    'The functions do not know SUPABASE_SECRET_KEY: it is another key of the project.',
    'Set it to the secret key named default, from Settings, API Keys.',
  );
}

/** The database may be newer than the functions, and never older. */
export function checkReleases(needed: string, version: string): Finding {
  if (isNewEnough(version, needed)) return ok('The functions and the database fit');
  return fail(
    `The database is at version ${version}, and the deployed functions need ${needed}.`,
    'npx supabase db push',
  );
}

export function checkSettings(settings: ToldOperator['settings']): Finding[] {
  const { allowed_origins, ticket_keys, wall_clock_seconds } = settings;
  return [
    allowed_origins.length > 0 ? ok(`Pages may call from ${allowed_origins.join(', ')}`) : warn(
      'BOMSTREAM_ALLOWED_ORIGINS is not set: no page in a browser may call the functions.',
      setSecret('BOMSTREAM_ALLOWED_ORIGINS=https://app.example.com'),
    ),
    ticket_keys > 0 ? ok('Tickets can be issued') : warn(
      'BOMSTREAM_TICKET_KEYS is not set: pages with a plain EventSource get no tickets, and would have to put access tokens into addresses.',
      setSecret('BOMSTREAM_TICKET_KEYS="$(openssl rand -base64 32)"'),
    ),
    wall_clock_seconds !== null ? ok(`Isolates live ${wall_clock_seconds} s`) : warn(
      "BOMSTREAM_WALL_CLOCK_SECONDS is not set: the free plan's 150 s are taken for the life of an isolate.",
      `${setSecret('BOMSTREAM_WALL_CLOCK_SECONDS=400')} on a paid plan, =150 on the free one`,
    ),
  ];
}
