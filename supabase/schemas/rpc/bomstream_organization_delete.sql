create or replace function public.bomstream_organization_delete(p_user_id uuid, p_organization_id uuid, p_name text) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'admin');
  if p_name is distinct from (select o.name from bomstream.organizations o where o.id = p_organization_id) then
    perform bomstream.refuse(422, 'name_differs',
      'The name is not the one of this organization. Repeat it exactly: all its BOMs, runs and components are deleted with it.');
  end if;
  update bomstream.organizations o set deleted_at = clock_timestamp() where o.id = p_organization_id;
  delete from bomstream.organization_invitations i where i.organization_id = p_organization_id;
  delete from bomstream.organization_keys k where k.organization_id = p_organization_id;
  delete from bomstream.organization_members m where m.organization_id = p_organization_id;
  perform bomstream.delete_organization_piece(p_organization_id);
  -- No worker takes another batch of the runs that are left for the sweep. Behind all BOMs in the order of locks.
  delete from bomstream.turns t where t.organization_id = p_organization_id;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_organization_delete(uuid, uuid, text) is
  'Deletes an organization, whose name has to be repeated: nobody is a member any more when this returns, no key and no link opens anything, its newest BOMs are gone and no run is worked on; the sweep deletes the rest in bites. Needs admin.';
revoke all on function public.bomstream_organization_delete(uuid, uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_organization_delete(uuid, uuid, text) to service_role;
