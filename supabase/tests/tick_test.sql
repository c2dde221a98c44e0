-- The tick calls nobody when there is nothing to do, and a runner when there is.
begin;
set local search_path = extensions, public;
select plan(5);

-- what waits in a database that is in use is not this test's
delete from bomstream.boms where true;
delete from bomstream.invocations where true;
delete from bomstream.workers where true;
select vault.create_secret('http://127.0.0.1:9', 'project_url')
where not exists (select from vault.decrypted_secrets where name = 'project_url');
select vault.create_secret('test', 'runner_key')
where not exists (select from vault.decrypted_secrets where name = 'runner_key');

select is(public.bomstream_tick() -> 'invoked', '0', 'with nothing to do the tick calls nobody');
select is_empty('select * from bomstream.invocations', 'and makes no call');

insert into bomstream.organizations (id, name) values ('00000000-0000-0000-0000-00000000000a', 'Tick');
insert into bomstream.boms (id, organization_id, name, line_count)
values ('00000000-0000-0000-0000-00000000000b', '00000000-0000-0000-0000-00000000000a', 'Tick', 1);
insert into bomstream.bom_lines (bom_id, organization_id, line_number, mpn, orderable_key, status)
values ('00000000-0000-0000-0000-00000000000b', '00000000-0000-0000-0000-00000000000a', 1, 'P1', 'P1', 'pending');
select bomstream.start_run('00000000-0000-0000-0000-00000000000b', null, 5, 'pending', 'user', null);

select is(public.bomstream_tick() -> 'invoked', '1', 'where a line waits the tick calls a runner');
select results_eq(
  'select reason, request_id is not null, error from bomstream.invocations', $$ values ('tick', true, null::text) $$,
  'and notes the call');
select is(public.bomstream_tick() -> 'invoked', '0', 'a runner that was just called is not called again');

select * from finish();
rollback;
