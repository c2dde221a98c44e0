/** Everything a chaos run acts on: a whole stack, its tenants and BOMs, and what the harness knows about them. */
import pg from 'pg';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';
import { WITNESSED, type WitnessedCall } from '../support/witness.ts';
import { limitSuppliers, startSuppliers, SUPPLIED, type Suppliers } from './supplier.ts';
import { resistor } from '../support/resistors.ts';

/** A dead worker's lines wait this long: long enough for a busy machine, short enough to see many takeovers. */
export const LEASE_SECONDS = 2;
/** Longer than this no worker keeps a line: some of the calls that hang last longer. */
const HOLD_SECONDS = 5;
/** What a database that was crashed takes to come back, several times over. */
const DATABASE_BACK_MS = 30_000;
const ASK_AGAIN_MS = 100;
/** A Redis that was told to hang must not hang the harness. */
const REDIS_TIMEOUT_MS = 1_000;

export interface WorldOptions {
  readonly tenants: number;
  readonly bomsPerTenant: number;
  readonly linesPerBom: number;
  readonly isolates: number;
  readonly wallClockSeconds: number;
  readonly batchPauseMs: number;
  /** A changed copy of the functions. */
  readonly functions?: string;
}

export interface Bom {
  readonly id: string;
  readonly tenant: Tenant;
  deleted: boolean;
}

/** A member who only looks, until somebody ends the membership. */
export interface Viewer {
  readonly tenant: Tenant;
  revokedAt: number | null;
}

export interface World {
  readonly stack: TestStack;
  readonly suppliers: Suppliers;
  readonly tenants: readonly Tenant[];
  readonly boms: readonly Bom[];
  /** One of each tenant. */
  readonly viewers: readonly Viewer[];
  /** The organization behind the id of an organization, a BOM or a line. */
  readonly owners: ReadonlyMap<string, string>;
  /** What stack and functions logged, without what was witnessed. */
  readonly log: string[];
  readonly calls: WitnessedCall[];
  /** Asks the database, and again while it is away. */
  sql(text: string, values?: readonly unknown[]): Promise<Json[]>;
  /** Runs a command in Redis. @throws Error when it does not answer */
  redis(...command: string[]): Promise<Json>;
  /** The text that somebody first saw of an event; remembers it as `text` when nobody did. */
  textOf(bomId: string, eventId: string, text: string): string;
  stop(): Promise<void>;
}

/** @throws Error when the stack does not come up */
export async function createWorld(options: WorldOptions): Promise<World> {
  // Whoever lends us a database does not want it crashed.
  for (const name of ['DATABASE_URL', 'UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN']) {
    delete process.env[name];
  }
  const log: string[] = [];
  const calls: WitnessedCall[] = [];
  const suppliers = await startSuppliers();
  const stack = await startTestStack({
    settings: suppliers.settings,
    isolatesPerFunction: options.isolates,
    wallClockSeconds: options.wallClockSeconds,
    batchPauseMs: options.batchPauseMs,
    witness: true,
    ...(options.functions ? { functions: options.functions } : {}),
    onLog(line) {
      if (line.startsWith(WITNESSED)) calls.push(JSON.parse(line.slice(WITNESSED.length)));
      else log.push(line);
    },
  });
  const pool = new pg.Pool({ connectionString: stack.adminUrl, max: 4 });
  pool.on('error', () => {}); // crashed on purpose; whoever asks next notices
  pool.on('connect', (client) => client.on('error', () => {})); // as above, and the query fails as well
  const sql: World['sql'] = (text, values = []) =>
    askUntilBack(async () => (await pool.query(text, [...values])).rows);
  const texts = new Map<string, string>();

  const owners = new Map<string, string>();
  const tenants: Tenant[] = [];
  const boms: Bom[] = [];
  const viewers: Viewer[] = [];
  await sql('update bomstream.settings set lease_seconds = $1, hold_seconds = $2', [
    LEASE_SECONDS,
    HOLD_SECONDS,
  ]);
  await limitSuppliers(sql);
  await sql(`update cron.job set schedule = '1 seconds'`);
  for (let t = 0; t < options.tenants; t++) {
    const tenant = await newTenant(stack);
    tenants.push(tenant);
    const { organizationId } = tenant;
    viewers.push({ tenant: await newTenant(stack, { role: 'viewer', organizationId }), revokedAt: null });
    owners.set(tenant.organizationId, tenant.organizationId);
    for (let b = 0; b < options.bomsPerTenant; b++) {
      const id = await tenant.importBom(partNumbers(options.linesPerBom, t * 7 + b * 3));
      boms.push({ id, tenant, deleted: false });
      owners.set(id, tenant.organizationId);
    }
  }
  for (const { id, organization_id } of await sql('select id, organization_id from bomstream.bom_lines')) {
    owners.set(id, organization_id);
  }

  return {
    stack,
    suppliers,
    tenants,
    boms,
    viewers,
    owners,
    log,
    calls,
    sql,
    async redis(...command) {
      const response = await fetch(stack.redis.url, {
        method: 'POST',
        headers: { authorization: `Bearer ${stack.redis.token}` },
        body: JSON.stringify(command),
        signal: AbortSignal.timeout(REDIS_TIMEOUT_MS),
      });
      const { result, error } = await response.json() as { result?: Json; error?: string };
      if (!response.ok) throw new Error(`redis: ${error}`);
      return result;
    },
    textOf(bomId, eventId, text) {
      const key = `${bomId} ${eventId}`;
      const known = texts.get(key);
      if (known === undefined) texts.set(key, text);
      return known ?? text;
    },
    async stop() {
      await pool.end();
      await stack.stop();
      await suppliers.close();
    },
  };
}

/** Key of a BOM's events in Redis. */
export function redisKey({ stack }: World, bomId: string): string {
  return `${stack.keys.redisPrefix}enrichment:progress:${bomId}`;
}

/** Starts a run as the BOM's owner would, sent again with its key when the answer is lost. */
export async function startRun(bom: Bom, priority: number): Promise<number> {
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const body = { organization_id: bom.tenant.organizationId, mode: 'all', priority };
  return await ask(() => bom.tenant.call('POST', `enrichment/${bom.id}/start`, body, headers));
}

/** Status of a user's request; 0 where the connection broke. */
export async function ask(request: () => Promise<{ readonly status: number }>): Promise<number> {
  try {
    return (await request()).status;
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return 0;
    throw error;
  }
}

/** Waits until `fits`, at most `limitMs`; answers whether it came to that. */
export async function eventually(fits: () => Promise<boolean>, limitMs: number): Promise<boolean> {
  for (const deadline = Date.now() + limitMs; Date.now() < deadline;) {
    if (await fits()) return true;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
  return false;
}

/** Part numbers that we know, suppliers or nobody, and missing ones; `shift` makes BOMs overlap, and begin differently. */
function partNumbers(count: number, shift: number): (string | null)[] {
  return Array.from({ length: count }, (_, i) => {
    if (i % 17 === 5) return null;
    if (i % 5 === 1) return `${SUPPLIED}${10_000 + (i + shift) % 400}`;
    return i % 10 === 3 ? `NOBODY-${i}` : resistor((i + shift) % 400);
  });
}

async function askUntilBack<T>(question: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + DATABASE_BACK_MS;;) {
    try {
      return await question();
    } catch (error) {
      if (!isAway(error) || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    }
  }
}

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return /^(57P|08|ECONN|EPIPE)/.test(code) ||
    /Connection terminated|connection timeout/i.test(error.message);
}
