create or replace function bomstream.delete_results_of_deleted() returns trigger
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  delete from bomstream.run_line_results f where f.run_id = any (array(select r.id from deleted r));
  return null;
end $$;
comment on function bomstream.delete_results_of_deleted() is
  'Runs that are deleted take along what they found, in one statement for all of them.';
revoke all on function bomstream.delete_results_of_deleted() from public, anon, authenticated;
create trigger delete_results after delete on bomstream.enrichment_runs
  referencing old table as deleted for each statement execute function bomstream.delete_results_of_deleted();
