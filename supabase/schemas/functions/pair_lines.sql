create or replace function bomstream.pair_lines(p_old_bom_id uuid, p_new_bom_id uuid)
returns table (old_id uuid, new_id uuid) language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  with lines as materialized (
    -- Found by their BOMs first: otherwise all lines that there are may be gone through, sorted as they are already.
    select l.id, l.bom_id = p_new_bom_id as is_new, l.line_number, l.orderable_key, coalesce(upper(l.manufacturer), '') as manufacturer, upper(l.designators) as designators
    from bomstream.bom_lines l where l.bom_id in (p_old_bom_id, p_new_bom_id)
  ), unchanged as materialized (
    -- Most lines of a revision have the same designators as before: only those of the others are taken apart.
    select min(l.line_number) filter (where not l.is_new) as o_number, min(l.line_number) filter (where l.is_new) as n_number
    from lines l group by l.designators
    having count(*) = 2 and count(*) filter (where l.is_new) = 1 and l.designators ~ '[^\s,;]'
  ), changed as materialized (
    select o.* from lines o where not o.is_new and not exists (select from unchanged u where u.o_number = o.line_number)
    union all
    select n.* from lines n where n.is_new and not exists (select from unchanged u where u.n_number = n.line_number)
  ), placed as (
    -- What several lines of a BOM say (`N/A`, `-`) tells none of them from another, and would pair each with each.
    select min(l.line_number) filter (where not l.is_new) as o_number, min(l.line_number) filter (where l.is_new) as n_number
    from changed l cross join lateral regexp_split_to_table(l.designators, '[\s,;]+') d(designator)
    where d.designator <> '' group by d.designator
    having min(l.line_number) filter (where not l.is_new) = max(l.line_number) filter (where not l.is_new)
       and min(l.line_number) filter (where l.is_new) = max(l.line_number) filter (where l.is_new)
  ), by_place as materialized (
    -- Each takes the one with which it has most designators in common, and is that one's, too.
    select s.o_number, s.n_number from (
      select p.o_number, p.n_number, row_number() over (partition by p.o_number order by count(*) desc, p.n_number) as best_of_old,
             row_number() over (partition by p.n_number order by count(*) desc, p.o_number) as best_of_new
      from placed p group by p.o_number, p.n_number) s
    where s.best_of_old = 1 and s.best_of_new = 1
  ), rest as (
    select l.id, l.is_new, l.orderable_key, l.manufacturer,
           row_number() over (partition by l.is_new, l.orderable_key, l.manufacturer order by l.line_number) as nth
    from (
      -- side by side: with `or`, each line would go through all pairs
      select * from changed o where not o.is_new and not exists (select from by_place p where p.o_number = o.line_number)
      union all
      select * from changed n where n.is_new and not exists (select from by_place p where p.n_number = n.line_number)) l
    where l.orderable_key is not null
  )
  select o.id, n.id from (select * from unchanged union all select * from by_place) p
  join lines o on o.line_number = p.o_number and not o.is_new
  join lines n on n.line_number = p.n_number and n.is_new
  union all
  select o.id, n.id
  from rest o join rest n on n.is_new and (n.orderable_key, n.manufacturer, n.nth) = (o.orderable_key, o.manufacturer, o.nth)
  where not o.is_new;
end $$;
comment on function bomstream.pair_lines(uuid, uuid) is
  'Which line of a BOM''s revision is which of the BOM: those with the same designators, or else with most in common, then those with the same part and manufacturer in their order. Each line is in one pair at most.';
revoke all on function bomstream.pair_lines(uuid, uuid) from public, anon, authenticated;
