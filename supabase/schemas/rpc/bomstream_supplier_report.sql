create or replace function public.bomstream_supplier_report(p_supplier text, p_report jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- The first pause of a supplier that fails, doubled with each further failure.
  c_pause constant interval := interval '5 seconds';
  c_longest_pause constant interval := interval '10 minutes';
  -- A refused key is put right by a person, who wants to see it work soon after.
  c_key_pause constant interval := interval '1 minute';
  -- The shortest quota is one a minute; one that is refused again and again is a longer one.
  c_quota_pause constant interval := interval '1 minute';
  c_longest_quota_pause constant interval := interval '1 hour';
  v_limit bomstream.supplier_limits;
  v_unused constant integer := coalesce((p_report ->> 'unused')::integer, 0);
  v_unused_parts constant integer := coalesce((p_report ->> 'unused_parts')::integer, 0);
  v_failure text := p_report ->> 'failure';
  v_retry_after interval := (p_report ->> 'retry_after_ms')::double precision * interval '1 millisecond';
  v_until timestamptz;
  v_answered_at constant timestamptz := clock_timestamp();
  v_now timestamptz;
begin
  perform bomstream.require_at_most(jsonb_array_length(coalesce(p_report -> 'answers', '[]')), 100, 'answers');
  select * into v_limit from bomstream.supplier_limits s where s.supplier = p_supplier;
  if not found then
    perform bomstream.refuse(404, 'unknown_supplier', 'Nothing is known about the limits of this supplier.');
  end if;
  -- Before the lock, for which everybody waits who calls this supplier.
  insert into bomstream.supplier_answers as a (supplier, orderable_key, answered_at, answer)
  select distinct on (x.orderable_key) p_supplier, x.orderable_key, v_answered_at, nullif(x.answer, 'null')
  from jsonb_to_recordset(p_report -> 'answers') as x(orderable_key text, answer jsonb)
  order by x.orderable_key
  on conflict (supplier, orderable_key) do update set answered_at = excluded.answered_at, answer = excluded.answer;
  -- Most calls go well and change nothing. What somebody else changes at this moment comes after it.
  if v_failure is null and v_unused = 0 and v_unused_parts = 0 and v_limit.failures = 0
     and num_nonnulls(v_limit.last_failure, v_limit.blocked_until, v_limit.probing_until) = 0 then
    return jsonb_build_object('answered_at', bomstream.iso(v_answered_at), 'blocked_ms', null);
  end if;
  select * into strict v_limit from bomstream.supplier_limits s where s.supplier = p_supplier for no key update;
  v_now := clock_timestamp();

  if v_failure = 'stopped' then
    -- Nobody heard what the supplier would have said. If it was a probe, the next caller makes it.
    v_limit.probing_until := null;
  elsif v_failure is null then
    -- A call from before the closure says nothing about whether it is over.
    if not coalesce(v_limit.blocked_until > v_now, false) then
      v_limit.failures := 0;
      v_limit.last_failure := null;
      v_limit.blocked_until := null;
      v_limit.probing_until := null;
    end if;
  else
    v_limit.failures := v_limit.failures + 1;
    v_limit.last_failure := v_failure;
    v_limit.probing_until := null;
    v_until := v_now + case
      when v_retry_after is not null then v_retry_after
      when v_failure = 'misconfigured' then c_key_pause
      when v_failure = 'over_quota' then
        least(c_quota_pause * power(2, least(v_limit.failures - 1, 10)), c_longest_quota_pause)
      when v_limit.failures >= v_limit.trip_after then
        least(c_pause * power(2, least(v_limit.failures - v_limit.trip_after, 10)), c_longest_pause) end;
    -- Several isolates may report one outage; the longest wait that a supplier asked for holds.
    v_limit.blocked_until := greatest(v_limit.blocked_until, v_until);
  end if;
  update bomstream.supplier_limits s
     set failures = v_limit.failures, last_failure = v_limit.last_failure, blocked_until = v_limit.blocked_until,
         probing_until = v_limit.probing_until,
         used_today = greatest(0, s.used_today - v_unused),
         parts_used = greatest(0, s.parts_used - v_unused_parts)
   where s.supplier = p_supplier;
  update bomstream.supplier_shares s
     set used_today = greatest(0, s.used_today - v_unused), parts_used = greatest(0, s.parts_used - v_unused_parts)
   where s.supplier = p_supplier and s.organization_id = (p_report ->> 'organization_id')::uuid
     and (v_unused > 0 or v_unused_parts > 0);

  return jsonb_build_object(
    'answered_at', bomstream.iso(v_answered_at),
    'blocked_ms', case when v_limit.blocked_until > v_now then bomstream.wait_ms(v_limit.blocked_until) end);
end $$;
comment on function public.bomstream_supplier_report(text, jsonb) is
  'How calls to a supplier went: {unused, unused_parts, organization_id, failure, retry_after_ms, answers: [{orderable_key, answer}]}. `failure` is null, stopped, transient, over_quota or misconfigured. Stopped, before anything was answered, says nothing about the supplier; enough of the others in a row close it to all isolates, ever longer, and a time the supplier names itself wins. `unused` calls go back into the day, and into the share of the organization that they were granted to; `unused_parts` into the budget and its share of that. Answers are kept for every later line and run; a null one says the supplier has no such part. Returns {answered_at, blocked_ms}: when these answers count as given, and how long the supplier is closed now.';
revoke all on function public.bomstream_supplier_report(text, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_supplier_report(text, jsonb) to service_role;
