create or replace function bomstream.note_own_data(p_organization_id uuid, p_more_stock integer, p_more_prices integer) returns void
language plpgsql security definer set search_path = '' as $$
declare
  -- As of own components.
  c_most constant integer := 200000;
  v_rows integer;
begin
  update bomstream.organizations o
     set own_stock_rows = greatest(o.own_stock_rows + p_more_stock, 0), own_price_rows = greatest(o.own_price_rows + p_more_prices, 0),
         own_data_version = o.own_data_version + 1
   where o.id = p_organization_id
  returning greatest(case when p_more_stock > 0 then o.own_stock_rows else 0 end, case when p_more_prices > 0 then o.own_price_rows else 0 end)
       into v_rows;
  if v_rows > c_most then
    perform bomstream.refuse(409, 'too_many_own_rows', format(
      'With these the organization would keep %s rows of its own: more than the %s that are possible. Delete some that are not needed.', v_rows, c_most));
  end if;
end $$;
comment on function bomstream.note_own_data(uuid, integer, integer) is
  'Notes that an organization''s own data have changed: stock and prices by so many rows more or fewer, of which it refuses what would be too many, or, with none of either, its components. The caller has locked the organization.';
revoke all on function bomstream.note_own_data(uuid, integer, integer) from public, anon, authenticated;
