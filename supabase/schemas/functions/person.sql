create or replace function bomstream.person(p_user_id uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select p_user_id where bomstream.key_of(p_user_id) is null
$$;
comment on function bomstream.person(uuid) is 'Who did something, for columns that name a person: null where a key did it.';
revoke all on function bomstream.person(uuid) from public, anon, authenticated;
