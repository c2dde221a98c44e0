create or replace function public.bomstream_supplier_grant(p_supplier text, p_calls integer, p_limits jsonb default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_minute constant interval := interval '1 minute';
  -- Longer than any call may take: a caller that has not reported by then has died.
  c_probe constant interval := interval '30 seconds';
  -- Most probes are over by then.
  c_ask_again constant interval := interval '2 seconds';
  v_now timestamptz;
  v_limit bomstream.supplier_limits;
  v_day date;
  v_granted integer;
begin
  select * into v_limit from bomstream.supplier_limits s where s.supplier = p_supplier for update;
  if not found and p_limits is not null then
    -- Asked for the first time. Two that come together make one row, which then counts for both.
    insert into bomstream.supplier_limits (supplier, calls_per_minute, calls_per_day, time_zone)
    values (p_supplier, (p_limits ->> 'per_minute')::integer, (p_limits ->> 'per_day')::integer, p_limits ->> 'time_zone')
    on conflict do nothing;
    select * into v_limit from bomstream.supplier_limits s where s.supplier = p_supplier for update;
  end if;
  if not found then
    return jsonb_build_object('granted', 0, 'reason', 'unknown_supplier', 'wait_ms', null);
  end if;
  -- Only now: this may have waited for the lock, and moments must not be noted out of order.
  v_now := clock_timestamp();
  v_day := (v_now at time zone v_limit.time_zone)::date;
  if v_limit.day is distinct from v_day then
    v_limit.used_today := 0;
  end if;
  v_limit.recent := array(select t from unnest(v_limit.recent) t where t > v_now - c_minute order by t);

  if v_limit.blocked_until > v_now then
    return jsonb_build_object('granted', 0, 'reason', v_limit.last_failure, 'wait_ms', bomstream.wait_ms(v_limit.blocked_until));
  elsif v_limit.probing_until > v_now then
    return jsonb_build_object('granted', 0, 'reason', 'probing',
      'wait_ms', bomstream.wait_ms(least(v_limit.probing_until, v_now + c_ask_again)));
  elsif v_limit.used_today >= v_limit.calls_per_day then
    return jsonb_build_object('granted', 0, 'reason', 'day',
      'wait_ms', bomstream.wait_ms((v_day + 1)::timestamp at time zone v_limit.time_zone));
  elsif cardinality(v_limit.recent) >= v_limit.calls_per_minute then
    return jsonb_build_object('granted', 0, 'reason', 'minute', 'wait_ms', bomstream.wait_ms(
      v_limit.recent[cardinality(v_limit.recent) - v_limit.calls_per_minute + 1] + c_minute));
  end if;

  v_granted := least(p_calls, v_limit.calls_per_day - v_limit.used_today, v_limit.calls_per_minute - cardinality(v_limit.recent));
  -- It was closed and its time is over: one call finds out whether it is back.
  if v_limit.blocked_until is not null then
    v_granted := least(v_granted, 1);
    v_limit.probing_until := v_now + c_probe;
  end if;
  update bomstream.supplier_limits s
     set recent = v_limit.recent || array_fill(v_now, array[v_granted]), day = v_day,
         used_today = v_limit.used_today + v_granted, probing_until = v_limit.probing_until
   where s.supplier = p_supplier;

  return jsonb_build_object('granted', v_granted, 'reason', null, 'wait_ms', null);
end $$;
comment on function public.bomstream_supplier_grant(text, integer, jsonb) is
  'Asks for calls to a supplier before they are made. Returns {granted, wait_ms, reason}: at most p_calls, fewer where the limits leave no more; none with the time to wait and why: minute, day, probing, unknown_supplier, or the failure that closed the supplier. After a closure one caller is granted one call, as a probe. p_limits, {per_minute, per_day, time_zone}, is what a supplier begins with that was never asked; later its row is what holds, which an operator may change.';
revoke all on function public.bomstream_supplier_grant(text, integer, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_supplier_grant(text, integer, jsonb) to service_role;
