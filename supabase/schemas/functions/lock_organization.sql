create or replace function bomstream.lock_organization(p_user_id uuid, p_organization_id uuid, p_role text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- Asked before, so that nobody else can make an organization wait, and after, for the role may have ended meanwhile.
  perform bomstream.require_organization(p_user_id, p_organization_id, p_role);
  perform from bomstream.organizations o where o.id = p_organization_id for no key update;
  perform bomstream.require_organization(p_user_id, p_organization_id, p_role);
end $$;
comment on function bomstream.lock_organization(uuid, uuid, text) is
  'Holds the organization for a change of what belongs to it and is counted: members, invitations, projects, own components, or of several of its BOMs. Refuses as require_organization does. Imports and runs do not wait for it; before bom in the order of locks.';
revoke all on function bomstream.lock_organization(uuid, uuid, text) from public, anon, authenticated;
