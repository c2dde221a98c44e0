create or replace function bomstream.asks_for_part(p_orderable_key text, p_value_asks boolean, p_supplier_numbers jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select p_orderable_key is not null or coalesce(p_value_asks, false) or coalesce(p_supplier_numbers, '[]') <> '[]'
$$;
comment on function bomstream.asks_for_part(text, boolean, jsonb) is
  'Whether a line that is placed has something to look up: a part number, words that ask for a part (its value, or where it has none its description), or a distributor''s number. Any other is skipped.';
revoke all on function bomstream.asks_for_part(text, boolean, jsonb) from public, anon, authenticated;
