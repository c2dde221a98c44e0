create or replace function bomstream.pair_lines(p_old_bom_id uuid, p_new_bom_id uuid)
returns table (old_id uuid, new_id uuid) language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  with lines as materialized (
    -- Found by their BOMs first: otherwise all lines that there are may be gone through, sorted as they are already.
    select l.id, l.bom_id, l.line_number, l.orderable_key, coalesce(upper(l.manufacturer), '') as manufacturer, upper(l.designators) as designators
    from bomstream.bom_lines l where l.bom_id in (p_old_bom_id, p_new_bom_id)
  ), placed as (
    -- What several lines of a BOM say (`N/A`, `-`) tells none of them from another, and would pair each with each.
    select (array_agg(l.id) filter (where l.bom_id = p_old_bom_id))[1] as o_id, (array_agg(l.id) filter (where l.bom_id = p_new_bom_id))[1] as n_id,
           min(l.line_number) filter (where l.bom_id = p_old_bom_id) as o_number, min(l.line_number) filter (where l.bom_id = p_new_bom_id) as n_number
    from lines l cross join lateral regexp_split_to_table(l.designators, '[\s,;]+') d(designator)
    where d.designator <> '' group by d.designator
    having min(l.line_number) filter (where l.bom_id = p_old_bom_id) = max(l.line_number) filter (where l.bom_id = p_old_bom_id)
       and min(l.line_number) filter (where l.bom_id = p_new_bom_id) = max(l.line_number) filter (where l.bom_id = p_new_bom_id)
  ), by_place as (
    -- Each takes the one with which it has most designators in common, and is that one's, too.
    select s.o_id, s.n_id from (
      select p.o_id, p.n_id, row_number() over (partition by p.o_id order by count(*) desc, p.n_number) as best_of_old,
             row_number() over (partition by p.n_id order by count(*) desc, p.o_number) as best_of_new
      from placed p group by p.o_id, p.n_id, p.o_number, p.n_number) s
    where s.best_of_old = 1 and s.best_of_new = 1
  ), rest as (
    select l.id, l.bom_id, l.orderable_key, l.manufacturer,
           row_number() over (partition by l.bom_id, l.orderable_key, l.manufacturer order by l.line_number) as nth
    from lines l
    where l.orderable_key is not null
      -- one by one: with `or`, each line would go through all pairs
      and not exists (select from by_place p where p.o_id = l.id) and not exists (select from by_place p where p.n_id = l.id)
  )
  select p.o_id, p.n_id from by_place p
  union all
  select o.id, n.id
  from rest o join rest n on n.bom_id = p_new_bom_id and (n.orderable_key, n.manufacturer, n.nth) = (o.orderable_key, o.manufacturer, o.nth)
  where o.bom_id = p_old_bom_id;
end $$;
comment on function bomstream.pair_lines(uuid, uuid) is
  'Which line of a BOM''s revision is which of the BOM: those with most designators in common, then those with the same part and manufacturer in their order. Each line is in one pair at most.';
revoke all on function bomstream.pair_lines(uuid, uuid) from public, anon, authenticated;
