create or replace function public.bomstream_bom_lines_read(
  p_user_id uuid, p_bom_id uuid, p_facts text[], p_since_run integer default null, p_since_seq integer default null,
  p_after integer default 0, p_limit integer default 500)
returns json language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- One more than is answered, to know whether there are more.
  v_ids uuid[];
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  perform bomstream.require_at_most(p_limit, 500, 'lines');
  -- All of it sees one snapshot, that of the call: the event id and the lines agree with each other.
  if p_since_run is null then
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
  -- Put together as json, because jsonb would copy every fact anew for each level of the answer around it.
  return (
    select json_build_object(
      'bom_id', p_bom_id,
      'event_id', (select p.run || '-' || p.seq from bomstream.enrichment_progress p where p.bom_id = p_bom_id),
      'lines', coalesce(json_agg(bomstream.line_json(l, short.component) order by l.line_number), '[]'),
      'next', case when cardinality(v_ids) > p_limit then max(l.line_number) end)
    from bomstream.bom_lines l
    left join bomstream.components c on c.id = l.component_id
    left join lateral (
      -- as line_json
      select ('{' || concat_ws(',',
        '"mpn":' || to_json(c.mpn),
        '"manufacturer":' || to_json(c.manufacturer),
        '"facts":{' || coalesce(string_agg(
          to_json(f.key) || ':' || case when f.value ? 'unit' then '[' || (f.value -> 'value')::text || ',' || (f.value -> 'unit')::text || ']'
                                        else (f.value -> 'value')::text end, ',') filter (where f.key = any (p_facts)), '') || '}',
        -- Where no number tells the part from its neighbours, words do.
        '"description":' || case when not bool_or(f.value ? 'unit') then to_json(max(f.value ->> 'value') filter (where f.key = 'description')) end,
        '"disputed":{' || string_agg(to_json(f.key) || ':' || jsonb_path_query_array(f.value, '$.conflicts[*].value')::text, ',')
                            filter (where f.key = any (p_facts) and f.value ? 'conflicts') || '}',
        case when bool_or(f.value ->> 'source' like '%-sandbox' or (
                 f.value ? 'conflicts' and jsonb_path_exists(f.value, '$.conflicts[*].source ? (@ like_regex "-sandbox$")')))
             then '"sandbox":true' end) || '}')::json as component
      from jsonb_each(c.fields) f) short on c.id is not null
    where l.id = any (v_ids[:p_limit]));
end $$;
comment on function public.bomstream_bom_lines_read(uuid, uuid, text[], integer, integer, integer, integer) is
  'A page of the BOM''s lines in their order, at most 500 behind the number p_after, and the newest event''s id, from one snapshot; with a since id only the lines changed by later events. `next` is what to give as p_after for the next page, null on the last one. What a line has not is left out. A component comes in short, without offers and sources: the `facts` named by p_facts, each a text or [number, unit]; `description` where no field is a number with a unit; `disputed`, what other sources say of a fact instead; `sandbox`, that a supplier''s sandbox made up some of it. The last three are there only where there is something to say. Needs viewer.';
revoke all on function public.bomstream_bom_lines_read(uuid, uuid, text[], integer, integer, integer, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_lines_read(uuid, uuid, text[], integer, integer, integer, integer) to service_role;
