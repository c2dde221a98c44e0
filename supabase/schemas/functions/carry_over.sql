create or replace function bomstream.carry_over(p_old_bom_id uuid, p_new_bom_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_pairs integer;
  v_same integer;
begin
  with pairs as materialized (
    select o as old, n.id as new_id,
           -- What was decided was decided of all that the line says of its part.
           s.is_same_part
             and (upper(btrim(n.description)), n.supplier_numbers) is not distinct from (upper(btrim(o.description)), o.supplier_numbers)
             and array(select row(a.orderable_key, upper(a.manufacturer))::text from bomstream.bom_line_parts a where a.line_id = n.id order by a.position)
               = array(select row(a.orderable_key, upper(a.manufacturer))::text from bomstream.bom_line_parts a where a.line_id = o.id order by a.position)
             as says_same,
           s.is_same_part and (n.quantity, upper(regexp_replace(n.designators, '[\s,;]+', ' ', 'g')))
             is not distinct from (o.quantity, upper(regexp_replace(o.designators, '[\s,;]+', ' ', 'g'))) as is_same
    from bomstream.pair_lines(p_old_bom_id, p_new_bom_id) p
    join bomstream.bom_lines o on o.id = p.old_id join bomstream.bom_lines n on n.id = p.new_id
    cross join lateral (
      select (bomstream.asked_key(n.orderable_key, n.manufacturer, n.value, n.footprint, n.supplier_numbers, n.description), upper(btrim(n.manufacturer)),
              upper(btrim(n.value)), upper(btrim(n.footprint)), n.do_not_place)
        is not distinct from
             (bomstream.asked_key(o.orderable_key, o.manufacturer, o.value, o.footprint, o.supplier_numbers, o.description), upper(btrim(o.manufacturer)),
              upper(btrim(o.value)), upper(btrim(o.footprint)), o.do_not_place) as is_same_part) s
  ), carried as (
    update bomstream.bom_lines n
       set note = coalesce(n.note, (p.old).note),
           review = case when p.says_same then (p.old).review when (p.old).review = 'none' then 'none' else 'needed' end,
           -- Somebody decided that there is nothing to buy: a line that was never to be looked up is skipped by its own words, or not.
           status = case when p.says_same and (p.old).status = 'skipped' and (p.old).review = 'approved' and not (p.old).do_not_place
                           and bomstream.asks_for_part((p.old).orderable_key, (p.old).value_asks, (p.old).supplier_numbers)
                         then 'skipped' else n.status end
      from pairs p
     where n.id = p.new_id and ((p.old).note is not null or (p.old).review <> 'none')
  )
  select count(*)::integer, (count(*) filter (where p.is_same))::integer into v_pairs, v_same from pairs p;
  return jsonb_build_object(
    'revision_of', p_old_bom_id,
    'unchanged', v_same,
    'changed', v_pairs - v_same,
    'added', (select b.line_count - v_pairs from bomstream.boms b where b.id = p_new_bom_id),
    'removed', (select b.line_count - v_pairs from bomstream.boms b where b.id = p_old_bom_id));
end $$;
comment on function bomstream.carry_over(uuid, uuid) is
  'Takes notes and reviews of a BOM over to the lines of its revision, and counts how these differ. A review of a line that now says something else of its part becomes one that is needed again.';
revoke all on function bomstream.carry_over(uuid, uuid) from public, anon, authenticated;
