create or replace function public.bomstream_bom_order_read(p_user_id uuid, p_bom_id uuid) returns json
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- Lists hold a few words of it.
  c_description constant integer := 200;
  v_judging json := public.bomstream_bom_judging_read(p_user_id, p_bom_id);
  v_is_released boolean := (select b.released_at is not null from bomstream.boms b where b.id = p_bom_id);
  v_components uuid[];
begin
  v_components := array(select distinct l.component_id from bomstream.bom_lines l where l.bom_id = p_bom_id);
  return format('{"judging":%s,"lines":[%s],"parts":[%s]}',
    v_judging,
    (select string_agg(json_build_array(l.id, l.designators, l.manufacturer, l.value, l.footprint,
                                        left(l.description, c_description), l.supplier_numbers, l.source_row)::text,
                       ',' order by l.line_number)
     from bomstream.bom_lines l where l.bom_id = p_bom_id),
    case when v_is_released is not true then (
      select string_agg(json_build_array(c.id, c.mpn, c.manufacturer)::text, ',')
      from unnest(v_components) k(id)
      join lateral (select a.id, a.mpn, a.manufacturer from bomstream.components a where a.id = k.id limit 1) c on true)
    else (
      select string_agg(json_build_array(p.component_id, p.mpn, p.manufacturer)::text, ',')
      from bomstream.released_parts p where p.bom_id = p_bom_id) end)::json;
end $$;
comment on function public.bomstream_bom_order_read(uuid, uuid) is
  'What order lists are made of, in one snapshot: `judging` as bomstream_bom_judging_read has it; `lines` as [id, designators, manufacturer, value, footprint, the begin of the description, distributors'' numbers, row of the file]; `parts` as [component id, number, manufacturer]. Needs viewer.';
revoke all on function public.bomstream_bom_order_read(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_order_read(uuid, uuid) to service_role;
