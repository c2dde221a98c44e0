create or replace function bomstream.count_own_components(p_organization_id uuid, p_more integer) returns void
language plpgsql security definer set search_path = '' as $$
declare
  -- Twice the list that imports are measured with; some hundred megabytes.
  c_most constant integer := 200000;
  v_count integer;
begin
  update bomstream.organizations o set own_components = greatest(o.own_components + p_more, 0)
   where o.id = p_organization_id
  returning o.own_components into v_count;
  if p_more > 0 and v_count > c_most then
    perform bomstream.refuse(409, 'too_many_components', format(
      'The organization keeps %s components of its own, and these are %s new ones: more than the %s that are possible. Delete some that are not needed.',
      v_count - p_more, p_more, c_most));
  end if;
end $$;
comment on function bomstream.count_own_components(uuid, integer) is
  'Notes that an organization has so many more components of its own, or fewer, and refuses what would be too many. The caller has locked the organization.';
revoke all on function bomstream.count_own_components(uuid, integer) from public, anon, authenticated;
