create or replace function bomstream.share_of_day(p_limit bomstream.supplier_limits, p_share bomstream.supplier_shares) returns integer
language plpgsql stable security definer set search_path = '' as $$
declare
  v_left constant integer := p_limit.calls_per_day - p_limit.used_today;
begin
  if p_share.organization_id is null
     or (select count(*) from (select from bomstream.organizations o where o.deleted_at is null limit 2) there) < 2 then
    return v_left;
  end if;
  -- What is left, and its own calls with it, is what the others have not had.
  return (v_left + p_share.used_today) / 2 - p_share.used_today;
end $$;
comment on function bomstream.share_of_day(bomstream.supplier_limits, bomstream.supplier_shares) is
  'Calls that an organization may still make today: all that are left while it is alone in the install; otherwise so many that its calls of today stay at or below half of what the others have not had, so that some are left for whoever comes later.';
revoke all on function bomstream.share_of_day(bomstream.supplier_limits, bomstream.supplier_shares) from public, anon, authenticated;
