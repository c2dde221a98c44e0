create or replace function bomstream.require_member(p_organization_id uuid, p_member_id uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if bomstream.enrichment_access(p_member_id, p_organization_id) is null then
    perform bomstream.refuse(404, 'member_not_found', 'Nobody with this id is a member of the organization.');
  end if;
end $$;
comment on function bomstream.require_member(uuid, uuid) is
  'Refuses unless somebody is a member of the organization, whom another member names.';
revoke all on function bomstream.require_member(uuid, uuid) from public, anon, authenticated;
