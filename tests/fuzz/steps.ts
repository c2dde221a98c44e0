/** What may happen in a schedule. Steps are plain data, so that a failing schedule can be read and cut down. */
import fc from 'fast-check';
import { DATABASE_FAULTS } from './postgres.ts';
import { REDIS_FAULTS } from './redis.ts';
import { BOMS, USERS } from './users.ts';

export const WRITERS = 2;
export const ISOLATES = 2;
const MAX_CLIENTS = 10;

const bom = fc.nat(BOMS.length - 1);
const client = fc.nat(MAX_CLIENTS - 1);
const writer = fc.nat(WRITERS - 1);
const isolate = fc.nat(ISOLATES - 1);
/** Null: committed, and the process dies before it publishes. */
const publishedBy = fc.option(writer, { freq: 4 });

const stepKinds = {
  commit: fc.record({
    bom,
    times: fc.integer({ min: 1, max: 6 }),
    /** Large ones fill a slow client's buffer. */
    bytes: fc.constantFrom(0, 0, 28_000),
    by: publishedBy,
  }),
  control: fc.record({ bom, by: publishedBy }),
  end: fc.record({ bom, how: fc.constantFrom('completed', 'failed', 'cancelled'), by: publishedBy }),
  flood: fc.record({ bom, times: fc.constantFrom(60, 150), by: publishedBy }),
  /** A client is away while much happens, and it goes on happening while the client catches up. */
  absence: fc.record({
    client,
    missed: fc.constantFrom(20, 120, 120, 350, 350, 1_050),
    tableMs: fc.constantFrom(0, 300, 300),
    by: publishedBy,
  }),
  tick: fc.record({ writer }),
  redisFault: fc.record({ fault: fc.constantFrom(...REDIS_FAULTS), share: fc.constantFrom(0.5, 1) }),
  redisHeals: fc.record({}),
  redisLoses: fc.record({
    bom,
    what: fc.constantFrom('everything', 'the BOM', 'all but one entry', 'one entry'),
  }),
  redisStale: fc.record({ bom, entries: fc.integer({ min: 1, max: 3 }) }),
  tableFault: fc.record({ fault: fc.constantFrom(...DATABASE_FAULTS) }),
  tableHeals: fc.record({}),
  latency: fc.record({
    redisMs: fc.constantFrom(0, 40, 300, 1_400, 1_600),
    tableMs: fc.constantFrom(0, 40, 300, 2_000),
  }),
  open: fc.record({ client, user: fc.nat(USERS.length - 1), bom, isolate }),
  cut: fc.record({ client, bytes: fc.oneof(fc.constant(0), fc.nat(4_000)) }),
  slow: fc.record({ client }),
  read: fc.record({ client }),
  /** A client does not read while much happens to its BOM, in one run or over the end of one. */
  lag: fc.record({
    client,
    batches: fc.integer({ min: 1, max: 5 }),
    overAnEnd: fc.boolean(),
    by: publishedBy,
  }),
  rotate: fc.record({ isolate }),
  kill: fc.record({ isolate }),
  membership: fc.record({ member: fc.boolean() }),
  deletion: fc.record({ bom, what: fc.constantFrom('BOM', 'BOM', 'organization') }),
  /** The database is away for longer than a stream goes on without it, and Redis has what writers commit all the same. */
  outage: fc.record({ bom, by: writer }),
  pass: fc.record({ ms: fc.constantFrom(1, 60, 150, 450, 1_000, 5_000, 16_000, 25_000) }),
  calm: fc.record({}),
};

type Kinds = typeof stepKinds;
export type Step = {
  [Kind in keyof Kinds]:
    & { readonly do: Kind }
    & (Kinds[Kind] extends fc.Arbitrary<infer Fields> ? Fields : never);
}[keyof Kinds];

/** How often each happens. */
const WEIGHTS: Record<keyof Kinds, number> = {
  commit: 30,
  control: 4,
  end: 8,
  flood: 1,
  absence: 5,
  tick: 3,
  redisFault: 6,
  redisHeals: 5,
  redisLoses: 5,
  redisStale: 2,
  tableFault: 3,
  tableHeals: 4,
  latency: 4,
  open: 16,
  cut: 8,
  slow: 5,
  read: 4,
  lag: 4,
  rotate: 3,
  kill: 2,
  membership: 3,
  deletion: 1,
  outage: 1,
  pass: 30,
  calm: 2,
};

const step = fc.oneof(
  ...(Object.keys(stepKinds) as (keyof Kinds)[]).map((kind) => ({
    weight: WEIGHTS[kind],
    arbitrary: (stepKinds[kind] as fc.Arbitrary<object>).map((fields) => ({ do: kind, ...fields }) as Step),
  })),
);

/** What goes wrong right after the last commits, so that nothing later helps to notice it. */
export const LAST_BLOWS = [
  'none',
  'everything',
  'all but one entry',
  'one entry',
  'never published',
  'redis stays away',
] as const;

export interface Schedule {
  /** For every jitter and chance in it. */
  readonly chance: number;
  /** How long isolates and tokens live: where they are short, nothing that takes minutes is ever seen. */
  readonly lives: keyof typeof LIVES;
  /** Clients that are there from the beginning. */
  readonly crowd: number;
  readonly steps: readonly Step[];
  readonly lastBlow: (typeof LAST_BLOWS)[number];
}

/** The platform's wall clock: as on the free plan, and longer than on any. */
export const LIVES = { short: 150_000, long: 900_000 } as const;

const MAX_STEPS = 80;

export const schedules: fc.Arbitrary<Schedule> = fc.noBias(fc.record({
  chance: fc.nat(),
  lives: fc.oneof({ weight: 4, arbitrary: fc.constant('short') }, {
    weight: 1,
    arbitrary: fc.constant('long'),
  }),
  crowd: fc.nat(MAX_CLIENTS),
  steps: fc.array(step, { maxLength: MAX_STEPS, size: 'max' }),
  lastBlow: fc.constantFrom(...LAST_BLOWS),
}));
