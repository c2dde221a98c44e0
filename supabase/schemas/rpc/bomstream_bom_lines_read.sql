create or replace function public.bomstream_bom_lines_read(
  p_user_id uuid, p_bom_id uuid, p_facts text[], p_since_run integer default null, p_since_seq integer default null,
  p_after integer default 0, p_limit integer default 500, p_sort text default null, p_descending boolean default false,
  p_filter jsonb default null, p_stale boolean default false)
returns json language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- One more than is answered, to know whether there are more.
  v_ids uuid[];
  -- While a run is at work each of its events makes it old: it may be so old then. What other BOMs' runs brought of the same
  -- parts is looked at so often.
  c_behind constant interval := interval '5 seconds';
  c_old constant interval := interval '10 minutes';
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  v_judged bomstream.bom_judgements;
begin
  if p_sort is not null then
    select * into v_judged from bomstream.bom_judgements j where j.bom_id = p_bom_id;
  end if;
  if p_sort is not null and not p_stale and (
       v_judged.bom_id is null or v_judged.boards <> coalesce(v_bom.boards, 25) or v_judged.judged_at < clock_timestamp() - c_old
       or (v_judged.version <> bomstream.judging_version(v_bom) and (
             v_judged.judged_at < clock_timestamp() - c_behind
             or not exists (select from bomstream.enrichment_runs r
                            where r.bom_id = p_bom_id and r.status in ('queued', 'enriching'))))) then
    return '{"stale":true}'::json;
  end if;
  perform bomstream.require_at_most(p_limit, 500, 'lines');
  -- All of it sees one snapshot, that of the call: the event id and the lines agree with each other.
  if p_sort is not null then
    v_ids := bomstream.judged_lines(p_bom_id, p_sort, p_descending, p_filter, p_after, p_limit + 1);
  elsif p_since_run is null then
    v_ids := array(
      select l.id from bomstream.bom_lines l
      where l.bom_id = p_bom_id and l.line_number > p_after
      order by l.line_number limit p_limit + 1);
  elsif p_since_run < (select max(r.run) from bomstream.enrichment_runs r where r.bom_id = p_bom_id) then
    -- A later run has put the lines back that it took, which may be all of them: the lines are gone through in order.
    v_ids := array(
      select l.id from bomstream.bom_lines l
      where l.bom_id = p_bom_id and l.line_number > p_after
        and (l.changed_run, l.changed_seq) > (p_since_run, p_since_seq)
      order by l.line_number limit p_limit + 1);
  else
    v_ids := array(
      -- looked up, however many are asked for: mostly they are few
      with changed as materialized (
        select l.id, l.line_number from bomstream.bom_lines l
        where l.bom_id = p_bom_id and l.changed_run = p_since_run and l.changed_seq > p_since_seq
          -- what no line of a run that goes on has by its start alone: the index leaves those out
          and l.changed_seq > 1)
      select c.id from changed c where c.line_number > p_after order by c.line_number limit p_limit + 1);
  end if;
  return (
    select json_build_object(
      'bom_id', p_bom_id,
      'event_id', (select p.run || '-' || p.seq from bomstream.enrichment_progress p where p.bom_id = p_bom_id),
      'change_id', v_bom.change_id,
      'judged', case when p_sort is not null then
        json_build_object('event_id', v_judged.event_id, 'boards', v_judged.boards, 'at', bomstream.iso(v_judged.judged_at)) end,
      -- Text until the end, because json would be read, and jsonb copied, once more for each level of the answer around it.
      'lines', coalesce('[' || string_agg(bomstream.line_json(i.l, short.component, j.judged, t.alternates), ',' order by n.place) || ']', '[]')::json,
      'next', case when cardinality(v_ids) > p_limit then (array_agg(i.line_number order by n.place desc))[1] end)
    from unnest(v_ids[:p_limit]) with ordinality n(id, place)
    -- Joined, and so read once: as a column it would be read again wherever a part of it is named.
    cross join lateral (
      select b as l, b.line_number, b.component_id from bomstream.bom_lines b where b.id = n.id limit 1) i
    cross join lateral (select count(*)::integer as alternates from bomstream.bom_line_parts a where a.line_id = n.id) t
    -- one by one, each by its key
    left join lateral (
      select c.id, c.mpn, c.manufacturer, coalesce(c.known, c.fields) as fields from bomstream.components c
      where v_bom.released_at is null and c.id = i.component_id limit 1) k on true
    left join lateral (
      select r.component_id, r.mpn, r.manufacturer, r.fields from bomstream.released_parts r
      where v_bom.released_at is not null and r.bom_id = p_bom_id and r.component_id = i.component_id limit 1) p on true
    left join lateral (
      select '{' || concat_ws(',',
        '"verdict":"' || o.verdict || '"', '"risk":' || to_json(o.risk), '"unit_price":' || o.unit_price, '"currency":' || to_json(o.currency),
        '"stock":' || o.stock) || '}' as judged
      from bomstream.line_judgements o where o.bom_id = p_bom_id and o.line_number = i.line_number limit 1) j on p_sort is not null
    left join lateral (
      select '{' || concat_ws(',',
        '"mpn":' || to_json(coalesce(k.mpn, p.mpn)),
        '"manufacturer":' || to_json(coalesce(k.manufacturer, p.manufacturer)),
        '"facts":{' || coalesce(string_agg(
          -- one of ours, so there is nothing in it to escape
          '"' || f.key || '":' || case when f.value ? 'unit' then '[' || (f.value -> 'value')::text || ',' || (f.value -> 'unit')::text || ']'
                                        else (f.value -> 'value')::text end, ',') filter (where f.key = any (p_facts)), '') || '}',
        -- Where no number tells the part from its neighbours, words do.
        '"description":' || case when not bool_or(f.value ? 'unit')
                                 then to_json(coalesce(k.fields, p.fields) #>> '{description,value}') end,
        '"disputed":{' || string_agg(to_json(f.key) || ':' || jsonb_path_query_array(f.value, '$.conflicts[*].value')::text, ',')
                            filter (where f.value ? 'conflicts' and f.key = any (p_facts)) || '}',
        case when bool_or(f.value ->> 'source' like '%-sandbox' or (
                 f.value ? 'conflicts' and jsonb_path_exists(f.value, '$.conflicts[*].source ? (@ like_regex "-sandbox$")')))
               -- What it sells the part for outlives the supplier that was tried out, and counts as long.
               or exists (select from bomstream.supplier_offers s where s.component_id = k.id and s.supplier like '%-sandbox')
               or exists (select from bomstream.released_offers s
                          where s.bom_id = p_bom_id and s.component_id = p.component_id and s.supplier like '%-sandbox')
             then '"sandbox":true' end) || '}' as component
      from jsonb_each(coalesce(k.fields, p.fields)) f) short on coalesce(k.id, p.component_id) is not null);
end $$;
comment on function public.bomstream_bom_lines_read(uuid, uuid, text[], integer, integer, integer, integer, text, boolean, jsonb, boolean) is
  'A page of the BOM''s lines in their order, at most 500 behind the number p_after, and the newest event''s and the newest change''s id, from one snapshot; with a since id only the lines changed by later events; with p_sort in the order of bomstream.judged_lines and as p_filter says, behind the line p_after, or only {stale: true} where the BOM has to be judged anew for that and p_stale does not say that old will do. Then each line has what it was judged to be (`judged`), and `judged` beside them says as of when: without p_sort a page is as small as it was. `next` is what to give as p_after for the next page, null on the last one. What a line has not is left out. A component comes in short, without offers and sources: the `facts` named by p_facts, each a text or [number, unit]; `description` where no field is a number with a unit; `disputed`, what other sources say of a fact instead; `sandbox`, that a supplier''s sandbox made up some of it, a fact or an offer. The last three are there only where there is something to say. Needs viewer.';
revoke all on function public.bomstream_bom_lines_read(uuid, uuid, text[], integer, integer, integer, integer, text, boolean, jsonb, boolean) from public, anon, authenticated;
grant execute on function public.bomstream_bom_lines_read(uuid, uuid, text[], integer, integer, integer, integer, text, boolean, jsonb, boolean) to service_role;
