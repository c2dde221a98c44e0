create or replace function bomstream.enrichment_access(p_user_id uuid, p_organization_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select m.role from bomstream.organization_members m
  where m.user_id = p_user_id and m.organization_id = p_organization_id
$$;
comment on function bomstream.enrichment_access(uuid, uuid) is
  'The one predicate on rights: the user''s role in the organization, null without a membership. Every function asks this and nothing else.';
revoke all on function bomstream.enrichment_access(uuid, uuid) from public, anon, authenticated;
