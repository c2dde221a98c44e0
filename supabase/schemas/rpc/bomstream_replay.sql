create or replace function public.bomstream_replay(p_cursors jsonb) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('bom_id', m.bom_id, 'news', m.news, 'events', m.events)
      || case when m.change_id is not null then jsonb_build_object('change_id', m.change_id) else '{}' end), '[]')
    from (
      select x.bom_id, s.news, v.change_id, coalesce(case when s.news = 'events' then (
        select jsonb_agg(w.event order by w.run, w.seq) from (
          select f.*, row_number() over following as place,
            -- Weighed only for a client that catches up alone.
            case when x.most is not null then sum(octet_length(f.event::text)) over following end as bytes
          from (
            select e.run, e.seq, e.event from bomstream.enrichment_events e
            where e.bom_id = x.bom_id and (e.run, e.seq) > (x.run, x.seq)
            order by e.run, e.seq
            -- One answer stays small; a reader that is further behind asks again from where this ends.
            limit least(x.most, 100)) f
          window following as (order by f.run, f.seq)) w
        -- A thousand clients that come back at once are given no more than they can be sent: one event, or 32 KiB.
        where w.bytes is null or w.place = 1 or w.bytes <= 32768) end, '[]') as events
      from jsonb_to_recordset(p_cursors) as x(bom_id uuid, run integer, seq integer, most integer, change bigint)
      -- the cheap probe: only BOMs that moved have their events read
      left join bomstream.enrichment_progress p on p.bom_id = x.bom_id
      left join bomstream.organizations o
        on o.id = coalesce(p.organization_id, (select b.organization_id from bomstream.boms b where b.id = x.bom_id))
      -- What people changed is no event; asked only for those who say what they know of it.
      left join lateral (
        select b.change_id from bomstream.boms b where b.id = x.bom_id and x.change is not null and b.change_id > x.change) v on true
      cross join lateral (select case
        -- What an organization had goes in bites, and all of it is gone with the first.
        when o.id is null or o.deleted_at is not null then 'gone'
        when (p.run, p.seq) > (x.run, x.seq) then 'events'
        when (p.run, p.seq) < (x.run, x.seq) then 'ahead'
        when p.bom_id is null and x.run > 0 then 'ahead'
        when v.change_id is not null then 'events'
      end as news) s
      where s.news is not null) m);
end $$;
comment on function public.bomstream_replay(jsonb) is
  'For each {bom_id, run, seq, most, change} its news: `events`, those that follow, oldest first, at most 100, or where `most` is given no more than that and, but for the first, than 32 KiB of them; `ahead` when the cursor is above everything committed; `gone` when there is no such BOM, or its organization was deleted. With `change`, the newest known of what people changed of its lines, also `change_id` where there is a newer one, with or without events. BOMs that did not move are left out. Asks nobody''s rights: for the stream hub, whose clients were let in one by one.';
revoke all on function public.bomstream_replay(jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_replay(jsonb) to service_role;
