create or replace function public.bomstream_bom_export(
  p_user_id uuid, p_bom_id uuid, p_after integer default 0, p_limit integer default 500
) returns json
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  v_own bomstream.organizations := (select o from bomstream.organizations o where o.id = v_bom.organization_id);
  v_last integer := (
    select max(number) from (select l.line_number as number from bomstream.bom_lines l
                             where l.bom_id = p_bom_id and l.line_number > p_after
                             order by l.line_number limit p_limit) page);
  v_components uuid[];
  v_shared uuid[];
  v_theirs uuid[];
begin
  v_components := array(select distinct l.component_id from bomstream.bom_lines l
                        where l.bom_id = p_bom_id and l.line_number > p_after and l.line_number <= v_last and l.component_id is not null);
  select array_agg(t.shared_id), array_agg(t.own_id) into v_shared, v_theirs from bomstream.twins_of(v_bom, v_components) t;
  return (
    with twins as materialized (
      select t.shared_id, t.own_id from unnest(v_shared, v_theirs) t(shared_id, own_id)),
    pooled as materialized (
      -- Lines that ask for equal parts are ordered together, on whichever pages they stand.
      select n.part,
             case when f.brief is null then json_build_object('line_number', n.line_number, 'lines', n.lines, 'quantity', n.quantity)
                  -- as it is judged: by what the organization says that it is
                  else json_build_object('line_number', n.line_number, 'lines', n.lines, 'quantity', n.quantity, 'shape',
                         json_build_object('category', f.brief -> 0, 'package', f.brief -> 1, 'pins', f.brief -> 2)) end as need
      from (select coalesce(t.own_id, m.component_id) as part, min(m.line_number) as line_number, count(*) as lines, sum(m.quantity) as quantity
            from bomstream.bom_lines m
            left join twins t on t.shared_id = m.component_id
            where m.bom_id = p_bom_id and m.status <> 'skipped' and m.quantity is not null
              and m.component_id = any (v_components || v_shared || v_theirs)
            group by 1) n
      left join lateral (
        select c.brief::json as brief from bomstream.components c where v_bom.released_at is null and c.id = n.part
        union all
        select p.brief::json from bomstream.released_parts p
        where v_bom.released_at is not null and p.bom_id = p_bom_id and p.component_id = n.part) f on n.part = any (v_theirs))
    select json_build_object(
      'bom_id', p_bom_id,
      'event_id', (select p.run || '-' || p.seq from bomstream.enrichment_progress p where p.bom_id = p_bom_id),
      'name', v_bom.name,
      'exported_at', bomstream.iso(clock_timestamp()),
      'boards', v_bom.boards,
      -- How its columns stood in the file, and what was said of it: once is enough.
      'blocked_suppliers', coalesce(v_bom.release_suppliers -> 'blocked', to_jsonb(v_own.blocked_suppliers)),
      'preferred_suppliers', coalesce(v_bom.release_suppliers -> 'preferred', to_jsonb(v_own.preferred_suppliers)),
      -- In which most of it was judged to be bought, and so what else can be.
      'currency', (select j.currency from bomstream.line_judgements j
                   where j.bom_id = p_bom_id and j.currency is not null group by j.currency order by count(*) desc, j.currency limit 1),
      'file', case when p_after = 0 then v_bom.file end,
      -- The header is written with the first page: what any line says has a column.
      'said', case when p_after = 0 then (
        select json_build_object(
          'fields', array_remove(array[
            case when bool_or(m.designators is not null) then 'designators' end,
            case when bool_or(m.quantity is not null) then 'quantity' end,
            case when bool_or(m.mpn is not null) then 'mpn' end,
            case when bool_or(m.value is not null) then 'value' end,
            case when bool_or(m.footprint is not null) then 'footprint' end,
            case when bool_or(m.description is not null) then 'description' end,
            case when bool_or(m.internal_number is not null) then 'internal_number' end,
            case when bool_or(m.substitution is not null) then 'substitution' end,
            case when bool_or(m.note is not null) then 'note' end], null),
          'extra', (
            select coalesce(json_agg(n.name order by n.first, n.name), '[]')
            from (select k.name, min(e.line_number) as first
                  from bomstream.bom_lines e, jsonb_object_keys(e.extra) k(name)
                  where e.bom_id = p_bom_id and e.extra <> '{}'
                  group by k.name order by 2, 1 limit 401) n),
          'numbers', (
            select coalesce(json_agg(json_build_object('has_mpn', n.has_mpn, 'suppliers', n.suppliers)), '[]')
            from (select distinct s.mpn is not null as has_mpn, jsonb_path_query_array(s.supplier_numbers, '$[*].supplier') as suppliers
                  from bomstream.bom_lines s
                  where s.bom_id = p_bom_id and s.supplier_numbers <> '[]' limit 1001) n),
          'manufacturers', (
            select coalesce(max(a.last), 0)
            from bomstream.bom_lines s
            -- the line's own part is the first
            join lateral (select max(n.position) - 1 as last from bomstream.bom_line_parts n
                          where n.line_id = s.id and n.manufacturer is not null) a on true
            where s.bom_id = p_bom_id))
        from bomstream.bom_lines m where m.bom_id = p_bom_id) end,
      'lines', coalesce(json_agg(
        (bomstream.line_details(l) || jsonb_build_object(
          'own_stock', c.own_stock,
          'pooled', q.need,
          'line', bomstream.line_json(l, case when c.id is not null then json_build_object(
            'component_id', c.id, 'mpn', c.mpn, 'manufacturer', c.manufacturer, 'quality_score', c.quality_score,
            'fields', c.fields, 'offers', c.offers)::text end)::json))::json
        order by l.line_number), '[]'),
      'next', case when exists (select from bomstream.bom_lines m where m.bom_id = p_bom_id and m.line_number > v_last)
                   then v_last end)
    from bomstream.bom_lines l
    left join lateral (
      select w.own_id, case l.component_id when w.own_id then w.shared_id else w.own_id end as other
      from twins w where l.component_id in (w.shared_id, w.own_id) limit 1) t on true
    left join lateral (
      select k.id, k.mpn, k.manufacturer, k.quality_score, coalesce(k.known, k.fields) as fields, bomstream.component_offers(k.id, v_bom.organization_id, null, t.other) as offers,
             s.quantity as own_stock
      from bomstream.components k
      -- who keeps none is not asked for each line
      left join lateral (
        select w.quantity from bomstream.own_stock w
        where v_own.own_stock_rows > 0 and w.organization_id = v_own.id
          and w.orderable_key = k.orderable_key and w.manufacturer = k.manufacturer limit 1) s on true
      where v_bom.released_at is null and k.id = l.component_id
      union all
      select p.component_id, p.mpn, p.manufacturer, p.quality_score, p.fields,
             bomstream.component_offers(p.component_id, v_bom.organization_id, p_bom_id, t.other), p.own_stock
      from bomstream.released_parts p
      where v_bom.released_at is not null and p.bom_id = p_bom_id and p.component_id = l.component_id) c on true
    left join pooled q on q.part = coalesce(t.own_id, l.component_id) and l.status <> 'skipped' and l.quantity is not null
    where l.bom_id = p_bom_id and l.line_number > p_after and l.line_number <= v_last);
end $$;
comment on function public.bomstream_bom_export(uuid, uuid, integer, integer) is
  'A page of the BOM''s lines behind the number p_after with all that is known of each, own stock of its part and what all lines with that part need included, the boards that the BOM is meant for, the suppliers that the organization has blocked and prefers, the currency that most of it is bought in, its columns as the file had them and what any line says (`file`, `said`, with the first page) and the newest event''s id, from one snapshot. `next` is what to give as p_after for the next page, null on the last one. Needs viewer.';
revoke all on function public.bomstream_bom_export(uuid, uuid, integer, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_export(uuid, uuid, integer, integer) to service_role;
