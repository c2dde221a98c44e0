create or replace function bomstream.write_alternates(p_line_id uuid, p_alternates jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from bomstream.bom_line_parts a where a.line_id = p_line_id;
  insert into bomstream.bom_line_parts (line_id, position, mpn, manufacturer, orderable_key)
  select p_line_id, 1 + x.position, x.part ->> 'mpn', x.part ->> 'manufacturer', x.part ->> 'orderable_key'
  from jsonb_array_elements(p_alternates) with ordinality x(part, position);
end $$;
comment on function bomstream.write_alternates(uuid, jsonb) is 'Puts these alternates, [{mpn, manufacturer, orderable_key}], in place of those that the line has. The caller has locked the line.';
revoke all on function bomstream.write_alternates(uuid, jsonb) from public, anon, authenticated;
