create or replace function bomstream.line_details(l bomstream.bom_lines) returns jsonb
-- as line_json: no release could add a column
language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object(
    'alternates', (select coalesce(jsonb_agg(jsonb_build_object('mpn', a.mpn, 'manufacturer', a.manufacturer) order by a.position), '[]')
                   from bomstream.bom_line_parts a where a.line_id = l.id),
    'supplier_numbers', l.supplier_numbers,
    'internal_number', l.internal_number,
    'substitution', l.substitution,
    'note', l.note,
    'extra', l.extra,
    'source_row', l.source_row);
end $$;
comment on function bomstream.line_details(bomstream.bom_lines) is
  'What a line says besides what every list shows of it: alternates [{mpn, manufacturer}] in their order, distributors'' and own numbers, substitution, note, other columns, and where it stood in its file.';
revoke all on function bomstream.line_details(bomstream.bom_lines) from public, anon, authenticated;
