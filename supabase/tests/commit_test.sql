-- What a commit changes: once, and only for the worker whose claim it was.
begin;
set local search_path = extensions, public;
select plan(11);

-- runs of a database that is in use would be claimed first
delete from bomstream.boms where true;
insert into bomstream.organizations (id, name) values ('00000000-0000-0000-0000-00000000000a', 'Commit');
insert into bomstream.boms (id, organization_id, name, line_count)
values ('00000000-0000-0000-0000-00000000000b', '00000000-0000-0000-0000-00000000000a', 'Commit', 11);
insert into bomstream.bom_lines (bom_id, organization_id, line_number, mpn, orderable_key, status)
select '00000000-0000-0000-0000-00000000000b', '00000000-0000-0000-0000-00000000000a', n, 'P' || n, 'P' || n, 'pending'
from generate_series(1, 11) as n;
create temporary table run as
select id from bomstream.start_run('00000000-0000-0000-0000-00000000000b', null, 5, 'pending', 'user', null);

create function pg_temp.results(claim jsonb, status text) returns jsonb language sql as $$
  select jsonb_agg(jsonb_build_object('line_id', line -> 'line_id', 'fence', line -> 'fence', 'status', status))
  from jsonb_array_elements(claim -> 'lines') as line
$$;
create function pg_temp.commit(worker integer, results jsonb) returns jsonb language sql as $$
  select public.bomstream_commit(('00000000-0000-0000-0000-' || lpad(worker::text, 12, '0'))::uuid, id, results)
         - 'publish'
  from run
$$;
create function pg_temp.claim(worker integer) returns jsonb language sql as $$
  select public.bomstream_claim(('00000000-0000-0000-0000-' || lpad(worker::text, 12, '0'))::uuid)
$$;
create function pg_temp.everything() returns jsonb language sql as $$
  select jsonb_build_object(
    'run', (select to_jsonb(r) from bomstream.enrichment_runs r),
    'lines', (select jsonb_agg(to_jsonb(l) order by l.line_number) from bomstream.bom_lines l),
    'events', (select jsonb_agg(to_jsonb(e) order by e.seq) from bomstream.enrichment_events e),
    'progress', (select to_jsonb(p) from bomstream.enrichment_progress p))
$$;

create temporary table first as select pg_temp.results(pg_temp.claim(1), 'not_found') as results;
select is(jsonb_array_length(results), 10, 'a worker claims a batch') from first;
select is(pg_temp.commit(1, results), '{"accepted": 10, "refused": 0, "run_status": "enriching"}', 'and commits it')
from first;
create temporary table afterwards as select pg_temp.everything() as was;
select is(pg_temp.commit(1, results), '{"accepted": 0, "refused": 10, "run_status": "enriching"}',
  'the same commit again is refused')
from first;
select is(pg_temp.everything(), was, 'and changes nothing') from afterwards;

-- The last line: its lease runs out, and the same worker claims it again, as do two others after it.
create temporary table claims (n integer, results jsonb);
insert into claims select 1, pg_temp.results(pg_temp.claim(1), 'failed');
update bomstream.bom_lines set visible_at = '-infinity' where status = 'pending';
insert into claims select 2, pg_temp.results(pg_temp.claim(1), 'failed');
select is(late.results #>> '{0,line_id}', early.results #>> '{0,line_id}', 'a line whose lease ran out is claimed again')
from claims early, claims late where early.n = 1 and late.n = 2;
select is(pg_temp.commit(1, results), '{"accepted": 0, "refused": 1, "run_status": "enriching"}',
  'a worker settles nothing by a claim it no longer holds')
from claims where n = 1;
update bomstream.bom_lines set visible_at = '-infinity' where status = 'pending';
insert into claims select 3, pg_temp.results(pg_temp.claim(2), 'enriched');
select is(pg_temp.commit(1, results), '{"accepted": 0, "refused": 1, "run_status": "enriching"}',
  'nor by the claim that another worker took over')
from claims where n = 2;
select is(pg_temp.commit(2, results), '{"accepted": 1, "refused": 0, "run_status": "completed"}',
  'the worker that holds the line settles it, and the run ends')
from claims where n = 3;
select is(pg_temp.commit(1, results), '{"accepted": 0, "refused": 1, "run_status": "completed"}',
  'after its end nothing commits')
from claims where n = 2;
select results_eq(
  'select status from bomstream.bom_lines where line_number = 11', array['enriched'], 'the line is as its holder left it');
select results_eq(
  'select seq, event_type from bomstream.enrichment_events order by seq',
  $$ values (1, 'enrichment.started'), (2, 'enrichment.progress'), (3, 'enrichment.progress'),
            (4, 'enrichment.progress'), (5, 'enrichment.completed') $$,
  'the events have no hole, and the end is last');

select * from finish();
rollback;
