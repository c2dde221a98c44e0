create or replace function public.bomstream_supplier_grant(p_supplier text, p_calls integer, p_limits jsonb default null, p_organization_id uuid default null)
returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  c_minute constant interval := interval '1 minute';
  -- Longer than any call may take: a caller that has not reported by then has died.
  c_probe constant interval := interval '30 seconds';
  -- Most probes are over by then.
  c_ask_again constant interval := interval '2 seconds';
  -- How long calls are kept for who was told to ask again: its lines may have to wait for the next tick.
  c_kept constant interval := interval '30 seconds';
  v_now timestamptz;
  v_limit bomstream.supplier_limits;
  v_share bomstream.supplier_shares;
  v_had_today integer;
  v_had_parts integer;
  v_day date;
  v_of_day integer;
  v_free integer;
  v_of_minute integer;
  v_granted integer;
  v_parts_a_call constant integer := coalesce((p_limits ->> 'parts_a_call')::integer, 0);
  v_affordable integer;
  v_again timestamptz;
begin
  -- Answers that are written at this moment refer to the row, and need not wait.
  select * into v_limit from bomstream.supplier_limits s where s.supplier = p_supplier for no key update;
  if not found and p_limits is not null then
    -- Asked for the first time. Two that come together make one row, which then counts for both.
    insert into bomstream.supplier_limits (supplier, calls_per_minute, calls_per_day, time_zone, parts_in_all)
    values (p_supplier, (p_limits ->> 'per_minute')::integer, (p_limits ->> 'per_day')::integer, p_limits ->> 'time_zone',
            (p_limits ->> 'parts_in_all')::integer)
    on conflict do nothing;
    select * into v_limit from bomstream.supplier_limits s where s.supplier = p_supplier for no key update;
  end if;
  if not found then
    return jsonb_build_object('granted', 0, 'reason', 'unknown_supplier', 'wait_ms', null);
  end if;
  -- Only now: this may have waited for the lock, and moments must not be noted out of order.
  v_now := clock_timestamp();
  v_day := (v_now at time zone v_limit.time_zone)::date;
  if v_limit.day is distinct from v_day then
    v_limit.used_today := 0;
    update bomstream.supplier_limits s set day = v_day, used_today = 0 where s.supplier = p_supplier;
    -- what was had for life is not forgotten with the day
    delete from bomstream.supplier_shares s where s.supplier = p_supplier and s.parts_used = 0;
    update bomstream.supplier_shares s set used_today = 0 where s.supplier = p_supplier;
  end if;
  -- Both are in the order of time, and what is not known of the oldest calls is for whom they were.
  v_limit.recent := v_limit.recent[1 + (select count(*) from unnest(v_limit.recent) t where t <= v_now - c_minute):];
  v_limit.recent_of := v_limit.recent_of[greatest(1, cardinality(v_limit.recent_of) - cardinality(v_limit.recent) + 1):];

  if v_limit.blocked_until > v_now then
    return jsonb_build_object('granted', 0, 'reason', v_limit.last_failure, 'wait_ms', bomstream.wait_ms(v_limit.blocked_until));
  elsif v_limit.probing_until > v_now then
    return jsonb_build_object('granted', 0, 'reason', 'probing',
      'wait_ms', bomstream.wait_ms(least(v_limit.probing_until, v_now + c_ask_again)));
  end if;

  -- Releases before 0.2.0 do not say for whom they ask: what they get is nobody's share.
  if p_organization_id is not null then
    insert into bomstream.supplier_shares (supplier, organization_id, created_by)
    select p_supplier, p_organization_id, (select o.created_by from bomstream.organizations o where o.id = p_organization_id)
    on conflict do nothing;
    select * into strict v_share from bomstream.supplier_shares s
     where s.supplier = p_supplier and s.organization_id = p_organization_id;
    -- Who makes one organization after the other gets one share with all of them.
    select v_share.used_today + coalesce(sum(s.used_today), 0)::integer, v_share.parts_used + coalesce(sum(s.parts_used), 0)::integer
      into v_had_today, v_had_parts
      from bomstream.supplier_shares s
     where s.supplier = p_supplier and s.created_by = v_share.created_by and s.organization_id <> p_organization_id;
  end if;
  v_affordable := case when v_limit.parts_in_all is null or v_parts_a_call = 0 then p_calls
    else bomstream.share_of_rest(v_limit.parts_in_all - v_limit.parts_used, v_had_parts, v_share.organization_id)
      / v_parts_a_call end;
  if v_affordable <= 0 then
    return jsonb_build_object('granted', 0, 'reason', 'budget', 'wait_ms', null);
  end if;
  v_of_day := bomstream.share_of_rest(v_limit.calls_per_day - v_limit.used_today, v_had_today, v_share.organization_id);
  v_free := v_limit.calls_per_minute - cardinality(v_limit.recent);
  v_of_minute := bomstream.share_of_minute(v_limit, v_share, v_free, v_now);
  v_granted := greatest(0, least(p_calls, v_affordable, v_of_day, v_of_minute));
  if v_of_day <= 0 then
    -- Nothing of the minute is to be kept for it.
    update bomstream.supplier_shares s set wants = 0 where s.supplier = p_supplier and s.organization_id = p_organization_id;
    return jsonb_build_object('granted', 0, 'reason', 'day',
      'wait_ms', bomstream.wait_ms((v_day + 1)::timestamp at time zone v_limit.time_zone));
  elsif v_granted = 0 then
    v_again := case when v_free > 0 then v_now + c_ask_again
      else v_limit.recent[cardinality(v_limit.recent) - v_limit.calls_per_minute + 1] + c_minute end;
    update bomstream.supplier_shares s
       set wants = case when s.waits_until > v_now then s.wants else 0 end + p_calls,
           waits_since = case when s.waits_until > v_now then s.waits_since else v_now end,
           waits_until = v_again + c_kept
     where s.supplier = p_supplier and s.organization_id = p_organization_id;
    return jsonb_build_object('granted', 0, 'reason', 'minute', 'wait_ms', bomstream.wait_ms(v_again));
  end if;

  -- It was closed and its time is over: one call finds out whether it is back.
  if v_limit.blocked_until is not null then
    v_granted := 1;
    v_limit.probing_until := v_now + c_probe;
  end if;
  update bomstream.supplier_limits s
     set recent = v_limit.recent || array_fill(v_now, array[v_granted]),
         recent_of = v_limit.recent_of || array_fill(p_organization_id, array[v_granted]),
         used_today = v_limit.used_today + v_granted, parts_used = s.parts_used + v_granted * v_parts_a_call, probing_until = v_limit.probing_until
   where s.supplier = p_supplier;
  update bomstream.supplier_shares s
     set used_today = s.used_today + v_granted, parts_used = s.parts_used + v_granted * v_parts_a_call,
         wants = greatest(0, s.wants - v_granted)
   where s.supplier = p_supplier and s.organization_id = p_organization_id;

  return jsonb_build_object('granted', v_granted, 'reason', null, 'wait_ms', null);
end $$;
comment on function public.bomstream_supplier_grant(text, integer, jsonb, uuid) is
  'Asks for calls to a supplier before they are made. Returns {granted, wait_ms, reason}: at most p_calls, fewer where the limits, or the shares of other organizations in them, leave no more; none with the time to wait and why: minute, day, budget (which ends by an operator alone), probing, unknown_supplier, or the failure that closed the supplier. After a closure one caller is granted one call, as a probe. p_limits, {per_minute, per_day, time_zone, parts_in_all?}, is what a supplier begins with that was never asked; later its row is what holds, which an operator may change. With parts_a_call, each call takes so many out of the supplier''s budget of parts until the report says what it cost.';
revoke all on function public.bomstream_supplier_grant(text, integer, jsonb, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_supplier_grant(text, integer, jsonb, uuid) to service_role;
