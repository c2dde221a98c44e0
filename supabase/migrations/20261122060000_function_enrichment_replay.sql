create function public.enrichment_replay(p_cursors jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('bom_id', m.bom_id, 'events', m.events)), '[]')
  from (
    select x.bom_id, (
      select jsonb_agg(f.event order by f.run, f.seq) from (
        select e.run, e.seq, e.event from public.enrichment_events e
        where e.bom_id = x.bom_id and (e.run, e.seq) > (x.run, x.seq)
        order by e.run, e.seq
        -- One answer stays small; a reader that is further behind asks again from where this ends.
        limit 100) f) as events
    from jsonb_to_recordset(p_cursors) as x(bom_id uuid, run integer, seq integer)
    -- the cheap probe: only BOMs that moved have their events read
    join public.enrichment_progress p on p.bom_id = x.bom_id and (p.run, p.seq) > (x.run, x.seq)) m
  where m.events is not null
$$;
comment on function public.enrichment_replay(jsonb) is
  'For each {bom_id, run, seq} the events that follow it, oldest first, at most 100; BOMs that did not move are left out. Asks nobody''s rights: for the stream hub, whose clients were let in one by one.';
revoke all on function public.enrichment_replay(jsonb) from public, anon, authenticated;
grant execute on function public.enrichment_replay(jsonb) to service_role;
