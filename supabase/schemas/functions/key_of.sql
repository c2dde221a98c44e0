create or replace function bomstream.key_of(p_user_id uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select k.id from bomstream.organization_keys k where k.id = p_user_id
$$;
comment on function bomstream.key_of(uuid) is 'The key that did something, for columns that name one: null where a person did it.';
revoke all on function bomstream.key_of(uuid) from public, anon, authenticated;
