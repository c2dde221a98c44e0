create or replace function public.bomstream_component_list(
  p_user_id uuid, p_organization_id uuid, p_limit integer, p_after_key text default '', p_after_manufacturer text default '')
returns jsonb language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  perform bomstream.require_at_most(p_limit, 100, 'components');
  perform bomstream.require_organization(p_user_id, p_organization_id, 'viewer');
  return (
    with page as (
      select c from bomstream.components c
      where c.organization_id = p_organization_id
        and (c.orderable_key, c.manufacturer) > (p_after_key, p_after_manufacturer)
      order by c.orderable_key, c.manufacturer
      limit p_limit + 1),
    numbered as (select p.c, row_number() over (order by (p.c).orderable_key, (p.c).manufacturer) as place from page p)
    select jsonb_build_object(
      'components', coalesce(jsonb_agg(bomstream.component_summary(n.c) order by n.place) filter (where n.place <= p_limit), '[]'),
      'next', case when count(*) > p_limit then
        jsonb_agg(jsonb_build_array((n.c).orderable_key, (n.c).manufacturer)) filter (where n.place = p_limit) -> 0 end)
    from numbered n);
end $$;
comment on function public.bomstream_component_list(uuid, uuid, integer, text, text) is
  'A page of the components that an organization keeps for itself, by number, behind the pair [orderable_key, manufacturer] that `next` of the page before gave; null after the last. Needs viewer.';
revoke all on function public.bomstream_component_list(uuid, uuid, integer, text, text) from public, anon, authenticated;
grant execute on function public.bomstream_component_list(uuid, uuid, integer, text, text) to service_role;
