create or replace function bomstream.doer_of(p_user_id uuid, c bomstream.bom_changes) returns text
-- as line_json: no release could add a column
language plpgsql stable security definer set search_path = '' as $$
begin
  return case when p_user_id in (c.user_id, c.key_id) then 'You have' else coalesce(
    -- Of those who are members now, every member reads the address.
    (select u.email || ' has' from bomstream.boms b
     join bomstream.organization_members m on m.organization_id = b.organization_id and m.user_id = c.user_id
     join auth.users u on u.id = m.user_id
     where b.id = c.bom_id),
    (select format('The key %s has', k.name) from bomstream.organization_keys k where k.id = c.key_id),
    'Somebody has') end;
end $$;
comment on function bomstream.doer_of(uuid, bomstream.bom_changes) is
  'Who did something to a line, for a sentence that a user reads: `You have`, `maria@example.com has`, or `Somebody has` of who is no member any more.';
revoke all on function bomstream.doer_of(uuid, bomstream.bom_changes) from public, anon, authenticated;
