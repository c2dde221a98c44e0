-- Who may touch what, asked of the catalogue and then as the roles themselves.
begin;
set local search_path = extensions, public;
select plan(8);

select is_empty(
  $$ select c.oid::regclass from pg_class c
     where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
       and c.relkind in ('r', 'p') and not c.relrowsecurity $$,
  'every table has row-level security');
select is_empty(
  $$ select c.oid::regclass, r.name, p.name
     from pg_class c
     cross join (values ('anon'), ('authenticated')) as r(name)
     cross join (values ('insert'), ('update'), ('delete'), ('truncate')) as p(name)
     where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
       and c.relkind in ('r', 'p') and has_table_privilege(r.name, c.oid, p.name) $$,
  'no user writes to a table');
select is_empty(
  $$ select p.oid::regprocedure, r.name
     from pg_proc p cross join (values ('anon'), ('authenticated')) as r(name)
     where p.pronamespace = 'public'::regnamespace and has_function_privilege(r.name, p.oid, 'execute') $$,
  'no user executes a function of public');

set local role anon;
select throws_ok('select * from public.boms', '42501', null, 'anon reads no table');
select throws_ok('select public.enrichment_tick()', '42501', null, 'anon executes no function');
reset role;

set local role authenticated;
select is_empty('select * from public.boms', 'a user without a membership sees no BOM');
select throws_ok('delete from public.boms where true', '42501', null, 'a user deletes none');
select throws_ok('select public.enrichment_tick()', '42501', null, 'a user executes no function');
reset role;

select * from finish();
rollback;
