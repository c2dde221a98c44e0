/**
 * Ten thousand connections are cut at random bytes while runs go on, isolates come and go, and every client comes
 * back with the cursor a specification-true parser would have. SEED=<number> repeats the same cuts.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inDatabase, limitRunners } from '../support/admin.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import { frameParser } from '../unit/support/sse.ts';

const RECONNECTS = 10_000;
/** Isolates are retired at 6 s, their clients sent away at 10.8 s, and they are killed at 12 s. */
const WALL_CLOCK_SECONDS = 12;
const BATCH_PAUSE_MS = 400;
/** Lines of the BOMs: twenty batches each. One runner alone works through them, so that runs outlive isolates. */
const BOMS = [200, 200, 200, 200];
/** Users of their own, because the connects of one user are limited. */
const CLIENTS_PER_BOM = 10;
/** Of them, those whose connections only the server ends. */
const PATIENT = 2;
/** Most cuts come right behind the opening, others in the middle of what follows, which may be several events. */
const EARLY_CUTS = 0.75;
const EARLY_BYTES = 300;
const LATE_BYTES = 12_000;
/** Before a client asks again that was refused, because an isolate had just died, for example. */
const REFUSED_PAUSE_MS = 200;
/** Two to four minutes, by how busy the machine is; past this something hangs. */
const TIMEOUT_MS = 900_000;

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

let stack: TestStack;
let editor: Tenant;
let viewers: Tenant[];
let [closed, conflated] = [0, 0];
beforeAll(async () => {
  stack = await startTestStack({
    wallClockSeconds: WALL_CLOCK_SECONDS,
    batchPauseMs: BATCH_PAUSE_MS,
    onLog: (line) => {
      if (!line.includes('"stream_closed"')) return;
      closed += 1;
      conflated += Number(/"conflated":(\d+)/.exec(line)?.[1]);
    },
  });
  await limitRunners(stack, 1);
  editor = await newTenant(stack);
  const { organizationId } = editor;
  viewers = await Promise.all(
    Array.from(
      { length: BOMS.length * CLIENTS_PER_BOM },
      () => newTenant(stack, { organizationId, role: 'viewer' }),
    ),
  );
});
afterAll(() => stack.stop());

/** The same numbers from 0 up to 1 for the same seed (mulberry32). */
function randomFrom(state: number): () => number {
  return () => {
    state = (state + 0x6D2B79F5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const counts = { connects: 0, cut: 0, rotated: 0, broken: 0, refused: 0, resets: 0 };

/** After how many bytes a connection is cut. */
type Cuts = () => number;

function randomCuts(random: () => number): Cuts {
  return () => Math.floor(random() * (random() < EARLY_CUTS ? EARLY_BYTES : LATE_BYTES));
}

class Client {
  /** Ids of all events it was ever given, as they came. */
  readonly seen: string[] = [];
  readonly #address: string;
  readonly #cuts: Cuts;

  constructor(bomId: string, { token }: Tenant, cuts: Cuts) {
    // Under its own name its older streams make room, which the server does not know yet to be cut.
    const query = `token=${token}&client=${crypto.randomUUID()}`;
    this.#address = `${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}?${query}`;
    this.#cuts = cuts;
  }

  /** Comes back again and again until a run's end has been seen. */
  async followRun(run: number): Promise<void> {
    for (let ended = false; !ended;) ended = await this.#connect(run);
  }

  /** @returns whether the run's end has been seen */
  async #connect(run: number): Promise<boolean> {
    const cursor = this.seen.at(-1);
    try {
      const response = await fetch(this.#address, {
        headers: cursor === undefined ? {} : { 'last-event-id': cursor },
      });
      if (response.status !== 200) {
        await response.body?.cancel();
        // Nothing follows the cursor: it is this run's end, cut off before the stream could say so.
        if (response.status === 204) return true;
        counts.refused += 1;
        await new Promise((resolve) => setTimeout(resolve, REFUSED_PAUSE_MS));
        return false;
      }
      counts.connects += 1;
      return await this.#read(response.body!, run);
    } catch {
      // The isolate was killed. What had come until then counts, as it would for a browser.
      counts.broken += 1;
      return false;
    }
  }

  async #read(body: ReadableStream<Uint8Array>, run: number): Promise<boolean> {
    let left = this.#cuts();
    let ended = false;
    const parse = frameParser(({ event, id, data }) => {
      if (event.startsWith('enrichment.')) this.seen.push(id!);
      if (event === 'stream_end') ended = JSON.parse(data).event_id.startsWith(`${run}-`);
      if (event === 'reconnect') counts.rotated += 1;
      if (event === 'reset') counts.resets += 1;
    });
    for await (const chunk of body) {
      const read = chunk.subarray(0, left);
      parse(read);
      left -= read.length;
      if (left > 0) continue;
      counts.cut += 1;
      break; // which closes the connection
    }
    return ended;
  }
}

/** What Postgres committed, in order. */
async function committed(bomId: string): Promise<string[]> {
  const { rows } = await inDatabase(stack, (admin) =>
    admin.query(
      `select run || '-' || seq as id from bomstream.enrichment_events where bom_id = $1 order by run, seq`,
      [bomId],
    ));
  return rows.map(({ id }) => id);
}

it(
  `${RECONNECTS} reconnects at random bytes lose nothing and repeat nothing`,
  { timeout: TIMEOUT_MS },
  async () => {
    const began = Date.now();
    const clients = await Promise.all(BOMS.map(async (lines, bom) => {
      const bomId = await editor.importBom(Array.from({ length: lines }, (_, i) => `BOM${bom}-Ω${i}`));
      const watching = viewers.slice(bom * CLIENTS_PER_BOM, (bom + 1) * CLIENTS_PER_BOM).map((viewer, i) => {
        const random = randomFrom(seed + bom * CLIENTS_PER_BOM + i);
        return new Client(bomId, viewer, i < PATIENT ? () => Infinity : randomCuts(random));
      });
      // The first connection of a client is no reconnect.
      for (let run = 1; run === 1 || counts.connects < RECONNECTS + viewers.length; run++) {
        expect((await editor.start(bomId, 'all')).status).toBe(202);
        await Promise.all(watching.map((client) => client.followRun(run)));
      }
      return { bomId, watching };
    }));
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(`SEED=${seed}, ${seconds} s, ${JSON.stringify({ ...counts, conflated })}`);

    // Told apart, because a client that does not read in time is given less on purpose.
    expect(closed).toBeGreaterThan(0);
    expect(conflated).toBe(0);
    expect(counts.resets).toBe(0);
    expect(counts.rotated).toBeGreaterThan(0);
    for (const { bomId, watching } of clients) {
      const all = await committed(bomId);
      for (const { seen } of watching) expect(seen).toEqual(all.slice(all.indexOf(seen[0]!)));
    }
  },
);
