create or replace function bomstream.component_brief(p_fields jsonb) returns text
-- as offer_brief
language plpgsql immutable set search_path = '' as $$
begin
  return json_build_array(p_fields #> '{category,value}', p_fields #> '{package,value}', p_fields #> '{pins,value}',
                          p_fields #> '{lifecycle,value}', p_fields #> '{rohs,value}')::text;
end $$;
comment on function bomstream.component_brief(jsonb) is
  'What of a component decides spares and risk, as JSON: [category, package, pins, lifecycle, rohs], null where no source says.';
revoke all on function bomstream.component_brief(jsonb) from public, anon, authenticated;
