/**
 * How the database finds what it works on when a lot is stored: by index, never by going through a table that grows, with
 * no plan compiled. auto_explain tells of every statement inside the functions, also where a plan is kept that a session
 * made while the tables were small.
 */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { LISTED_FIELDS } from '../../shared/domain/fields.ts';
import { CALLS_TO_KEEP_A_PLAN, type Json, useDatabase } from '../support/database.ts';
import { newRuns, parts, results, type Runs } from '../support/runs.ts';

const database = useDatabase();
const OTHER_LINES = 200_000;
const LINES_OF_A_BOM = 1_000;
/** Tables with a row for each line, run, event, worker or call: they grow for as long as the product is used. */
const GROWING =
  /^(bom_lines|boms|enrichment_runs|enrichment_events|enrichment_progress|components|supplier_offers|workers|invocations|supplier_answers|organization_members|run_line_results|run_changes)$/;

/** The one that is large here: to read one of the others whole may well be the best plan today. */
const LARGE = /^bom_lines$/;

/** Rows that a statement may look at for nothing: a few batches, and far from all lines of one BOM. */
const MOST_THROWN_AWAY = LINES_OF_A_BOM / 2;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  /** Of each loop. */
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Join Filter'?: number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly Plan[];
}
interface Explained {
  readonly 'Query Text': string;
  readonly Plan: Plan;
  readonly JIT?: unknown;
}

let session: pg.Client;
let explained: Explained[] = [];
let tenant: { userId: string; organizationId: string };
let runs: Runs;

const call = (name: string, args: Json) => database.call(name, args, session);
const who = () => ({ p_user_id: tenant.userId, p_bom_id: runs.bomId });

/** What workers, cron, streams and pages do, again and again. */
const WORK: Readonly<Record<string, () => Promise<unknown>>> = {
  'claim, extend, advance, commit': async () => {
    const worker = randomUUID();
    const { run, lines } = await call('bomstream_claim', { p_worker_id: worker, p_suppliers: ['mouser'] });
    expect(lines.length).toBeGreaterThan(0);
    const of = { p_worker_id: worker, p_run_id: run.run_id };
    await call('bomstream_extend', { ...of, p_line_ids: lines.map(({ line_id }: Json) => line_id) });
    const published = { bom_id: runs.bomId, event_id: '1-1' };
    const next = await call('bomstream_advance', {
      ...of,
      p_results: results(lines, 'enriched'),
      p_published: published,
      p_suppliers: ['mouser'],
    });
    await call('bomstream_commit', { ...of, p_results: results(next.lines) });
  },
  release: async () => {
    const worker = randomUUID();
    await call('bomstream_claim', { p_worker_id: worker });
    await call('bomstream_release', { p_worker_id: worker, p_reason: 'test' });
  },
  'tick and sweep': async () => {
    await call('bomstream_tick', {});
    await call('bomstream_sweep', {});
  },
  health: async () => {
    await call('bomstream_health', {});
    await call('bomstream_supplier_forget', { p_orderable_key: 'A PART' });
  },
  publishing: async () => {
    await call('bomstream_unpublished', {});
    await call('bomstream_published', { p_published: { bom_id: runs.bomId, event_id: '1-1' } });
    await call('bomstream_head', { p_bom_id: runs.bomId });
  },
  'streams and pages': async () => {
    await call('bomstream_connect', { ...who(), p_cursor_run: 1, p_cursor_seq: 1 });
    await call('bomstream_replay', { p_cursors: [{ bom_id: runs.bomId, run: 1, seq: 1 }] });
    await call('bomstream_newest', { p_bom_ids: [runs.bomId] });
    await call('bomstream_lost_rights', {
      p_viewers: [
        { user_id: tenant.userId, kind: 'bom', id: runs.bomId },
        { user_id: tenant.userId, kind: 'organization', id: tenant.organizationId },
      ],
    });
    await call('bomstream_status', who());
    const { lines: [line] } = await call('bomstream_bom_lines_read', { ...who(), p_facts: LISTED_FIELDS });
    const page = { ...who(), p_facts: LISTED_FIELDS, p_limit: 100 };
    await call('bomstream_bom_lines_read', { ...page, p_after: 0 });
    await call('bomstream_bom_lines_read', { ...page, p_since_run: 1, p_since_seq: 2 });
    await call('bomstream_bom_line_read', { ...who(), p_line_id: line.line_id });
    await call('bomstream_bom_judging_read', who());
    await call('bomstream_bom_order_read', who());
    await call('bomstream_bom_judging_take', { p_bom_id: runs.bomId });
    await call('bomstream_bom_judging_write', {
      p_bom_id: runs.bomId,
      p_state: '',
      p_event_id: null,
      p_boards: 1,
      p_verdicts: {},
      p_rows: [[1, 'fine', 0, null, null, null, null]],
    });
    const sorted = { ...page, p_sort: 'harm', p_filter: { verdict: 'fine' }, p_stale: true };
    await call('bomstream_bom_lines_read', sorted);
    await call('bomstream_bom_lines_read', { ...sorted, p_after: 1 });
    await call('bomstream_bom_compare', { ...who(), p_other_id: runs.bomId });
    await call('bomstream_bom_compare', { ...who(), p_other_id: runs.bomId, p_run: 1, p_other_run: 1 });
  },
  'lists and export of an organization': async () => {
    const of = { p_user_id: tenant.userId, p_organization_id: tenant.organizationId };
    for (const name of ['read', 'export']) await call(`bomstream_organization_${name}`, of);
    for (const name of ['member', 'invitation', 'project']) await call(`bomstream_${name}_list`, of);
    await call('bomstream_component_list', { ...of, p_limit: 100 });
    await call('bomstream_organization_changes', of);
    await call('bomstream_organization_changes', { ...of, p_bom_id: runs.bomId, p_kind: 'price_up' });
    await call('bomstream_components_write', {
      ...of,
      p_components: ['A PART', 'B PART'].map((mpn) => (
        { mpn, orderable_key: mpn, manufacturer: 'Test', fields: {}, quality_score: 0 }
      )),
    });
    const part = { mpn: 'A PART', orderable_key: 'A PART', manufacturer: 'Test' };
    const price = { supplier: 'own', price_breaks: [], valid_until: null };
    for (
      const [what, row] of [['stock', { ...part, quantity: 1 }], ['prices', { ...part, ...price }]] as const
    ) {
      await call(`bomstream_own_${what}_write`, { ...of, p_rows: [row] });
      await call(`bomstream_own_${what}_list`, { ...of, p_limit: 100 });
      await call(`bomstream_own_${what}_delete`, {
        ...of,
        p_orderable_key: 'A PART',
        p_manufacturer: 'Test',
      });
    }
    await call('bomstream_where_used', { ...of, p_orderable_key: 'A PART', p_manufacturer: 'Test' });
    for (
      const stage of ['components', 'offers', 'stock', 'prices', 'boms', 'runs', 'lines', 'edits', 'changes']
    ) {
      await call('bomstream_organization_export', { ...of, p_after: { stage, key: [] } });
    }
  },
  'BOMs and their runs': async () => {
    const { next } = await call('bomstream_bom_list', { p_user_id: tenant.userId, p_limit: 1 });
    await call('bomstream_bom_list', {
      p_user_id: tenant.userId,
      p_organization_id: tenant.organizationId,
      p_status: 'enriching',
      p_search: 't',
      ...(next ? { p_after: next } : {}),
    });
    await call('bomstream_bom_read', who());
    await call('bomstream_bom_runs', { ...who(), p_after: 2 });
    await call('bomstream_bom_change', { ...who(), p_changes: { name: 'Test' } });
  },
  pause: async () => {
    await call('bomstream_control', { ...who(), p_action: 'pause' });
    await call('bomstream_control', { ...who(), p_action: 'resume' });
  },
};

/** What reads no table whole, however it was planned: sessions keep their plans for as long as they last. */
const BY_KEYS = new Set([
  'BOMs and their runs',
  'claim, extend, advance, commit',
  'release',
  'tick and sweep',
  'health',
  'publishing',
]);

/** Does it, and returns what was planned for it. */
async function plansOf(work: () => Promise<unknown>): Promise<Explained[]> {
  explained = [];
  await work();
  expect(explained.length).toBeGreaterThan(0);
  return explained;
}

function scans(plan: Plan, tables: RegExp): string[] {
  // Where no other way is left, an index that does not help is read whole, too.
  const thrownAway = (plan['Rows Removed by Filter'] ?? 0) * plan['Actual Loops'];
  const isDear = (plan['Node Type'] === 'Seq Scan' || thrownAway > MOST_THROWN_AWAY) &&
    tables.test(plan['Relation Name'] ?? '');
  return [
    ...isDear ? [plan['Relation Name']!] : [],
    ...(plan.Plans ?? []).flatMap((part) => scans(part, tables)),
  ];
}

/** Pairs of rows that were compared for nothing. */
const comparedInVain = (plan: Plan): number =>
  (plan['Rows Removed by Join Filter'] ?? 0) * plan['Actual Loops'] +
  (plan.Plans ?? []).reduce((sum, part) => sum + comparedInVain(part), 0);

/** The statements that go through one of these tables, be it by an index, or are compiled. */
const dear = (plans: readonly Explained[], tables: RegExp) =>
  plans.filter((statement) => statement.JIT !== undefined || scans(statement.Plan, tables).length > 0)
    .map((statement) => statement['Query Text']);

beforeAll(async () => {
  session = await database.session();
  await session.query(`load 'auto_explain';
    set auto_explain.log_min_duration = 0; set auto_explain.log_analyze = on; set auto_explain.log_timing = off;
    set auto_explain.log_nested_statements = on; set auto_explain.log_format = json;
    set auto_explain.log_level = notice`);
  session.on('notice', ({ message = '' }) => {
    const plan = message.indexOf('plan:');
    if (plan >= 0) explained.push(JSON.parse(message.slice(plan + 'plan:'.length)));
  });
  tenant = await database.tenant('admin');
  runs = await newRuns(database, parts(1), tenant);
  await runs.start();
  // The plans that this session keeps are of a database with nearly nothing in it.
  for (let i = 0; i < CALLS_TO_KEEP_A_PLAN; i++) {
    await database.query(`update bomstream.bom_lines set status = 'pending', visible_at = '-infinity'`);
    await database.query(`update bomstream.enrichment_runs set status = 'enriching', completed_at = null,
      not_found_items = 0, enriched_items = 0`);
    await database.query(
      'insert into bomstream.turns (organization_id) values ($1) on conflict do nothing',
      [tenant.organizationId],
    );
    for (const name of Object.keys(WORK).slice(1)) {
      await WORK[name]!();
    }
  }
  const others = await database.tenant();
  await database.query(
    `with b as (
       insert into bomstream.boms (organization_id, name, line_count, created_by)
       select $1, 'Other', 1000, $2 from generate_series(1, $3::integer) returning id, organization_id),
     r as (
       insert into bomstream.enrichment_runs
         (bom_id, organization_id, run, mode, priority, batch_size, total_items, status, last_seq, published_seq,
          enriching_since, started_at)
       select b.id, b.organization_id, 1, 'all', 5, 100, 1000, 'enriching', 1, 1, now(), now() from b
       returning id, bom_id, organization_id)
     insert into bomstream.bom_lines (bom_id, organization_id, line_number, mpn, orderable_key, status, run_id, visible_at, waits_for)
     select r.bom_id, r.organization_id, n, 'P' || n, 'P' || n, 'pending', r.id, now() + interval '1 hour', 'supplier_day'
     from r, generate_series(1, $4::integer) n`,
    [others.organizationId, others.userId, OTHER_LINES / LINES_OF_A_BOM, LINES_OF_A_BOM],
  );
  // Its run has ended by now.
  runs = await newRuns(database, parts(LINES_OF_A_BOM), tenant);
  await runs.start();
});

describe('beside 200,000 lines of others', () => {
  it.each(Object.keys(WORK))('%s: goes through no table, by plans that are kept', async (name) => {
    expect(dear(await plansOf(WORK[name]!), BY_KEYS.has(name) ? GROWING : LARGE)).toEqual([]);
  });

  it.each(Object.keys(WORK))('%s: nor by plans that are made now', async (name) => {
    await session.query('discard plans');
    await database.query('analyze');
    expect(dear(await plansOf(WORK[name]!), LARGE)).toEqual([]);
  });

  it('a start and the deletion of a BOM read no lines but its own', async () => {
    const small = await newRuns(database, parts(10), tenant);
    const started = await plansOf(() => small.start({}, session));
    expect(dear(started, LARGE)).toEqual([]);
    const deleted = await plansOf(() =>
      call('bomstream_bom_delete', { p_user_id: tenant.userId, p_bom_id: small.bomId })
    );
    expect(dear(deleted, LARGE)).toEqual([]);
  });

  it('the end of a run compares no line with others, though the planner knows nothing of its results yet', async () => {
    const again = await newRuns(database, parts(LINES_OF_A_BOM), tenant);
    const [{ run_id }] = await database.query(
      `with r as (
         insert into bomstream.enrichment_runs
           (bom_id, organization_id, run, mode, priority, batch_size, total_items, status, last_seq, published_seq,
            enriching_since, started_at, completed_at)
         select $1, $2, n, 'all', 5, 100, $3, case n when 1 then 'completed' else 'enriching' end, 1, 1, now(), now(),
                case n when 1 then now() end
         from generate_series(1, 2) n returning id, run),
       found as (
         insert into bomstream.components (orderable_key, manufacturer, mpn, fields, quality_score)
         select 'FOUND ' || l.line_number, 'Test', 'FOUND ' || l.line_number, '{}', 50 from bomstream.bom_lines l
         where l.bom_id = $1 returning id, orderable_key),
       results as (
         insert into bomstream.run_line_results (run_id, line_id, status, component_id, stock)
         select r.id, l.id, 'enriched', f.id, case r.run when 1 then 7 else 0 end
         from r cross join bomstream.bom_lines l join found f on f.orderable_key = 'FOUND ' || l.line_number
         where l.bom_id = $1),
       settled as (
         update bomstream.bom_lines l set status = 'enriched', component_id = f.id, quantity = 1 from found f
         where l.bom_id = $1 and f.orderable_key = 'FOUND ' || l.line_number)
       select id as run_id from r where run = 2`,
      [again.bomId, tenant.organizationId, LINES_OF_A_BOM],
    );
    await session.query('discard plans');
    const plans = await plansOf(async () => {
      const { rows: [{ n }] } = await session.query('select bomstream.note_changes($1) as n', [run_id]);
      expect(n).toBe(LINES_OF_A_BOM);
    });
    expect(dear(plans, GROWING)).toEqual([]);
    expect(Math.max(...plans.map(({ Plan }) => comparedInVain(Plan)))).toBeLessThan(LINES_OF_A_BOM);
  });
});

describe('this test notices', () => {
  it.each(['on', 'off'])('a look at all lines, with enable_seqscan %s', async (how) => {
    await session.query(`set enable_seqscan = ${how}`);
    const plans = await plansOf(() =>
      session.query(`select count(*) from bomstream.bom_lines where bom_id > $1 and mpn = 'X'`, [
        '00000000-0000-0000-0000-000000000000',
      ])
    );
    await session.query('reset enable_seqscan');
    expect(dear(plans, LARGE)).toHaveLength(1);
  });
});
