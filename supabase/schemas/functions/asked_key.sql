create or replace function bomstream.asked_key(p_orderable_key text, p_manufacturer text, p_value text, p_footprint text, p_supplier_numbers jsonb, p_description text default null) returns text
language sql immutable set search_path = '' as $$
  select case when p_orderable_key is not null
              then p_orderable_key || chr(31) || upper(btrim(coalesce(p_manufacturer, '')))
              -- What a distributor numbers is one part, and `LED` in 0603 may be several.
              when p_supplier_numbers -> 0 ->> 'number' is not null
              then chr(31) || chr(31) || upper(btrim(p_supplier_numbers -> 0 ->> 'number'))
              -- Of a line that only describes its part no other words say which; short, because a description may be long.
              when btrim(coalesce(p_value, '')) = '' and btrim(p_description) <> ''
              then chr(31) || chr(31) || chr(31) || md5(upper(btrim(p_description))) || chr(31) || upper(btrim(coalesce(p_footprint, '')))
              else chr(31) || upper(btrim(coalesce(p_value, ''))) || chr(31) || upper(btrim(coalesce(p_footprint, ''))) end
$$;
comment on function bomstream.asked_key(text, text, text, text, jsonb, text) is
  'The words of a line by which a decision about its part is found again: its number and manufacturer, or else its first distributor''s number, or else its value, or where it has none its description, and footprint.';
revoke all on function bomstream.asked_key(text, text, text, text, jsonb, text) from public, anon, authenticated;
