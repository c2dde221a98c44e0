create or replace function bomstream.leave_turns_of_deleted() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.leave_turns(old.organization_id);
  return null;
end $$;
comment on function bomstream.leave_turns_of_deleted() is
  'A run that is deleted before it has ended leaves the turns like one that ends.';
revoke all on function bomstream.leave_turns_of_deleted() from public, anon, authenticated;
create trigger leave_turns after delete on bomstream.enrichment_runs
  for each row when (old.completed_at is null) execute function bomstream.leave_turns_of_deleted();
