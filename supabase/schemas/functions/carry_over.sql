create or replace function bomstream.carry_over(p_old_bom_id uuid, p_new_bom_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_pairs integer;
  v_same integer;
begin
  with pairs as materialized (
    select o as old, n.id as new_id,
           (n.orderable_key, upper(n.manufacturer)) is not distinct from (o.orderable_key, upper(o.manufacturer)) as is_same_part,
           (n.orderable_key, upper(n.manufacturer), n.quantity, n.do_not_place, upper(regexp_replace(n.designators, '[\s,;]+', ' ', 'g')))
             is not distinct from
           (o.orderable_key, upper(o.manufacturer), o.quantity, o.do_not_place, upper(regexp_replace(o.designators, '[\s,;]+', ' ', 'g'))) as is_same
    from bomstream.pair_lines(p_old_bom_id, p_new_bom_id) p
    join bomstream.bom_lines o on o.id = p.old_id join bomstream.bom_lines n on n.id = p.new_id
  ), carried as (
    update bomstream.bom_lines n
       set note = coalesce(n.note, (p.old).note),
           -- What was decided was decided of that part.
           review = case when p.is_same_part then (p.old).review when (p.old).review = 'none' then 'none' else 'needed' end,
           status = case when p.is_same_part and (p.old).status = 'skipped' and (p.old).review = 'approved' then 'skipped' else n.status end
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
  'Takes notes and reviews of a BOM over to the lines of its revision, and counts how these differ. A review of another part becomes one that is needed again.';
revoke all on function bomstream.carry_over(uuid, uuid) from public, anon, authenticated;
