create or replace function public.bomstream_organization_update(p_user_id uuid, p_organization_id uuid, p_name text default null, p_auto_start boolean default null)
returns jsonb language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'admin');
  update bomstream.organizations o
     set name = coalesce(p_name, o.name), auto_start = coalesce(p_auto_start, o.auto_start)
   where o.id = p_organization_id;
  return bomstream.organization_summary(p_user_id, p_organization_id);
end $$;
comment on function public.bomstream_organization_update(uuid, uuid, text, boolean) is
  'Renames an organization and changes its settings; what is null stays as it is. Needs admin.';
revoke all on function public.bomstream_organization_update(uuid, uuid, text, boolean) from public, anon, authenticated;
grant execute on function public.bomstream_organization_update(uuid, uuid, text, boolean) to service_role;
