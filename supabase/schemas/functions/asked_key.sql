create or replace function bomstream.asked_key(p_orderable_key text, p_manufacturer text, p_value text, p_footprint text) returns text
language sql immutable set search_path = '' as $$
  select case when p_orderable_key is not null
              then p_orderable_key || chr(31) || upper(btrim(coalesce(p_manufacturer, '')))
              else chr(31) || upper(btrim(coalesce(p_value, ''))) || chr(31) || upper(btrim(coalesce(p_footprint, ''))) end
$$;
comment on function bomstream.asked_key(text, text, text, text) is
  'The words of a line by which a decision about its part is found again: its number and manufacturer, or else its value and footprint.';
revoke all on function bomstream.asked_key(text, text, text, text) from public, anon, authenticated;
