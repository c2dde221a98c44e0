create or replace function bomstream.has_spent_lines(p_run_id uuid) returns boolean
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  -- Attempts are used up by a lease that ran out or a worker that failed, and both leave a moment behind: the lines
  -- that were never taken, or given back, need not be looked at.
  return exists (select from bomstream.bom_lines l where l.run_id = p_run_id and l.status = 'pending'
    and l.visible_at > '-infinity' and l.visible_at <= statement_timestamp()
    and l.attempts >= (select s.max_attempts from bomstream.settings s));
end $$;
comment on function bomstream.has_spent_lines(uuid) is
  'Whether bomstream.fail_spent_lines has something to do: claimable lines whose attempts are used up.';
revoke all on function bomstream.has_spent_lines(uuid) from public, anon, authenticated;
