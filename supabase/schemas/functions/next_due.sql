create or replace function bomstream.next_due(p_bom_id uuid, p_schedule text, p_hour integer) returns timestamptz
language plpgsql volatile set search_path = '' as $$
declare
  -- Over this the runs that one hour starts are spread, each BOM always at the same place: not all suppliers' quotas at once.
  c_window_seconds constant integer := 4 * 3600;
  v_every constant interval := case p_schedule when 'nightly' then interval '1 day' when 'weekly' then interval '7 days' end;
  v_due timestamptz;
begin
  if v_every is null then
    return null;
  end if;
  -- From the night before on: a window that begins late in the evening ends on the next day. Weeks begin on Monday.
  v_due := date_trunc(case p_schedule when 'nightly' then 'day' else 'week' end, clock_timestamp(), 'UTC') - v_every
    + p_hour * interval '1 hour' + (hashtext(p_bom_id::text)::bigint + 2147483648) % c_window_seconds * interval '1 second';
  while v_due <= clock_timestamp() loop
    v_due := v_due + v_every;
  end loop;
  return v_due;
end $$;
comment on function bomstream.next_due(uuid, text, integer) is
  'When the BOM''s next run of the schedule is due: within four hours from the hour (UTC) on of the next night, or of the next night to Monday''s morning or from Monday''s hour on where weekly; null for the schedule none, or null.';
revoke all on function bomstream.next_due(uuid, text, integer) from public, anon, authenticated;
