create or replace function bomstream.require_at_most(p_count integer, p_most integer, p_what text) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if p_count > p_most then
    raise exception using errcode = '22023', message = format('%s %s in one call; at most %s are taken', p_count, p_what, p_most);
  end if;
end $$;
comment on function bomstream.require_at_most(integer, integer, text) is
  'Refuses a list that is longer than the product ever sends: what a call costs is bounded by it, whoever calls.';
revoke all on function bomstream.require_at_most(integer, integer, text) from public, anon, authenticated;
