create or replace function bomstream.leave_turns(p_organization_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- The lock first, and only then, in a statement that sees what was committed meanwhile, the question: a start that
  -- holds the row is waited for and seen, and one that comes now finds the row gone and makes a new one.
  perform from bomstream.turns t where t.organization_id = p_organization_id for update;
  delete from bomstream.turns t
   where t.organization_id = p_organization_id
     and not exists (select from bomstream.enrichment_runs r
                     where r.organization_id = p_organization_id and r.status in ('queued', 'enriching', 'paused'));
end $$;
comment on function bomstream.leave_turns(uuid) is
  'Takes an organization out of the turns when its last run has ended. Last in the order of locks.';
revoke all on function bomstream.leave_turns(uuid) from public, anon, authenticated;
