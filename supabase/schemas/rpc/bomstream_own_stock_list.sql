create or replace function public.bomstream_own_stock_list(
  p_user_id uuid, p_organization_id uuid, p_limit integer, p_after jsonb default null)
returns jsonb language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  perform bomstream.require_at_most(p_limit, 500, 'rows');
  perform bomstream.require_organization(p_user_id, p_organization_id, 'viewer');
  return (
    with page as (
      select s.*, row_number() over (order by s.orderable_key, s.manufacturer) as place
      from (select * from bomstream.own_stock s
            where s.organization_id = p_organization_id and (s.orderable_key, s.manufacturer) > (coalesce(p_after ->> 0, ''), coalesce(p_after ->> 1, ''))
            order by s.orderable_key, s.manufacturer limit p_limit + 1) s)
    select jsonb_build_object(
      'rows', coalesce(jsonb_agg(jsonb_build_object('mpn', n.mpn, 'manufacturer', n.manufacturer, 'quantity', n.quantity, 'source', n.source, 'observed_at', bomstream.iso(n.observed_at)) order by n.place) filter (where n.place <= p_limit), '[]'),
      'next', case when count(*) > p_limit then
        jsonb_agg(jsonb_build_array(n.orderable_key, n.manufacturer)) filter (where n.place = p_limit) -> 0 end)
    from page n);
end $$;
comment on function public.bomstream_own_stock_list(uuid, uuid, integer, jsonb) is
  'A page of an organization''s own stock, by number, behind what `next` of the page before gave; null after the last. Needs viewer.';
revoke all on function public.bomstream_own_stock_list(uuid, uuid, integer, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_own_stock_list(uuid, uuid, integer, jsonb) to service_role;
