create or replace function bomstream.roles_of(p_user_id uuid) returns table (organization_id uuid, role text)
language sql stable rows 10 security definer set search_path = '' as $$
  select m.organization_id, m.role from bomstream.organization_members m where m.user_id = p_user_id
  union all
  select k.organization_id, k.role from bomstream.organization_keys k where k.id = p_user_id and k.expires_at > now()
$$;
comment on function bomstream.roles_of(uuid) is
  'The organizations of a user, a hundred at most, with the role in each; of a key its one. What enrichment_access says of each.';
revoke all on function bomstream.roles_of(uuid) from public, anon, authenticated;
