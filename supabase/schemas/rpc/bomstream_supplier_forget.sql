create or replace function public.bomstream_supplier_forget(p_orderable_key text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_forgotten integer;
begin
  -- By the whole key of each supplier, of which there are few: the key of the table begins with the supplier.
  delete from bomstream.supplier_answers a using bomstream.supplier_limits s
   where a.supplier = s.supplier and a.orderable_key = p_orderable_key;
  get diagnostics v_forgotten = row_count;
  return to_jsonb(v_forgotten);
end $$;
comment on function public.bomstream_supplier_forget(text) is
  'Deletes what suppliers answered about a part number, given by its orderable key: the next line with it has them asked again. Returns how many answers there were.';
revoke all on function public.bomstream_supplier_forget(text) from public, anon, authenticated;
grant execute on function public.bomstream_supplier_forget(text) to service_role;
