create or replace function public.bomstream_own_prices_delete(
  p_user_id uuid, p_organization_id uuid, p_orderable_key text default null, p_manufacturer text default null, p_supplier text default null)
returns jsonb language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_deleted integer;
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'editor');
  if p_orderable_key is null then
    delete from bomstream.own_prices s where s.organization_id = p_organization_id;
  else
    delete from bomstream.own_prices s
    where s.organization_id = p_organization_id and s.orderable_key = p_orderable_key and s.manufacturer = p_manufacturer and s.supplier = coalesce(p_supplier, s.supplier);
  end if;
  get diagnostics v_deleted = row_count;
  if v_deleted > 0 then
    perform bomstream.note_own_data(p_organization_id, 0, -v_deleted);
  end if;
  return jsonb_build_object('deleted', v_deleted);
end $$;
comment on function public.bomstream_own_prices_delete(uuid, uuid, text, text, text) is
  'Deletes what an organization''s own prices says of one part, of one supplier or of all, or, without a part, all of it. Needs editor.';
revoke all on function public.bomstream_own_prices_delete(uuid, uuid, text, text, text) from public, anon, authenticated;
grant execute on function public.bomstream_own_prices_delete(uuid, uuid, text, text, text) to service_role;
