-- Who may touch what, asked of the catalogue and then as the roles themselves: nobody but the functions.
begin;
set local search_path = extensions, public;
select plan(8);

select is_empty(
  $$ select c.oid::regclass from pg_class c
     where c.relnamespace in ('public'::regnamespace, 'bomstream'::regnamespace)
       and c.relkind in ('r', 'p') and not c.relrowsecurity $$,
  'every table has row-level security');
select is_empty('select polname from pg_policy', 'and no policy lets a row through');
select is_empty(
  $$ select c.oid::regclass, r.name, p.name
     from pg_class c
     cross join (values ('anon'), ('authenticated')) as r(name)
     cross join (values ('select'), ('insert'), ('update'), ('delete'), ('truncate')) as p(name)
     where c.relnamespace in ('public'::regnamespace, 'bomstream'::regnamespace)
       and c.relkind in ('r', 'p') and has_table_privilege(r.name, c.oid, p.name) $$,
  'no user reads or writes a table');
select is_empty(
  $$ select p.oid::regprocedure, r.name
     from pg_proc p cross join (values ('anon'), ('authenticated')) as r(name)
     where p.pronamespace in ('public'::regnamespace, 'bomstream'::regnamespace)
       and has_function_privilege(r.name, p.oid, 'execute') $$,
  'no user executes a function');

set local role anon;
select throws_ok('select * from bomstream.boms', '42501', null, 'anon reads no table');
select throws_ok('select public.bomstream_tick()', '42501', null, 'anon executes no function');
reset role;

set local role authenticated;
select throws_ok('explain select * from bomstream.boms', '42501', null, 'a user learns nothing of the planner either');
select throws_ok('select public.bomstream_tick()', '42501', null, 'a user executes no function');
reset role;

select * from finish();
rollback;
