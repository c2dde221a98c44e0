create or replace function public.bomstream_organization_create(p_user_id uuid, p_name text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- One for each company a person works for. Each is served in turn with the others: many would be many turns.
  c_most constant integer := 5;
  v_id uuid;
begin
  perform bomstream.require_user(p_user_id);
  if not (select s.users_may_create_organizations from bomstream.settings s) then
    perform bomstream.refuse(403, 'organizations_by_operator',
      'Here, organizations are made by the operator. Ask for one, or have an admin of yours invite you.');
  end if;
  -- Two at once would both be the fifth.
  perform pg_advisory_xact_lock(hashtextextended('bomstream.organization_create ' || p_user_id, 0));
  -- Those that are being deleted count until they are gone: making and deleting them is not free.
  if (select count(*) from bomstream.organizations o where o.created_by = p_user_id) >= c_most then
    perform bomstream.refuse(409, 'too_many_organizations',
      format('You have created %s organizations, the most that is possible. Delete one, which counts until all of it is gone, or ask the operator.', c_most));
  end if;
  insert into bomstream.organizations (name, created_by) values (p_name, p_user_id) returning id into v_id;
  insert into bomstream.organization_members (organization_id, user_id, role) values (v_id, p_user_id, 'admin');
  return bomstream.organization_summary(p_user_id, v_id);
end $$;
comment on function public.bomstream_organization_create(uuid, text) is
  'Makes an organization whose admin the user is. At most five a user, however many calls there are at once, and none where the operator has turned users_may_create_organizations off.';
revoke all on function public.bomstream_organization_create(uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_organization_create(uuid, text) to service_role;
