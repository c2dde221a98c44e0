create or replace function bomstream.require_other_admin(p_organization_id uuid, p_user_id uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if bomstream.enrichment_access(p_user_id, p_organization_id) = 'admin'
     and not exists (select from bomstream.organization_members m
                     where m.organization_id = p_organization_id and m.user_id <> p_user_id and m.role = 'admin') then
    perform bomstream.refuse(409, 'last_admin',
      'An organization without an admin could not be managed any more. Make another member admin first, or delete the organization.');
  end if;
end $$;
comment on function bomstream.require_other_admin(uuid, uuid) is
  'Refuses where this member is the organization''s only admin. The caller has locked the organization.';
revoke all on function bomstream.require_other_admin(uuid, uuid) from public, anon, authenticated;
