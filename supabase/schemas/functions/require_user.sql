create or replace function bomstream.require_user(p_user_id uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  -- An access token outlives the account that it was issued to.
  if not exists (select from auth.users u where u.id = p_user_id) then
    perform bomstream.refuse(401, 'invalid_token', 'The account of this access token was deleted. Sign in with another.');
  end if;
end $$;
comment on function bomstream.require_user(uuid) is
  'Refuses a user whose account is gone. For what makes a membership; everything else asks for one, and those go with the account.';
revoke all on function bomstream.require_user(uuid) from public, anon, authenticated;
