create or replace function public.bomstream_where_used(
  p_user_id uuid, p_organization_id uuid, p_orderable_key text, p_manufacturer text, p_after jsonb default null, p_limit integer default 500)
returns jsonb language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  c_first_id constant uuid := uuid '00000000-0000-0000-0000-000000000000';
  v_bom_id uuid;
  v_line_number integer;
begin
  perform bomstream.require_at_most(p_limit, 500, 'lines');
  perform bomstream.require_organization(p_user_id, p_organization_id, 'viewer');
  begin
    v_bom_id := coalesce((p_after ->> 0)::uuid, c_first_id);
    v_line_number := coalesce((p_after ->> 1)::integer, 0);
  exception when data_exception then
    perform bomstream.refuse(400, 'invalid_cursor', 'The value of after is none that an earlier answer gave. Begin without it.');
  end;
  return (
    with page as (
      select n.*, row_number() over (order by n.bom_id, n.line_number) as place
      from (
        -- The shared component and the organization's own: each in the order of its index, a page of it.
        select u.* from (
          select c.id from bomstream.components c
          where c.organization_id is null and c.orderable_key = p_orderable_key and c.manufacturer = p_manufacturer
          union all
          select c.id from bomstream.components c
          where c.organization_id = p_organization_id and c.orderable_key = p_orderable_key and c.manufacturer = p_manufacturer) k
        cross join lateral (
          select l.bom_id, l.line_number, l.id, l.designators, l.quantity, l.do_not_place from bomstream.bom_lines l
          where l.organization_id = p_organization_id and l.component_id = k.id and (l.bom_id, l.line_number) > (v_bom_id, v_line_number)
          order by l.bom_id, l.line_number limit p_limit + 1) u
        order by u.bom_id, u.line_number limit p_limit + 1) n)
    select jsonb_build_object(
      'lines', coalesce(jsonb_agg(jsonb_build_object(
        'bom_id', p.bom_id, 'bom', b.name, 'line_id', p.id, 'line_number', p.line_number, 'designators', p.designators,
        'quantity', p.quantity, 'do_not_place', p.do_not_place) order by p.place) filter (where p.place <= p_limit), '[]'),
      'next', case when count(*) > p_limit then
        jsonb_agg(jsonb_build_array(p.bom_id, p.line_number)) filter (where p.place = p_limit) -> 0 end)
    from page p
    left join lateral (select o.name from bomstream.boms o where o.id = p.bom_id limit 1) b on true);
end $$;
comment on function public.bomstream_where_used(uuid, uuid, text, text, jsonb, integer) is
  'A page of at most 500 lines of the organization that have got a component, by BOM and line number, behind the pair [bom_id, line_number] that `next` of the page before gave; null after the last. Needs viewer.';
revoke all on function public.bomstream_where_used(uuid, uuid, text, text, jsonb, integer) from public, anon, authenticated;
grant execute on function public.bomstream_where_used(uuid, uuid, text, text, jsonb, integer) to service_role;
