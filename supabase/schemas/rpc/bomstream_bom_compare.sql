create or replace function public.bomstream_bom_compare(
  p_user_id uuid, p_bom_id uuid, p_other_id uuid, p_run integer default null, p_other_run integer default null,
  p_field text default null, p_after integer default 0, p_limit integer default 100)
returns json language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_run uuid;
  v_other_run uuid;
  v_is_released boolean;
begin
  perform bomstream.require_at_most(p_limit, 500, 'differences');
  v_is_released := (bomstream.require_bom(p_user_id, p_bom_id, 'viewer')).released_at is not null;
  v_is_released := (bomstream.require_bom(p_user_id, p_other_id, 'viewer')).released_at is not null or v_is_released;
  if p_run is not null then
    v_run := (select r.id from bomstream.enrichment_runs r where r.bom_id = p_bom_id and r.run = p_run and not r.results_expired);
    v_other_run := (select r.id from bomstream.enrichment_runs r where r.bom_id = p_bom_id and r.run = p_other_run and not r.results_expired);
    if v_run is null or v_other_run is null then
      perform bomstream.refuse(404, 'run_not_found',
        'The BOM has no such run, or what it found is no longer kept: that of the last ten runs is. GET boms/{bom_id}/runs lists them.');
    end if;
  end if;
  return (
    with lines as materialized (
      select l.id, l.bom_id, l.line_number, l.mpn, l.quantity, l.status, l.component_id, l.result_run
      from bomstream.bom_lines l where l.bom_id in (p_bom_id, p_other_id)
    ), runs as materialized (
      -- those that settled a line last: mostly one of each BOM
      select r.id, r.bom_id, r.run from bomstream.enrichment_runs r
      where p_run is null and r.bom_id in (p_bom_id, p_other_id)
        and (r.bom_id, r.run) in (select distinct l.bom_id, l.result_run from lines l)
    ), found as materialized (
      -- run by run: line by line, each would be looked up by itself
      select x.run_id, x.line_id, x.status, x.component_id, x.unit_price, x.currency, x.stock, x.lifecycle
      from bomstream.run_line_results x
      where x.run_id = any (case when p_run is null then array(select r.id from runs r) else array[v_run, v_other_run] end)
    ), known as materialized (
      -- What the run that is asked for found of each line, or else the last one that settled it.
      select l.id as line_id, l.bom_id, f.run_id, l.line_number, l.mpn as asked, l.quantity, coalesce(f.status, l.status) as state,
             f.unit_price, f.currency, f.stock, f.lifecycle, case when p_run is null then l.component_id else f.component_id end as component_id
      from lines l
      left join runs r on r.bom_id = l.bom_id and r.run = l.result_run
      left join found f on f.line_id = l.id and (p_run is not null or f.run_id = r.id)
    ), pairs as materialized (
      -- two BOMs: their lines, paired; those that have no partner alone
      select p.old_id, p.new_id from bomstream.pair_lines(p_bom_id, p_other_id) p where p_run is null and p_bom_id <> p_other_id
      union all
      select l.id, l.id from lines l where l.bom_id = p_bom_id and (p_run is not null or p_bom_id = p_other_id)
    ), sides as materialized (
      select p.old_id, p.new_id from pairs p
      union all
      select l.id, null from lines l
      where l.bom_id = p_bom_id and not exists (select from pairs p where p.old_id = l.id)
      union all
      select null, l.id from lines l
      where l.bom_id = p_other_id and not exists (select from pairs p where p.new_id = l.id)
    ), compared as materialized (
      select coalesce(a.line_number * 2, b.line_number * 2 + 1) as place, b.line_id as b_id, a.line_id as a_id,
        b.line_id is null as added, a.line_id is null as removed, k.is_both and case
          when not k.is_known then b.asked is distinct from a.asked
          -- Most lines have one component on both sides, whose names need not be looked up. Of a released BOM they are those of then.
          when b.component_id = a.component_id and not v_is_released then false
          else exists (
            select from (select 1) one
            left join bomstream.released_parts bp on v_is_released and bp.bom_id = b.bom_id and bp.component_id = b.component_id
            left join bomstream.components bc on bc.id = b.component_id
            left join bomstream.released_parts ap on v_is_released and ap.bom_id = a.bom_id and ap.component_id = a.component_id
            left join bomstream.components ac on ac.id = a.component_id
            where (coalesce(bp.mpn, bc.mpn, b.asked), coalesce(bp.manufacturer, bc.manufacturer))
              is distinct from (coalesce(ap.mpn, ac.mpn, a.asked), coalesce(ap.manufacturer, ac.manufacturer))) end as part,
        k.is_both and b.quantity is distinct from a.quantity as quantity,
        k.is_both and b.state <> a.state and (k.is_known or 'skipped' in (b.state, a.state)) as state,
        k.is_known and (b.unit_price, b.currency) is distinct from (a.unit_price, a.currency) as price,
        k.is_known and b.stock is distinct from a.stock as stock,
        k.is_known and b.lifecycle is distinct from a.lifecycle as lifecycle,
        k.is_both and (b.run_id is null) <> (a.run_id is null) as half_known
      from sides s
      left join known b on b.line_id = s.old_id and (p_run is null or b.run_id = v_run)
      left join known a on a.line_id = s.new_id and (p_run is null or a.run_id = v_other_run)
      -- What was not looked up yet on one side is no change: there, what the BOM asks for is all that can differ.
      cross join lateral (select b.line_id is not null and a.line_id is not null as is_both, b.run_id is not null and a.run_id is not null as is_known) k
      -- of runs: what both of them settled
      where p_run is null or k.is_both
    ), page as (
      select c.*, array_remove(array[
          case when c.added then 'added' end, case when c.removed then 'removed' end, case when c.part then 'part' end,
          case when c.quantity then 'quantity' end, case when c.state then 'state' end, case when c.price then 'price' end,
          case when c.stock then 'stock' end, case when c.lifecycle then 'lifecycle' end], null) as fields
      from compared c
      where c.place > p_after and case p_field
        when 'added' then c.added when 'removed' then c.removed when 'part' then c.part when 'quantity' then c.quantity when 'state' then c.state
        when 'price' then c.price when 'stock' then c.stock when 'lifecycle' then c.lifecycle
        else p_field is null and (c.added or c.removed or c.part or c.quantity or c.state or c.price or c.stock or c.lifecycle) end
      order by c.place limit p_limit + 1
    ), named as (
      select k.line_id, k.run_id, to_jsonb(k) - 'bom_id' - 'run_id' - 'component_id' || jsonb_build_object(
               'name', (select bomstream.line_name(l) from bomstream.bom_lines l where l.id = k.line_id),
               'part', coalesce(p.mpn, c.mpn), 'manufacturer', coalesce(p.manufacturer, c.manufacturer)) as said
      from known k
      left join lateral (select r.mpn, r.manufacturer from bomstream.released_parts r
                         where v_is_released and r.bom_id = k.bom_id and r.component_id = k.component_id limit 1) p on true
      left join lateral (select c.mpn, c.manufacturer from bomstream.components c where c.id = k.component_id limit 1) c on true
      where k.line_id in (select unnest(array[n.b_id, n.a_id]) from page n)
    )
    select json_build_object(
      'bom_id', p_bom_id, 'other_id', p_other_id,
      'counts', (
        select json_build_object(
          'compared', count(*),
          'same', count(*) filter (where not (c.added or c.removed or c.part or c.quantity or c.state or c.price or c.stock or c.lifecycle)),
          'not_looked_up', count(*) filter (where c.half_known),
          'added', count(*) filter (where c.added), 'removed', count(*) filter (where c.removed),
          'part', count(*) filter (where c.part), 'quantity', count(*) filter (where c.quantity),
          'state', count(*) filter (where c.state), 'price', count(*) filter (where c.price),
          'stock', count(*) filter (where c.stock), 'lifecycle', count(*) filter (where c.lifecycle))
        from compared c),
      'differences', (
        select coalesce(json_agg(json_build_object('fields', n.fields, 'before', b.said, 'after', a.said) order by n.place), '[]')
        from (select * from page order by place limit p_limit) n
        left join named b on b.line_id = n.b_id and (p_run is null or b.run_id = v_run)
        left join named a on a.line_id = n.a_id and (p_run is null or a.run_id = v_other_run)),
      'next', (select case when count(*) > p_limit then (array_agg(p.place order by p.place))[p_limit] end from page p)));
end $$;
comment on function public.bomstream_bom_compare(uuid, uuid, uuid, integer, integer, text, integer, integer) is
  'How a BOM''s lines differ from those of another, paired as for a revision, or, with run numbers, what two of its runs found of the lines that both settled: counts of lines by what differs, and a page of at most 500 that do (in p_field, if given) behind the place p_after; `next` is the p_after of the next page, null on the last. Refuses a run that is not there or whose results are no longer kept. Needs viewer of both.';
revoke all on function public.bomstream_bom_compare(uuid, uuid, uuid, integer, integer, text, integer, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_compare(uuid, uuid, uuid, integer, integer, text, integer, integer) to service_role;
