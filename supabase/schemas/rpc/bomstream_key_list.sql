create or replace function public.bomstream_key_list(p_user_id uuid, p_organization_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'admin');
  return (
    select jsonb_build_object('keys', coalesce(jsonb_agg(bomstream.key_summary(k) order by k.created_at, k.id), '[]'))
    from bomstream.organization_keys k where k.organization_id = p_organization_id);
end $$;
comment on function public.bomstream_key_list(uuid, uuid) is
  'The keys of the organization, fifty at most, expired ones as well, the oldest first; who made each, and when it was last used, to the minute. Needs admin.';
revoke all on function public.bomstream_key_list(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_key_list(uuid, uuid) to service_role;
