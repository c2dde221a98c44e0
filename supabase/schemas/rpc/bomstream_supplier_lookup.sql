create or replace function public.bomstream_supplier_lookup(p_suppliers text[], p_lines jsonb, p_fresh_seconds integer default 86400) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_at_most(jsonb_array_length(p_lines), 100, 'lines');
  return bomstream.known_ahead(p_suppliers, p_lines, p_fresh_seconds);
end $$;
comment on function public.bomstream_supplier_lookup(text[], jsonb, integer) is
  'What is known of the parts of lines before a supplier is asked, as bomstream.known_ahead has it.';
revoke all on function public.bomstream_supplier_lookup(text[], jsonb, integer) from public, anon, authenticated;
grant execute on function public.bomstream_supplier_lookup(text[], jsonb, integer) to service_role;
