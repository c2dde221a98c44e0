create function private.mark_published(p_published jsonb, p_waits boolean default true) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_bom_id uuid := (p_published ->> 'bom_id')::uuid;
  v_run integer := split_part(p_published ->> 'event_id', '-', 1)::integer;
  v_seq integer := split_part(p_published ->> 'event_id', '-', 2)::integer;
  v_id uuid;
begin
  if p_published is null then
    return;
  end if;
  -- Who is about to commit to the run has to wait for it in any case; for others the run that they leave is no reason
  -- to. Its next commit hands out these events once more.
  if not p_waits then
    perform from public.enrichment_runs r where r.bom_id = v_bom_id and r.run = v_run for no key update skip locked;
    if not found then
      return;
    end if;
  end if;
  -- An earlier run is always published whole before the next one begins to be.
  for v_id in
    select r.id from public.enrichment_runs r
    where r.bom_id = v_bom_id and r.run <= v_run and r.published_seq < r.last_seq
    order by r.run
    for no key update
  loop
    update public.enrichment_runs r
       set published_seq = case when r.run < v_run then r.last_seq
             else greatest(r.published_seq, least(v_seq, r.last_seq)) end,
           publish_failures = 0,
           publish_due_at = case when r.run < v_run or v_seq >= r.last_seq then 'infinity'::timestamptz
             else clock_timestamp() end
     where r.id = v_id;
  end loop;
end $$;
comment on function private.mark_published(jsonb, boolean) is
  'Notes that Redis holds everything of {bom_id} up to {event_id}. Never lowers what is noted; null does nothing. Where p_waits is false, a run that is being committed to is left alone.';
revoke all on function private.mark_published(jsonb, boolean) from public, anon, authenticated;
