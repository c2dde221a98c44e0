/** Whether Redis and the table can be used, as the functions see them: only they have what opens Redis. */
import { fail, type Finding, ok, warn } from './finding.ts';
import type { FunctionsHealth } from './functions.ts';

type Faults = Readonly<Record<string, readonly [says: string, mend: string]>>;

const setToken = 'npx supabase secrets set UPSTASH_REDIS_REST_TOKEN=<the standard token>';
const setUrl =
  'See in the Upstash console whether the database is there, then: npx supabase secrets set UPSTASH_REDIS_REST_URL=<its REST address>';

const FAULTS: Faults = {
  timeout: ['Redis does not answer in time', setUrl],
  unreachable: ['Redis cannot be reached', setUrl],
  corrupt: ['What answers at UPSTASH_REDIS_REST_URL is no Redis', setUrl],
  unauthorized: ['Redis refuses the token', setToken],
  not_permitted: ['Redis can be read but not written: the token is a read-only one', setToken],
  read_only: ['Redis can be read but not written: it is a replica, or set to read-only', setUrl],
  over_quota: [
    'Redis is over its quota',
    'Raise the plan in the Upstash console. To poll for 60 % less: npx supabase secrets set BOMSTREAM_POLL_MS=1000',
  ],
  out_of_memory: [
    'Redis is full',
    'In the Upstash console, turn eviction on or choose a larger size.',
  ],
  misconfigured: [
    'Redis can be read but not written: it cannot save to its disk',
    'See the log of Redis and how full its disk is.',
  ],
};

export function checkStores(
  health: Pick<FunctionsHealth, 'redis' | 'redis_writes' | 'table' | 'publishing'>,
): Finding[] {
  const { redis, redis_writes, table, publishing } = health;
  const findings: Finding[] = [];
  const broken = [redis, redis_writes].find(({ ok }) => !ok);
  if (!broken) {
    findings.push(
      ok(`Redis can be read in ${redis.latency_ms} ms and written in ${redis_writes.latency_ms} ms`),
    );
  } else {
    const [says, mend] = FAULTS[broken.reason ?? ''] ?? [`Redis fails: ${broken.reason}`, setUrl];
    // Nothing is lost without it, so only what it is there for is missing.
    findings.push(
      fail(`${says}. Meanwhile streams read the table, and events show a little later.`, mend),
    );
  }
  findings.push(
    table.ok ? ok(`The table can be read in ${table.latency_ms} ms`) : fail(
      `Streams cannot read the table: ${table.reason}.`,
      'See the logs of enrichment-stream and of the database.',
    ),
  );
  if (publishing.reason === 'behind') {
    findings.push(warn(
      'Redis has not been given events that were committed more than a minute ago.',
      'The next runner gives them once Redis can be written. Until then, the log line publish_failed of enrichment-runner says what is in the way.',
    ));
  }
  return findings;
}

export function checkStaleKeys(
  { stale_keys, prefix }: { readonly stale_keys: readonly string[]; readonly prefix: string },
): Finding {
  if (stale_keys.length === 0) return ok('Redis holds no stale keys');
  const keys = stale_keys.map((bomId) => `"${prefix}enrichment:progress:${bomId}"`).join(', ');
  return warn(
    `Redis holds stale keys, with events that this database never had, of ${stale_keys.length} BOM${
      stale_keys.length === 1 ? '' : 's'
    }: their streams read the table until the keys expire. This deletes them:`,
    `curl "$UPSTASH_REDIS_REST_URL" -H "Authorization: Bearer $UPSTASH_REDIS_REST_TOKEN" -d '["DEL", ${keys}]'`,
  );
}
