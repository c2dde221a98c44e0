/**
 * The whole product on this machine: PostgreSQL, the paths of a Supabase project, an Upstash-dialect Redis, cron,
 * and every edge function in processes of its own. Everything listens on 127.0.0.1 only. DATABASE_URL and
 * UPSTASH_REDIS_REST_URL/_TOKEN put a real server in the place of the embedded one.
 */
import pg from 'pg';
import { createAuth } from './auth.ts';
import { startCron } from './cron.ts';
import { prepareDatabase, setVaultSecret } from './database.ts';
import { type AroundRpc, createGateway } from './gateway.ts';
import { FunctionHost, type IsolateCount } from './isolates.ts';
import { loadKeys, type LocalKeys } from './keys.ts';
import { startPostgres, stopLeftoverPostgres } from './postgres.ts';
import { delay, freePorts, isFree } from './process.ts';
import { type CommandMeter, createRedisHandler, type RedisHandlerOptions } from './redis/server.ts';
import { createRedisStore } from './redis/store.ts';
import { createRpc } from './rpc.ts';
import { serveLocally } from './serve.ts';

/** The Supabase CLI's own port for the API; the database follows it, as there. */
const DEFAULT_PORT = 54321;
/** API, database, page, Redis: in this order from the first port on. */
const PORTS = 4;
/** Leaves room for the next stack when the default ports are taken. */
const PORT_STEP = 10;
/** What the Supabase CLI's local runtime grants an isolate. */
const WALL_CLOCK_SECONDS = 400;
/** The stack's own page, and any page that somebody develops beside it. */
const THIS_MACHINE = ['http://127.0.0.1:*', 'http://localhost:*'];
const FUNCTIONS = ['boms', 'enrichment', 'enrichment-stream', 'enrichment-runner', 'organizations'];
/** Connections of the API, as many as the smallest hosted project's. */
const API_CONNECTIONS = 10;
const ADMIN_CONNECTIONS = 6;
/** What the embedded Redis, which keeps nothing, may take to end. */
const REDIS_STOP_MS = 500;

export interface StackOptions {
  /** Where data, keys and logs of this install are kept. */
  readonly directory: string;
  /** First of four ports. Without it the default ones or, where those are taken, the next free. */
  readonly port?: number;
  readonly wallClockSeconds?: number;
  /** Processes that take requests of a function in turn; 1. */
  readonly isolatesPerFunction?: IsolateCount;
  /** Rest of a runner between two batches. */
  readonly batchPauseMs?: number;
  /** Further settings of the functions, by the names of docs/operations.md, or others in the place of these. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Origins of pages that may call the functions, in addition to those of this machine. */
  readonly allowedOrigins?: readonly string[];
  /** Further settings of the embedded database, for tests. */
  readonly databaseSettings?: Readonly<Record<string, string>>;
  /** False leaves runs to the direct invocation alone, for tests of exactly that. */
  readonly cron?: boolean;
  /** Makes the embedded Redis fail, for tests. */
  readonly redisFault?: RedisHandlerOptions['fault'];
  /** Makes calls from functions to the database fail, for tests. */
  readonly aroundRpc?: AroundRpc;
  /** Where the functions are; the product's. Tests put changed copies here. */
  readonly functionsFolder?: URL;
  readonly log: (line: string) => void;
}

export interface Stack {
  readonly apiUrl: string;
  readonly pageUrl: string;
  readonly pagePort: number;
  readonly adminUrl: string;
  /** Where the embedded database keeps its data; null for a database of the caller's own. */
  readonly databaseHome: string | null;
  /** Ends the embedded database as a power cut would and starts it again. @throws Error where it is the caller's */
  crashDatabase(): Promise<void>;
  readonly redis: { readonly url: string; readonly token: string; readonly embedded: boolean };
  readonly keys: LocalKeys;
  readonly functions: FunctionHost;
  /** Commands the embedded Redis has run so far, by upper-case name. */
  readonly redisCommands: ReadonlyMap<string, number>;
  ensureUser(email: string, password: string): Promise<string>;
  /** A connection pool with every right, for what only an operator may do. */
  readonly admin: pg.Pool;
  stop(): Promise<void>;
}

/** @throws Error with one sentence that says what is in the way */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { directory, log } = options;
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    await stopLeftoverPostgres(`${directory}/postgres`);
    const port = choosePorts(options.port);
    const apiUrl = `http://127.0.0.1:${port}`;
    const pagePort = port + 2;
    const pageUrl = `http://127.0.0.1:${pagePort}`;
    const keys = await loadKeys(directory);
    const redis = startRedis(port + 3, keys, options.redisFault, stops);

    // Isolates boot while the database starts: neither needs the other before the first request.
    const functions = new FunctionHost({
      names: FUNCTIONS,
      ...(options.functionsFolder ? { folder: options.functionsFolder } : {}),
      isolatesPerFunction: options.isolatesPerFunction ?? 1,
      wallClockMs: (options.wallClockSeconds ?? WALL_CLOCK_SECONDS) * 1000,
      log,
      env: {
        ...inherited(),
        SUPABASE_URL: apiUrl,
        SUPABASE_SECRET_KEYS: JSON.stringify(keys.secretKeys),
        SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: keys.publishableKey }),
        SUPABASE_JWKS: JSON.stringify({ keys: [withoutPrivatePart(keys.signingKey)] }),
        UPSTASH_REDIS_REST_URL: redis.url,
        UPSTASH_REDIS_REST_TOKEN: redis.token,
        BOMSTREAM_REDIS_PREFIX: keys.redisPrefix,
        BOMSTREAM_RUNNER_KEY: keys.runnerKey,
        BOMSTREAM_TICKET_KEYS: keys.ticketKey,
        BOMSTREAM_ALLOWED_ORIGINS: [...THIS_MACHINE, ...options.allowedOrigins ?? []].join(','),
        BOMSTREAM_WALL_CLOCK_SECONDS: String(options.wallClockSeconds ?? WALL_CLOCK_SECONDS),
        BOMSTREAM_BATCH_PAUSE_MS: String(options.batchPauseMs ?? 0),
        ...options.settings,
      },
    });
    stops.push(() => functions.stop());
    const warm = Promise.all(FUNCTIONS.map((name) => functions.warm(name)));
    warm.catch(() => {}); // awaited below; a database that fails first must not leave this one unheard

    const external = Deno.env.get('DATABASE_URL');
    const server = external ? null : await startPostgres({
      directory: `${directory}/postgres`,
      port: port + 1,
      password: keys.databasePassword,
      ...(options.databaseSettings ? { settings: options.databaseSettings } : {}),
    });
    if (server) stops.push(() => server.stop());
    const adminUrl = external ?? server!.adminUrl;
    await prepareDatabase(adminUrl, keys.apiPassword);
    const admin = openPool(adminUrl, ADMIN_CONNECTIONS, log);
    const apiLogin = Object.assign(new URL(adminUrl), {
      username: 'authenticator',
      password: keys.apiPassword,
    });
    const api = openPool(apiLogin.href, API_CONNECTIONS, log);
    stops.push(() => admin.end(), () => api.end());
    await setVaultSecret(admin, 'project_url', apiUrl);
    await setVaultSecret(admin, 'runner_key', keys.runnerKey);

    const auth = await createAuth({
      database: admin,
      signingKey: keys.signingKey,
      issuer: `${apiUrl}/auth/v1`,
    });
    const closing = new AbortController();
    serveLocally(
      port,
      createGateway({ auth, rpc: createRpc(api), functions, keys, aroundRpc: options.aroundRpc }),
      closing.signal,
    );
    stops.push(async () => {
      // Isolates first: what they still have to commit or to tell their clients goes through the gateway.
      await functions.stop();
      closing.abort();
    });
    await warm;
    if (options.cron !== false) {
      const cron = await startCron({ database: admin, log });
      stops.push(() => cron.stop());
    }
    return {
      apiUrl,
      pageUrl,
      pagePort,
      adminUrl,
      databaseHome: server?.home ?? null,
      async crashDatabase() {
        if (!server) throw new Error('Only the embedded database may be crashed.');
        await server.crash();
      },
      redis,
      keys,
      functions,
      redisCommands: redis.meter,
      ensureUser: auth.ensureUser,
      admin,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function choosePorts(asked: number | undefined): number {
  if (asked === undefined) return freePorts(DEFAULT_PORT, PORTS, PORT_STEP);
  const taken = Array.from({ length: PORTS }, (_, i) => asked + i).find((port) => !isFree(port));
  if (taken) {
    throw new Error(
      `Port ${taken} is taken. bomstream needs ${asked} to ${
        asked + PORTS - 1
      }: choose another with --port N.`,
    );
  }
  return asked;
}

function startRedis(
  port: number,
  keys: LocalKeys,
  fault: RedisHandlerOptions['fault'],
  stops: (() => Promise<unknown>)[],
) {
  const url = Deno.env.get('UPSTASH_REDIS_REST_URL');
  const token = Deno.env.get('UPSTASH_REDIS_REST_TOKEN');
  const meter: CommandMeter = new Map();
  if (url && token) return { url, token, embedded: false, meter };
  const handler = createRedisHandler({
    store: createRedisStore({ now: Date.now }),
    token: keys.redisToken,
    meter,
    ...(fault ? { fault } : {}),
  });
  const server = serveLocally(port, handler);
  // A request that a fault left hanging must not keep the stack from ending.
  stops.push(() => Promise.race([server.stop(), delay(REDIS_STOP_MS)]));
  return { url: `http://127.0.0.1:${port}`, token: keys.redisToken, embedded: true, meter };
}

function openPool(connectionString: string, max: number, log: (line: string) => void): pg.Pool {
  const pool = new pg.Pool({ connectionString, max });
  // An idle connection that the server closes would otherwise end the process.
  pool.on('error', (error) => log(`database: ${error.message}`));
  // So would one that is lost while somebody works with it, who is told by the failure of the query as well.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** What any process needs to run; nothing of the user's own environment may reach a function. */
function inherited(): Record<string, string> {
  return Object.fromEntries(['PATH', 'HOME', 'TMPDIR', 'DENO_DIR', 'LANG'].flatMap((name) => {
    const value = Deno.env.get(name);
    return value === undefined ? [] : [[name, value]];
  }));
}

function withoutPrivatePart({ d: _d, ...publicPart }: LocalKeys['signingKey']) {
  return publicPart;
}
