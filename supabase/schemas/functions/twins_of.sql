create or replace function bomstream.twins_of(p_bom bomstream.boms, p_components uuid[])
returns table (shared_id uuid, own_id uuid)
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  if p_bom.released_at is not null then
    -- What it is released with has lost its key, and keeps its name. Of those released before it was noted which is whose, the
    -- one that is known to be something stands for both.
    return query
      select t.ids[2], t.ids[1]
      from (select array_agg(p.component_id order by p.own desc nulls last, p.brief::json ->> 0 is null, p.component_id) as ids
            from bomstream.released_parts p where p.bom_id = p_bom.id
            group by p.manufacturer, upper(p.mpn) having count(*) = 2) t
      where t.ids && p_components;
  elsif (select o.own_components > 0 from bomstream.organizations o where o.id = p_bom.organization_id) then
    return query
      with given as materialized (
        select c.id, c.organization_id, c.orderable_key, c.manufacturer
        from unnest(p_components) k(id)
        join lateral (select * from bomstream.components a where a.id = k.id limit 1) c on true),
      pairs as (
        select s.id as shared, g.id as own
        from given g
        join lateral (select a.id from bomstream.components a
                      where a.organization_id is null and a.orderable_key = g.orderable_key and a.manufacturer = g.manufacturer limit 1) s on true
        where g.organization_id is not null
        union
        select g.id, o.id
        from given g
        join lateral (select a.id from bomstream.components a
                      where a.organization_id = p_bom.organization_id and a.orderable_key = g.orderable_key and a.manufacturer = g.manufacturer limit 1) o on true
        where g.organization_id is null)
      select p.shared, p.own
      from pairs p
      where exists (select from bomstream.bom_lines l
                    where l.organization_id = p_bom.organization_id and l.component_id = p.shared and l.bom_id = p_bom.id)
        and exists (select from bomstream.bom_lines l
                    where l.organization_id = p_bom.organization_id and l.component_id = p.own and l.bom_id = p_bom.id);
  end if;
end $$;
comment on function bomstream.twins_of(bomstream.boms, uuid[]) is
  'Of the components p_components, and of others with which they are one part: which of the BOM''s are everybody''s and the organization''s own row of one part. Lines that were looked up before the organization described it have the one, and later ones the other. Of a BOM released before 0.5.0 nobody knows any more which of two is whose.';
revoke all on function bomstream.twins_of(bomstream.boms, uuid[]) from public, anon, authenticated;
