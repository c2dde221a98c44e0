create function private.may_go_on(p_run_id uuid, p_since timestamptz) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  v_next uuid := private.next_runs(1);
begin
  if v_next = p_run_id then
    return true;
  end if;
  -- Who has been served since this worker took its batch, or has as many workers as the one it works for, does not wait
  -- for it. Changing over to him would make two workers change places after each batch, at the price of another trip
  -- and of waiting for each other, and take from a small run the worker that its start has called.
  return coalesce((
    select mine.priority = other.priority
       and case when mine.organization_id = other.organization_id then other.served_at > p_since
           else t.served_at > p_since
             or private.workers_of(other.organization_id) >= private.workers_of(mine.organization_id) end
    from public.enrichment_runs mine
    join public.enrichment_runs other on other.id = v_next
    join private.turns t on t.organization_id = other.organization_id and t.priority = other.priority
    where mine.id = p_run_id), false);
end $$;
comment on function private.may_go_on(uuid, timestamptz) is
  'Whether a worker that took a batch of the run at p_since may take the next one, too: every run that is to be served before it has been since, or is worked on by no fewer workers.';
revoke all on function private.may_go_on(uuid, timestamptz) from public, anon, authenticated;
