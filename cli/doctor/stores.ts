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
  not_permitted: ['Redis can be read and not written: the token is a read-only one', setToken],
  read_only: ['Redis can be read and not written: it is a replica, or set to read-only', setUrl],
  over_quota: [
    'Redis is over its quota',
    'Raise the plan in the Upstash console; npx supabase secrets set BOMSTREAM_POLL_MS=1000 takes 60 % off what polling costs',
  ],
  out_of_memory: [
    'Redis is full',
    'Switch eviction on in the Upstash console, or raise the size of the database',
  ],
  misconfigured: [
    'Redis can be read and not written: it cannot save to its disk',
    'See the log of Redis, and how full its disk is',
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
      fail(`${says}. Streams work from the table meanwhile, and events show later than they could.`, mend),
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
      'Events that were committed more than a minute ago have not been given to Redis.',
      'Once Redis can be written, the next runner gives them; its log line publish_failed says what is in the way.',
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
    `Redis holds events that this database never had, of ${stale_keys.length} BOM${
      stale_keys.length === 1 ? '' : 's'
    }: their streams work from the table until the keys expire.`,
    `curl "$UPSTASH_REDIS_REST_URL" -H "Authorization: Bearer $UPSTASH_REDIS_REST_TOKEN" -d '["DEL", ${keys}]'`,
  );
}
