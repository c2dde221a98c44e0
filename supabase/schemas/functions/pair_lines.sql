create or replace function bomstream.pair_lines(p_old_bom_id uuid, p_new_bom_id uuid)
returns table (old_id uuid, new_id uuid) language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  with placed as (
    -- What several lines of a BOM say (`N/A`, `-`) tells none of them from another, and would pair each with each.
    select p.id, p.bom_id, p.line_number, p.designator
    from (select s.*, count(*) over (partition by s.bom_id, s.designator) as lines
          from (select distinct l.id, l.bom_id, l.line_number, d.designator
                from bomstream.bom_lines l
                cross join lateral regexp_split_to_table(upper(l.designators), '[\s,;]+') d(designator)
                where l.bom_id in (p_old_bom_id, p_new_bom_id) and d.designator <> '') s) p
    where p.lines = 1
  ), shared as (
    select o.id as o_id, n.id as n_id, o.line_number as o_number, n.line_number as n_number, count(*) as common
    from placed o join placed n on n.designator = o.designator and n.bom_id = p_new_bom_id
    where o.bom_id = p_old_bom_id group by 1, 2, 3, 4
  ), by_place as (
    -- Each takes the one with which it has most designators in common, and is that one's, too.
    select s.o_id, s.n_id from (
      select *, row_number() over (partition by o_id order by common desc, n_number) as best_of_old,
             row_number() over (partition by n_id order by common desc, o_number) as best_of_new
      from shared) s
    where s.best_of_old = 1 and s.best_of_new = 1
  ), rest as (
    select l.id, l.bom_id, l.orderable_key, coalesce(upper(l.manufacturer), '') as manufacturer,
           row_number() over (partition by l.bom_id, l.orderable_key, coalesce(upper(l.manufacturer), '') order by l.line_number) as nth
    from bomstream.bom_lines l
    where l.bom_id in (p_old_bom_id, p_new_bom_id) and l.orderable_key is not null
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
