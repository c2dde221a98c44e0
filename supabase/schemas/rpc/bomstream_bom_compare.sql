create or replace function public.bomstream_bom_compare(
  p_user_id uuid, p_bom_id uuid, p_other_id uuid, p_run integer default null, p_other_run integer default null,
  p_field text default null, p_after integer default 0, p_limit integer default 100)
returns json language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_run uuid;
  v_other_run uuid;
begin
  perform bomstream.require_at_most(p_limit, 500, 'differences');
  perform bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  perform bomstream.require_bom(p_user_id, p_other_id, 'viewer');
  if p_run is not null then
    v_run := (select r.id from bomstream.enrichment_runs r where r.bom_id = p_bom_id and r.run = p_run and not r.results_expired);
    v_other_run := (select r.id from bomstream.enrichment_runs r where r.bom_id = p_bom_id and r.run = p_other_run and not r.results_expired);
    if v_run is null or v_other_run is null then
      perform bomstream.refuse(404, 'run_not_found',
        'The BOM has no such run, or what it found is no longer kept: that of the last ten runs is. GET boms/{bom_id}/runs lists them.');
    end if;
  end if;
  return (
    with known as materialized (
      -- What the run that is asked for found of each line, or else the last one that settled it.
      select l.id as line_id, l.bom_id, f.run_id, l.line_number, l.mpn as asked,
             coalesce(p.mpn, k.mpn) as part, coalesce(p.manufacturer, k.manufacturer) as manufacturer, l.quantity, coalesce(f.status, l.status) as state,
             f.unit_price, f.currency, f.stock, f.lifecycle
      from bomstream.bom_lines l
      left join bomstream.enrichment_runs r on p_run is null and r.bom_id = l.bom_id and r.run = l.result_run
      left join lateral (select * from bomstream.run_line_results x
                         where x.line_id = l.id and x.run_id = any (case when p_run is null then array[r.id] else array[v_run, v_other_run] end)) f on true
      cross join lateral (select case when p_run is null then l.component_id else f.component_id end as component_id) shown
      -- of a released BOM as it was then
      left join lateral (select r.mpn, r.manufacturer from bomstream.released_parts r
                         where r.bom_id = l.bom_id and r.component_id = shown.component_id limit 1) p on true
      left join lateral (select c.mpn, c.manufacturer from bomstream.components c where c.id = shown.component_id limit 1) k on true
      where l.bom_id in (p_bom_id, p_other_id)
    ), pairs as materialized (
      -- two BOMs: their lines, paired; those that have no partner alone
      select p.old_id, p.new_id from bomstream.pair_lines(p_bom_id, p_other_id) p where p_run is null and p_bom_id <> p_other_id
      union all
      select l.id, l.id from bomstream.bom_lines l where l.bom_id = p_bom_id and (p_run is not null or p_bom_id = p_other_id)
    ), sides as materialized (
      select p.old_id, p.new_id from pairs p
      union all
      select l.id, null from bomstream.bom_lines l
      where l.bom_id = p_bom_id and not exists (select from pairs p where p.old_id = l.id)
      union all
      select null, l.id from bomstream.bom_lines l
      where l.bom_id = p_other_id and not exists (select from pairs p where p.new_id = l.id)
    ), compared as (
      select coalesce(a.line_number * 2, b.line_number * 2 + 1) as place, b.line_id as b_id, a.line_id as a_id, case
        when b.line_id is null then array['added'] when a.line_id is null then array['removed']
        else array_remove(array[
          -- What was not looked up yet on one side is no change: there, what the BOM asks for is all that can differ.
          case when case when b.run_id is null or a.run_id is null then b.asked is distinct from a.asked
               else (coalesce(b.part, b.asked), b.manufacturer) is distinct from (coalesce(a.part, a.asked), a.manufacturer) end then 'part' end,
          case when b.quantity is distinct from a.quantity then 'quantity' end,
          case when b.state <> a.state and (b.run_id is not null and a.run_id is not null or 'skipped' in (b.state, a.state)) then 'state' end,
          case when b.run_id is not null and a.run_id is not null and (b.unit_price, b.currency) is distinct from (a.unit_price, a.currency) then 'price' end,
          case when b.run_id is not null and a.run_id is not null and b.stock is distinct from a.stock then 'stock' end,
          case when b.run_id is not null and a.run_id is not null and b.lifecycle is distinct from a.lifecycle then 'lifecycle' end], null) end as fields,
        b.line_id is not null and a.line_id is not null and (b.run_id is null) <> (a.run_id is null) as half_known
      from sides s
      left join known b on b.line_id = s.old_id and (p_run is null or b.run_id = v_run)
      left join known a on a.line_id = s.new_id and (p_run is null or a.run_id = v_other_run)
      -- of runs: what both of them settled
      where p_run is null or (b.line_id is not null and a.line_id is not null)
    ), page as (
      select c.* from compared c
      where cardinality(c.fields) > 0 and c.place > p_after and (p_field is null or p_field = any (c.fields))
      order by c.place limit p_limit + 1
    )
    select json_build_object(
      'bom_id', p_bom_id, 'other_id', p_other_id,
      'counts', (
        select json_build_object(
          'compared', count(*), 'same', count(*) filter (where cardinality(c.fields) = 0),
          'not_looked_up', count(*) filter (where c.half_known),
          'added', count(*) filter (where 'added' = any (c.fields)), 'removed', count(*) filter (where 'removed' = any (c.fields)),
          'part', count(*) filter (where 'part' = any (c.fields)), 'quantity', count(*) filter (where 'quantity' = any (c.fields)),
          'state', count(*) filter (where 'state' = any (c.fields)), 'price', count(*) filter (where 'price' = any (c.fields)),
          'stock', count(*) filter (where 'stock' = any (c.fields)), 'lifecycle', count(*) filter (where 'lifecycle' = any (c.fields)))
        from compared c),
      'differences', (
        select coalesce(json_agg(json_build_object(
                 'fields', n.fields, 'before', to_jsonb(b) - 'bom_id' - 'run_id', 'after', to_jsonb(a) - 'bom_id' - 'run_id')
                 order by n.place), '[]')
        from (select * from page order by place limit p_limit) n
        left join known b on b.line_id = n.b_id and (p_run is null or b.run_id = v_run)
        left join known a on a.line_id = n.a_id and (p_run is null or a.run_id = v_other_run)),
      'next', (select case when count(*) > p_limit then (array_agg(p.place order by p.place))[p_limit] end from page p)));
end $$;
comment on function public.bomstream_bom_compare(uuid, uuid, uuid, integer, integer, text, integer, integer) is
  'How a BOM''s lines differ from those of another, paired as for a revision, or, with run numbers, what two of its runs found of the lines that both settled: counts of lines by what differs, and a page of at most 500 that do (in p_field, if given) behind the place p_after; `next` is the p_after of the next page, null on the last. Refuses a run that is not there or whose results are no longer kept. Needs viewer of both.';
revoke all on function public.bomstream_bom_compare(uuid, uuid, uuid, integer, integer, text, integer, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_compare(uuid, uuid, uuid, integer, integer, text, integer, integer) to service_role;
