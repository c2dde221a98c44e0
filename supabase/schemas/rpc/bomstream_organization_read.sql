create or replace function public.bomstream_organization_read(p_user_id uuid, p_organization_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'viewer');
  return bomstream.organization_summary(p_user_id, p_organization_id);
end $$;
comment on function public.bomstream_organization_read(uuid, uuid) is 'One organization with its settings. Needs viewer.';
revoke all on function public.bomstream_organization_read(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_organization_read(uuid, uuid) to service_role;
