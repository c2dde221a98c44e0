create or replace function public.bomstream_bom_list(p_user_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  with mine as (
    select o.id, o.name, m.role
    from bomstream.organization_members m
    join bomstream.organizations o on o.id = m.organization_id
    where m.user_id = p_user_id),
  newest as (
    select b from bomstream.boms b
    where b.organization_id in (select id from mine)
    order by b.created_at desc, b.id
    -- A first screen, not an archive: bounds the answer for a tenant with thousands of BOMs.
    limit 100)
  select jsonb_build_object(
    'organizations', (select coalesce(jsonb_agg(jsonb_build_object('organization_id', id, 'name', name, 'role', role)
                                                order by name, id), '[]') from mine),
    'boms', (select coalesce(jsonb_agg(bomstream.bom_summary(n.b) order by (n.b).created_at desc, (n.b).id), '[]') from newest n))
$$;
comment on function public.bomstream_bom_list(uuid) is
  'The user''s organizations with the role in each, and the newest 100 BOMs of them.';
revoke all on function public.bomstream_bom_list(uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_list(uuid) to service_role;
