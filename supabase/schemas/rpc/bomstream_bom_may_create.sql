create or replace function public.bomstream_bom_may_create(p_user_id uuid, p_organization_id uuid, p_project_id uuid)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_import(p_user_id, p_organization_id, p_project_id);
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_bom_may_create(uuid, uuid, uuid) is
  'Refuses as bomstream_bom_create would: what is asked before a file is read, so that nobody else can cause that work. Needs editor.';
revoke all on function public.bomstream_bom_may_create(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_may_create(uuid, uuid, uuid) to service_role;
