create or replace function public.bomstream_require_viewer(p_user_id uuid, p_bom_id uuid default null, p_organization_id uuid default null)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  if num_nonnulls(p_bom_id, p_organization_id) <> 1 then
    raise exception using errcode = '22023', message = 'exactly one of BOM and organization';
  end if;
  if p_bom_id is not null then
    perform bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  else
    perform bomstream.require_organization(p_user_id, p_organization_id, 'viewer');
  end if;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_require_viewer(uuid, uuid, uuid) is
  'Refuses unless the user may read the BOM, or the organization: what is asked before a ticket is issued. Needs viewer.';
revoke all on function public.bomstream_require_viewer(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_require_viewer(uuid, uuid, uuid) to service_role;
