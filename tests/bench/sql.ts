/** What the database's own functions cost beside a million lines: giving back, deleting, sweeping, starting, looking, keeping. */
import pg from 'pg';
import { LISTED_FIELDS } from '../../shared/domain/fields.ts';
import { resolvePart } from '../../shared/enrich/resolve.ts';
import type { BenchOptions, BenchResult, Figure } from './figure.ts';
import { count, median } from './numbers.ts';
import { ownComponents } from './own-components.ts';
import { chosenPieces } from './pieces.ts';
import { type BenchDatabase, withDatabases } from './runner/databases.ts';
import { resistors } from '../support/resistors.ts';
import { newBom, newOwner, type Owner, startRun } from './runner/runs.ts';

const BOM_LINES = 10_000;
const BOMS = 100;
/** A million lines take their time to be stored. */
const QUICK_BOMS = 10;
const ROUNDS = 20;
/** A session plans a statement anew each time until it knows better. */
const WARM_UP = 6;
const RUNS_OF_A_BOM = 20;
/** Open runs of one line each, of an organization of their own each, beside the large ones. */
const SMALL_RUNS = 1_000;
const OLD_EVENTS = 22_000;
const PAUSED_EVENTS = 20_000;
/** Of a batch of a hundred lines, the largest there is. */
const EVENT_ITEMS = 100;
const SWEEP_EACH_SECONDS = 10;
const BITES_AT_ONCE = 3;

const PAGE_LINES = 500;
const OFFERS_OF_A_COMPONENT = 10;

const PAGE_MS = 50;
const PAGE_BYTES = 300 * 1024;
const RELEASE_MS = 10;
const SWEEP_MS = 50;
const deletionMs = (lines: number) => 20 + lines * 0.02;

/** The last leave the most behind. */
const PIECES: Readonly<Record<string, (database: BenchDatabase, total: number) => Promise<Figure[]>>> = {
  release,
  deletions,
  start,
  looks,
  pages,
  'own-components': ownComponents,
  sweeps,
};

/** `folder` names one piece of it. */
export async function benchSql({ quick, folder }: BenchOptions): Promise<BenchResult> {
  const chosen = chosenPieces('sql', PIECES, folder);
  const boms = quick ? QUICK_BOMS : BOMS;
  return await withDatabases(({ withDatabase }) =>
    withDatabase(async (database) => {
      console.error(`storing ${count(boms * BOM_LINES)} lines`);
      await store(database, boms, BOM_LINES);
      await store(database, SMALL_RUNS, 1);
      await database.client.query('vacuum analyze');
      const total = boms * BOM_LINES + SMALL_RUNS;
      const figures: Figure[] = [];
      for (const measure of Object.values(chosen)) {
        const measured = await measure(database, total);
        // All of it takes minutes; what is known by then is told.
        for (const { figure, value } of measured) console.error(`${figure}: ${value}`);
        figures.push(...measured);
      }
      return { figures };
    })
  );
}

/** BOMs of organizations of their own, each with an open run, whose lines wait for later. */
async function store({ client }: BenchDatabase, boms: number, lines: number): Promise<void> {
  const { userId } = await newOwner(client);
  // That each line has a BOM is plain here; to have it checked a million times would take longer than measuring.
  await client.query(`set session_replication_role = 'replica'`);
  await client.query(
    `with o as (insert into bomstream.organizations (name) select 'Bench' from generate_series(1, $2::integer) returning id),
          m as (insert into bomstream.organization_members select o.id, $1, 'editor' from o),
          t as (insert into bomstream.turns (organization_id) select o.id from o),
          b as (insert into bomstream.boms (organization_id, name, line_count, created_by) select o.id, 'Bench', $3, $1 from o
                returning id, organization_id),
          r as (insert into bomstream.enrichment_runs (bom_id, organization_id, run, mode, priority, batch_size, total_items,
                                                    status, last_seq, published_seq, enriching_since, started_at)
                select b.id, b.organization_id, 1, 'all', 5, 100, $3, 'enriching', 1, 1, now(), now() from b
                returning id, bom_id, organization_id)
     insert into bomstream.bom_lines (bom_id, organization_id, line_number, mpn, orderable_key, status, run_id)
     select r.bom_id, r.organization_id, n, 'P' || n, 'P' || n, 'pending', r.id from r, generate_series(1, $3::integer) n`,
    [userId, boms, lines],
  );
  await client.query(`set session_replication_role = 'origin'`);
}

/** Milliseconds of a statement in a session that has run it before; undone each time. */
async function timed(
  { url }: BenchDatabase,
  sql: string,
  values: unknown[],
  prepare?: (client: pg.Client) => Promise<void>,
): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    await client.query('begin');
    await prepare?.(client);
    const began = performance.now();
    await client.query(sql, values);
    times.push(performance.now() - began);
    await client.query('rollback');
  }
  await client.end();
  return median(times.slice(WARM_UP));
}

async function release(database: BenchDatabase, total: number): Promise<Figure[]> {
  console.error('release');
  const worker = crypto.randomUUID();
  const release = `select public.bomstream_release($1, 'done')`;
  const idle = await timed(database, release, [worker]);
  const holding = await timed(database, release, [worker], async (client) => {
    await client.query('select public.bomstream_claim($1)', [worker]);
  });
  return [{
    figure: `ms of a release that finds nothing among ${count(total)} pending lines`,
    value: idle.toFixed(1),
    // That is the writing of a hundred lines, each time beside the versions of them that the rounds before have left.
    peers: `gives 100 back: ${holding.toFixed(1)}`,
    target: `≤ ${RELEASE_MS}`,
    met: idle <= RELEASE_MS,
  }];
}

async function deletions(database: BenchDatabase, total: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const lines of [20, 1_000, BOM_LINES]) {
    console.error(`deletion of ${lines} lines`);
    const bom = await newBom(database.client, parts(lines));
    for (let run = 0; run < RUNS_OF_A_BOM; run++) {
      await startRun(database.client, bom);
      await database.client.query(`select public.bomstream_control($1, $2, 'cancel')`, [
        bom.owner.userId,
        bom.bomId,
      ]);
    }
    await database.client.query(
      'vacuum analyze bomstream.bom_lines, bomstream.enrichment_runs, bomstream.enrichment_events',
    );
    const ms = await timed(database, 'delete from bomstream.boms where id = $1', [bom.bomId]);
    figures.push({
      figure: `ms to delete a BOM of ${count(lines)} lines and ${RUNS_OF_A_BOM} runs among ${
        count(total)
      } lines`,
      value: ms.toFixed(1),
      target: `≤ ${deletionMs(lines).toFixed(1)}`,
      met: ms <= deletionMs(lines),
    });
  }
  return figures;
}

async function start(database: BenchDatabase): Promise<Figure[]> {
  console.error('start');
  const { owner, bomId } = await newBom(database.client, parts(BOM_LINES));
  const ms = await timed(
    database,
    `select public.bomstream_start($1, $2, $3, null, 5, 'all')`,
    [owner.userId, bomId, owner.organizationId],
  );
  return [{
    figure: `ms to start a run of ${count(BOM_LINES)} lines`,
    value: ms.toFixed(0),
    target: '',
    met: null,
  }];
}

/** What pages ask again and again. */
async function looks(database: BenchDatabase): Promise<Figure[]> {
  console.error('status and changed lines');
  const bom = await newBom(database.client, parts(BOM_LINES));
  await startRun(database.client, bom);
  const who = [bom.owner.userId, bom.bomId];
  const status = await timed(database, 'select public.bomstream_status($1, $2)', who);
  await settle(database, bom.owner, bom.bomId);
  const newest = await timed(
    database,
    'select public.bomstream_bom_lines_read($1, $2, $3, 1, 2)',
    [...who, LISTED_FIELDS],
  );
  return [
    {
      figure: `ms of the status of a queued run beside ${count(SMALL_RUNS)} open runs of others`,
      value: status.toFixed(1),
      target: '',
      met: null,
    },
    {
      figure: `ms to read the 100 of ${count(BOM_LINES)} lines that changed since an event`,
      value: newest.toFixed(1),
      target: '',
      met: null,
    },
  ];
}

/** A page of lines that were all found, each with a component of its own that suppliers sell. */
async function pages(database: BenchDatabase): Promise<Figure[]> {
  console.error('pages of lines');
  const { client } = database;
  const page = 'select public.bomstream_bom_lines_read($1, $2, $3, p_after => $4) as page';
  const measured: { lines: number; after: number; ms: number; bytes: number }[] = [];
  for (const lines of [PAGE_LINES, BOM_LINES]) {
    const bom = await newBom(client, resistors(lines));
    await enrich(client, bom.bomId);
    for (const after of new Set([0, lines - PAGE_LINES])) {
      const values = [bom.owner.userId, bom.bomId, LISTED_FIELDS, after];
      const ms = await timed(database, page, values);
      const { rows: [answer] } = await client.query(page, values);
      if (answer.page.lines.length !== PAGE_LINES) throw new Error('the page is not full');
      measured.push({
        lines,
        after,
        ms,
        bytes: new TextEncoder().encode(JSON.stringify(answer.page)).length,
      });
    }
  }
  const [slowest, bytes] = [
    Math.max(...measured.map(({ ms }) => ms)),
    Math.max(...measured.map((m) => m.bytes)),
  ];
  return [{
    figure:
      `ms of a page of ${PAGE_LINES} lines whose components have ${OFFERS_OF_A_COMPONENT} offers each: ${
        measured.map(({ lines, after }) => `of ${count(lines)} behind ${count(after)}`).join(', ')
      }`,
    value: measured.map(({ ms }) => ms.toFixed(1)).join(', '),
    target: `≤ ${PAGE_MS}`,
    met: slowest <= PAGE_MS,
  }, {
    figure: 'bytes of such a page',
    value: count(bytes),
    target: `≤ ${count(PAGE_BYTES)}`,
    met: bytes <= PAGE_BYTES,
  }];
}

/** What a run would have left: a decoder's and a supplier's fields, and offers. */
async function enrich(client: pg.Client, bomId: string): Promise<void> {
  const { rows: lines } = await client.query('select id, mpn from bomstream.bom_lines where bom_id = $1', [
    bomId,
  ]);
  const stated = (value: string) => ({ value, source: 'supplier:mouser', confidence: 1 });
  const found = lines.map(({ id, mpn }) => {
    const { component, source } = resolvePart({ mpn, manufacturer: null })!;
    const fields = { ...component.fields, lifecycle: stated('active'), rohs: stated('compliant') };
    return { line_id: id, source, component: { ...component, fields } };
  });
  await client.query(
    `with x as (select * from jsonb_to_recordset($1) as x(line_id uuid, source text, component jsonb)),
          c as (insert into bomstream.components (orderable_key, manufacturer, mpn, fields, quality_score)
                select k.orderable_key, k.manufacturer, k.mpn, k.fields, k.quality_score
                from x, jsonb_to_record(x.component)
                  as k(orderable_key text, manufacturer text, mpn text, fields jsonb, quality_score smallint)
                on conflict (organization_id, orderable_key, manufacturer) do update set updated_at = now()
                returning id, orderable_key, manufacturer),
          o as (insert into bomstream.supplier_offers (component_id, supplier, supplier_part_number, stock, price_breaks, fetched_at)
                select c.id, 'mouser', n || '-' || c.orderable_key, n * 100, '[{"quantity": 1, "price": 0.1, "currency": "USD"}]', now()
                from c, generate_series(1, $2::integer) n on conflict do nothing)
     update bomstream.bom_lines l
        set manufacturer = c.manufacturer, designators = 'R' || l.line_number || ', R' || l.line_number + 10000, quantity = 2,
            description = '10k 1%', status = 'enriched', result_status = 'enriched', result_run = 1, component_id = c.id,
            quality_score = 98, source = x.source, settled_at = now(), changed_run = 1, changed_seq = 2
       from x join c on c.orderable_key = x.component ->> 'orderable_key' and c.manufacturer = x.component ->> 'manufacturer'
      where l.id = x.line_id`,
    [JSON.stringify(found), OFFERS_OF_A_COMPONENT],
  );
  await client.query('vacuum analyze bomstream.bom_lines, bomstream.components, bomstream.supplier_offers');
}

/** One batch of the run, as a worker would hand it in. */
async function settle({ client }: BenchDatabase, owner: Owner, bomId: string): Promise<void> {
  const { rows: [run] } = await client.query('select id from bomstream.enrichment_runs where bom_id = $1', [
    bomId,
  ]);
  const worker = crypto.randomUUID();
  const { rows: [claimed] } = await client.query(
    'select bomstream.claim_lines($1, $2, 100, true) as claim',
    [worker, run.id],
  );
  const results = claimed.claim.lines.map(({ line_id, fence }: { line_id: string; fence: number }) => ({
    line_id,
    fence,
    status: 'not_found',
  }));
  await client.query('select public.bomstream_commit($1, $2, $3)', [
    worker,
    run.id,
    JSON.stringify(results),
  ]);
  if (results.length !== 100) {
    throw new Error(`only ${results.length} lines were claimed for ${owner.userId}`);
  }
}

async function sweeps({ client }: BenchDatabase): Promise<Figure[]> {
  console.error('sweep');
  const paused = await newBom(client, ['P1']);
  await startRun(client, paused);
  await addEvents(client, paused.bomId, PAUSED_EVENTS);
  await client.query(
    `update bomstream.enrichment_runs set status = 'paused', created_at = now() - interval '1 year'
    where bom_id = $1`,
    [paused.bomId],
  );
  await client.query('vacuum analyze');
  const idle: number[] = [];
  const sweep = async () => {
    const began = performance.now();
    const { rows: [{ events }] } = await client.query(
      `select (public.bomstream_sweep() ->> 'events')::integer as events`,
    );
    return { ms: performance.now() - began, events: Number(events) };
  };
  for (let round = 0; round < WARM_UP + ROUNDS; round++) idle.push((await sweep()).ms);

  const old = await newBom(client, ['P1']);
  await startRun(client, old);
  await addEvents(client, old.bomId, OLD_EVENTS);
  await client.query(`select public.bomstream_control($1, $2, 'cancel')`, [old.owner.userId, old.bomId]);
  await client.query(
    `update bomstream.enrichment_runs set completed_at = now() - interval '31 days' where bom_id = $1`,
    [
      old.bomId,
    ],
  );
  await client.query('vacuum analyze bomstream.enrichment_events, bomstream.enrichment_runs');
  const bites: { ms: number; events: number }[] = [];
  for (;;) {
    const bite = await sweep();
    if (bite.events < (bites[0]?.events ?? 1)) break;
    bites.push(bite);
  }
  const ms = median(bites.map((bite) => bite.ms));
  return [
    {
      figure: `ms of a sweep that takes ${
        count(bites[0]!.events)
      } events of ${EVENT_ITEMS} lines each; how many a second`,
      value: `${ms.toFixed(1)}; ${count(bites[0]!.events * BITES_AT_ONCE / SWEEP_EACH_SECONDS)}`,
      target: `≤ ${SWEEP_MS}`,
      met: ms <= SWEEP_MS,
    },
    {
      figure: `ms of a sweep with nothing due, beside ${count(PAUSED_EVENTS)} old events of a paused run`,
      value: median(idle.slice(WARM_UP)).toFixed(1),
      target: '',
      met: null,
    },
  ];
}

/** Events as a commit of a whole batch writes them; a hundred different ones, again and again. */
async function addEvents(client: pg.Client, bomId: string, events: number): Promise<void> {
  await client.query(
    `with payloads as materialized (
       select p, jsonb_build_object('batch', jsonb_build_object('items', jsonb_agg(jsonb_build_object(
         'line_id', md5(p || '-' || i)::uuid, 'line_number', i, 'mpn', 'PART-' || p || '-' || i, 'status', 'enriched',
         'quality_score', 90, 'source', 'decoder')))) as payload
       from generate_series(0, 99) p, generate_series(1, $3::integer) i group by p)
     insert into bomstream.enrichment_events (bom_id, run, seq, organization_id, event_type, event)
     select e.bom_id, e.run, 10 + n, e.organization_id, 'enrichment.progress',
            jsonb_set(e.event, '{payload}', (select payload from payloads where p = n % 100))
     from bomstream.enrichment_events e, generate_series(1, $2::integer) n
     where e.bom_id = $1 and e.seq = 1`,
    [bomId, events, EVENT_ITEMS],
  );
}

function parts(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `P${i + 1}`);
}
