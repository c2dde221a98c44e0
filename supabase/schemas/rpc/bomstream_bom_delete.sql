create or replace function public.bomstream_bom_delete(p_user_id uuid, p_bom_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'admin');
begin
  -- Its row is locked first, then its runs and lines with it: whatever works on it either ends before, or finds it gone.
  delete from bomstream.boms b where b.id = p_bom_id;
  if found then
    insert into bomstream.deleted_boms (bom_id, organization_id) values (p_bom_id, v_bom.organization_id);
  end if;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_bom_delete(uuid, uuid) is
  'Deletes a BOM with its lines, runs and events, whether or not a run is active: a worker that holds lines of it learns so from its next call, and streams from the table, those over its organization for a minute. Needs admin.';
revoke all on function public.bomstream_bom_delete(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_delete(uuid, uuid) to service_role;
