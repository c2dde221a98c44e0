create or replace function bomstream.share_of_rest(p_left integer, p_has_had integer, p_organization_id uuid) returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_organization_id is null
     or (select count(*) from (select from bomstream.organizations o where o.deleted_at is null limit 2) there) < 2 then
    return p_left;
  end if;
  -- What is left, and what it has had itself with it, is what the others have not had.
  return (p_left + p_has_had) / 2 - p_has_had;
end $$;
comment on function bomstream.share_of_rest(integer, integer, uuid) is
  'How much of what is left an organization may have: all while it is alone in the install; otherwise so much that what it has had stays at or below half of what the others have not had, so that some is left for whoever comes later.';
revoke all on function bomstream.share_of_rest(integer, integer, uuid) from public, anon, authenticated;
