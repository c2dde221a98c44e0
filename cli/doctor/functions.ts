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

/** The status with which each function answers a request that only makes it boot. */
export async function bootFunctions(
  { apiUrl }: Pick<Target, 'apiUrl'>,
): Promise<ReadonlyMap<string, number>> {
  return new Map(
    await Promise.all(NAMES.map(async (name) => {
      const response = await fetch(`${apiUrl}/functions/v1/${name}`, { method: 'OPTIONS' });
      await response.body?.cancel();
      return [name, response.status] as const;
    })),
  );
}

export const doesBoot = (status: number | undefined) => status !== undefined && status < 300;

/** One fault for all that answer alike: a setting that is missing keeps each from booting. */
export function checkDeployed(statuses: ReadonlyMap<string, number>): Finding[] {
  const faults = new Set([...statuses.values()].filter((status) => !doesBoot(status)));
  if (faults.size === 0) return [ok(`All ${statuses.size} functions boot`)];
  return [...faults].map((status) => {
    const names = [...statuses.keys()].filter((name) => statuses.get(name) === status);
    const [s, is, does, its] = names.length === 1 ? ['', 'is', 'does', 'Its'] : ['s', 'are', 'do', 'Their'];
    return status === 404
      ? fail(
        `The function${s} ${names.join(', ')} ${is} not deployed.`,
        `npx supabase functions deploy ${names.join(' ')} --use-api`,
      )
      : fail(
        `The function${s} ${names.join(', ')} ${does} not boot: status ${status}.`,
        `${its} logs name the setting that is missing or wrong (docs/operations.md lists them): ${
          setSecret('NAME=value')
        }`,
      );
  });
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
      `enrichment-stream/health answers ${response.status} and nothing that this release understands.`,
      deploy,
    );
  }
  const { operator } = answer.data;
  if (operator) return { ...answer.data, operator };
  return fail(
    'The functions do not know SUPABASE_SECRET_KEY: it is another secret key of the project.',
    'export SUPABASE_SECRET_KEY=<the secret key named default, from Project Settings, API Keys>',
  );
}

/** The database may be newer than the functions, and never older. */
export function checkReleases(needed: string, version: string): Finding {
  if (isNewEnough(version, needed)) return ok('The database is new enough for the deployed functions');
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
      'BOMSTREAM_TICKET_KEYS is not set: pages with a plain EventSource get no tickets, and have to put access tokens into addresses.',
      setSecret('BOMSTREAM_TICKET_KEYS="$(openssl rand -base64 32)"'),
    ),
    wall_clock_seconds !== null ? ok(`The functions expect isolates to live ${wall_clock_seconds} s`) : warn(
      'BOMSTREAM_WALL_CLOCK_SECONDS is not set, so the functions expect isolates to live 150 s, as on the free plan.',
      `${setSecret('BOMSTREAM_WALL_CLOCK_SECONDS=400')} on a paid plan, =150 on the free one`,
    ),
  ];
}
