create or replace function public.bomstream_mapping_list(p_user_id uuid, p_organization_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'editor');
  return (select coalesce(jsonb_agg(m.mapping order by m.confirmed_at desc), '[]')
          from bomstream.bom_mappings m where m.organization_id = p_organization_id);
end $$;
comment on function public.bomstream_mapping_list(uuid, uuid) is
  'What people of the organization have confirmed of files, at most 200, the newest first: {headers, columns}. Needs editor.';
revoke all on function public.bomstream_mapping_list(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_mapping_list(uuid, uuid) to service_role;
