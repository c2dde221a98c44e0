create or replace function public.bomstream_bom_line_read(p_user_id uuid, p_bom_id uuid, p_line_id uuid) returns json
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  v_line bomstream.bom_lines;
begin
  select * into v_line from bomstream.bom_lines l where l.id = p_line_id and l.bom_id = p_bom_id;
  if v_line.id is null then
    perform bomstream.refuse(404, 'line_not_found', 'This BOM has no line with this id.');
  end if;
  return (
    select (bomstream.line_details(v_line)
      -- of a released BOM as it was: what is known of them since is not asked
      || case when v_bom.released_at is null then jsonb_build_object('alternates', bomstream.known_alternates(p_line_id, v_bom.organization_id)) else '{}' end
      || jsonb_build_object(
      'bom_id', p_bom_id,
      'event_id', (select p.run || '-' || p.seq from bomstream.enrichment_progress p where p.bom_id = p_bom_id),
      'settled_at', bomstream.iso(v_line.settled_at),
      'review_change_id', (select max(c.id) from bomstream.bom_changes c
                           where c.line_id = p_line_id and c.action not in ('edit', 'undo') and not c.undone),
      'last_change', (select jsonb_build_object('change_id', c.id, 'action', c.action) from bomstream.bom_changes c
                      where c.line_id = p_line_id and c.action <> 'undo' and not c.undone and (c.action <> 'edit' or c.reviewed is not null)
                      order by c.id desc limit 1),
      'line', bomstream.line_json(v_line, case when c.id is not null then json_build_object(
        'component_id', c.id, 'mpn', c.mpn, 'manufacturer', c.manufacturer, 'quality_score', c.quality_score,
        'fields', c.fields, 'offers', c.offers)::text end)::json))::json
    from (select 1) one left join lateral (
      select k.id, k.mpn, k.manufacturer, k.quality_score, coalesce(k.known, k.fields) as fields, bomstream.component_offers(k.id, v_bom.organization_id) as offers
      from bomstream.components k where v_bom.released_at is null and k.id = v_line.component_id
      union all
      select p.component_id, p.mpn, p.manufacturer, p.quality_score, p.fields,
             bomstream.component_offers(p.component_id, v_bom.organization_id, p_bom_id)
      from bomstream.released_parts p
      where v_bom.released_at is not null and p.bom_id = p_bom_id and p.component_id = v_line.component_id) c on true);
end $$;
comment on function public.bomstream_bom_line_read(uuid, uuid, uuid) is
  'One line of the BOM with its alternates as known_alternates has them, unless it is released, and with all that is known of its component: every field with its sources, and at most thirty offers, the organization''s own first, a marketplace''s last, and of each the most in stock first; an own offer takes the place of the shared one of the same supplier, seller and supplier part number. `review_change_id` is the newest review of it that nobody has taken back, for bomstream_bom_review_undo; `last_change` {change_id, action} the newest of all that could be taken back, edits as well. Needs viewer.';
revoke all on function public.bomstream_bom_line_read(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_line_read(uuid, uuid, uuid) to service_role;
