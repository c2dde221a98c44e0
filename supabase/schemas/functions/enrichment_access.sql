create or replace function bomstream.enrichment_access(p_user_id uuid, p_organization_id uuid, p_bom_id uuid default null) returns text
language sql stable security definer set search_path = '' as $$
  -- Ids of users, keys and links are random, so a call is one of them at most.
  select m.role from bomstream.organization_members m
  where m.user_id = p_user_id and m.organization_id = p_organization_id
  union all
  select k.role from bomstream.organization_keys k
  where k.id = p_user_id and k.organization_id = p_organization_id and k.expires_at > now()
  union all
  select 'viewer' from bomstream.bom_links l
  where l.id = p_user_id and l.organization_id = p_organization_id and l.bom_id = p_bom_id and l.expires_at > now()
$$;
comment on function bomstream.enrichment_access(uuid, uuid, uuid) is
  'The one predicate on rights: the role in the organization of a user, or of a key until it expires; null without one. Where the BOM is named that is asked for, also viewer for a link to it. Every function asks this and nothing else.';
revoke all on function bomstream.enrichment_access(uuid, uuid, uuid) from public, anon, authenticated;
