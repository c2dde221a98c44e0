create or replace function bomstream.component_summary(p_component bomstream.components) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'component_id', p_component.id, 'mpn', p_component.mpn, 'manufacturer', p_component.manufacturer,
    'fields', p_component.fields, 'quality_score', p_component.quality_score,
    'source', p_component.source, 'observed_at', bomstream.iso(p_component.observed_at),
    'created_at', bomstream.iso(p_component.created_at), 'updated_at', bomstream.iso(p_component.updated_at))
$$;
comment on function bomstream.component_summary(bomstream.components) is
  'A component of an organization''s own, as its answers and its export show it.';
revoke all on function bomstream.component_summary(bomstream.components) from public, anon, authenticated;
