create or replace function bomstream.may_go_on(p_run_id uuid, p_since timestamptz) returns boolean
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_mine bomstream.enrichment_runs;
  v_next bomstream.enrichment_runs;
begin
  select * into v_mine from bomstream.enrichment_runs r where r.id = p_run_id;
  select * into v_next from bomstream.enrichment_runs r where r.id = (select bomstream.next_runs(1));
  if v_next.id = v_mine.id then
    return true;
  elsif v_mine.source = 'schedule' and v_next.source <> 'schedule' then
    return false;
  elsif v_next.organization_id = v_mine.organization_id then
    return v_next.priority = v_mine.priority and v_next.served_at > p_since;
  end if;
  -- Who has been served since this worker took its batch, or has as many workers as the organization it works for, does
  -- not wait for it. Changing over would make two workers change places after each batch, at the price of another trip
  -- and of waiting for each other, and take from a small run the worker that its start has called.
  return coalesce((
    select t.served_at > p_since
        or count(w.id) filter (where w.organization_id = v_next.organization_id)
           >= count(w.id) filter (where w.organization_id = v_mine.organization_id)
    from bomstream.turns t
    left join bomstream.workers w on w.stopped_at is null and w.live_until > statement_timestamp()
    where t.organization_id = v_next.organization_id
    group by t.served_at), false);
end $$;
comment on function bomstream.may_go_on(uuid, timestamptz) is
  'Whether a worker that took a batch of the run at p_since may take the next one, too: the run that is to be served before it has been since, or its organization is worked for by no fewer workers. A schedule''s run never keeps another waiting, and a run of higher priority of the same organization is not kept waiting either.';
revoke all on function bomstream.may_go_on(uuid, timestamptz) from public, anon, authenticated;
