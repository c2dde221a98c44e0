create or replace function bomstream.line_details(l bomstream.bom_lines) returns jsonb
-- as line_json: no release could add a column
language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object(
    'alternates', (select coalesce(jsonb_agg(jsonb_build_object('mpn', a.mpn, 'manufacturer', a.manufacturer) order by a.position), '[]')
                   from bomstream.bom_line_parts a where a.line_id = l.id),
    'candidates', (select coalesce(jsonb_agg(jsonb_build_object(
                     'step', k.step, 'confidence', k.confidence, 'mpn', k.mpn, 'manufacturer', k.manufacturer, 'fields', k.fields,
                     'reason', k.reason) order by k.position), '[]')
                   from bomstream.line_candidates k where k.line_id = l.id),
    'decided', (select jsonb_build_object('mpn', d.mpn, 'manufacturer', d.manufacturer, 'decided_at', bomstream.iso(d.decided_at))
                from bomstream.part_decisions d
                where d.organization_id = l.organization_id
                  -- Of a released BOM not what was decided since.
                  and d.decided_at <= coalesce((select b.released_at from bomstream.boms b where b.id = l.bom_id), 'infinity')
                  and d.asked = bomstream.asked_key(l.orderable_key, l.manufacturer, l.value, l.footprint, l.supplier_numbers, l.description)),
    'supplier_numbers', l.supplier_numbers,
    'internal_number', l.internal_number,
    'note', l.note,
    'extra', l.extra,
    'source_row', l.source_row);
end $$;
comment on function bomstream.line_details(bomstream.bom_lines) is
  'What a line says besides what every list shows of it: alternates [{mpn, manufacturer}] in their order, candidates for a person to choose from, what the organization decided of such words, distributors'' and own numbers, note, other columns, and where it stood in its file.';
revoke all on function bomstream.line_details(bomstream.bom_lines) from public, anon, authenticated;
