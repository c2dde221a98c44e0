create or replace function bomstream.value_words(p_value jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  return coalesce(nullif(case jsonb_typeof(p_value)
    when 'boolean' then case when p_value::boolean then 'yes' else 'no' end
    -- alternates and supplier numbers
    when 'array' then (select string_agg(coalesce(e.value ->> 'mpn', e.value ->> 'number', e.value #>> '{}'), ', ' order by e.position)
                       from jsonb_array_elements(p_value) with ordinality e(value, position))
    else p_value #>> '{}' end, ''), 'nothing');
end $$;
comment on function bomstream.value_words(jsonb) is
  'A value of a line''s field, for a sentence that a user reads: `yes`, `4k7`, the numbers of alternates, `nothing`.';
revoke all on function bomstream.value_words(jsonb) from public, anon, authenticated;
