create or replace function public.bomstream_bom_line_judging_read(p_user_id uuid, p_bom_id uuid, p_line_id uuid) returns json
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  l bomstream.bom_lines;
  v_details jsonb;
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  select * into l from bomstream.bom_lines b where b.id = p_line_id and b.bom_id = p_bom_id;
  if l.id is null then
    perform bomstream.refuse(404, 'line_not_found', 'This BOM has no line with this id.');
  end if;
  v_details := bomstream.line_details(l);
  return json_build_object(
    'state', bomstream.line_state(l),
    'part', (select json_build_object('mpn', c.mpn, 'fields', coalesce(c.known, c.fields)) from bomstream.components c where c.id = l.component_id limit 1),
    'line', json_build_object(
      'line_id', l.id, 'line_number', l.line_number, 'mpn', l.mpn, 'manufacturer', l.manufacturer, 'quantity', l.quantity,
      'fence', l.fence, 'attempts', l.attempts, 'value', l.value, 'footprint', l.footprint, 'description', l.description,
      'designators', left(l.designators, 40), 'supplier_numbers', l.supplier_numbers, 'substitution', l.substitution,
      'extra', case when pg_column_size(l.extra) < 4096 then l.extra end,
      'alternates', v_details -> 'alternates', 'decided', v_details -> 'decided'));
end $$;
comment on function public.bomstream_bom_line_judging_read(uuid, uuid, uuid) is
  'What a change of a line''s words is judged by: `line` as a claim has it, `part`, the {mpn, fields} that was found for it, or null, and the `state` that both are in. Needs editor.';
revoke all on function public.bomstream_bom_line_judging_read(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_line_judging_read(uuid, uuid, uuid) to service_role;
