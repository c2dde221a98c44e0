create or replace function bomstream.dismiss_surplus(p_worker_id uuid) returns boolean
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_me bomstream.workers;
  v_is_surplus boolean;
begin
  select * into v_me from bomstream.workers w where w.id = p_worker_id;
  if v_me.stop_reason = 'surplus' then
    return true;
  end if;
  -- Two that go at the same moment could be one too many; the next to ask goes then.
  if not pg_try_advisory_xact_lock(hashtext('bomstream.dismiss_surplus')) then
    return false;
  end if;
  -- Only who has shown himself since this worker took its batch counts: none is sent away for the sake of the dead, and
  -- none that comes for its first batch, which a start has called and waits for.
  select sum(o.workers) > (select s.max_runners from bomstream.settings s)
     and max(o.workers) = max(o.workers) filter (where o.organization_id = v_me.organization_id)
    into v_is_surplus
  from (select w.organization_id, count(*) as workers from bomstream.workers w
        where w.stopped_at is null and w.live_until > statement_timestamp() and w.heartbeat_at >= v_me.claimed_at
        group by w.organization_id) o;
  if v_is_surplus then
    update bomstream.workers w set stopped_at = clock_timestamp(), stop_reason = 'surplus' where w.id = p_worker_id;
  end if;
  return coalesce(v_is_surplus, false);
end $$;
comment on function bomstream.dismiss_surplus(uuid) is
  'Whether a worker that asks for its next batch is to end instead: more than max_runners have been at work since its last one, as each start calls one besides, and no organization has more of them than the one it works for.';
revoke all on function bomstream.dismiss_surplus(uuid) from public, anon, authenticated;
