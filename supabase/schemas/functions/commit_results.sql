create or replace function bomstream.commit_results(p_worker_id uuid, p_run_id uuid, p_results jsonb, p_published jsonb default null) returns jsonb
language plpgsql security definer set search_path = ''
-- A session keeps the plans that it made when the tables were small. What is found by its key stays so as they grow.
set enable_seqscan = off set jit = off as $$
declare
  v_max_attempts smallint;
  v_run bomstream.enrichment_runs;
  v_accepted uuid[];
  v_settled uuid[];
begin
  perform bomstream.require_at_most(jsonb_array_length(p_results), 100, 'results');
  -- Lock order everywhere: bom, worker, run, line, component, turn.
  perform from bomstream.boms b
    where b.id = (select r.bom_id from bomstream.enrichment_runs r where r.id = p_run_id) for key share;
  update bomstream.workers w set heartbeat_at = clock_timestamp() where w.id = p_worker_id;
  select * into v_run from bomstream.enrichment_runs r where r.id = p_run_id for no key update;
  perform bomstream.mark_published(p_published);
  if v_run.id is null or v_run.status in ('completed', 'failed', 'cancelled') then
    return jsonb_build_object('accepted', 0, 'refused', jsonb_array_length(p_results),
                              'run_status', coalesce(v_run.status, 'deleted'));
  end if;
  select s.max_attempts into v_max_attempts from bomstream.settings s;

  -- Only a line that is still this worker's, by this very claim. A late worker, and a commit sent twice, find none.
  select coalesce(array_agg(s.id), '{}') into v_accepted
  from (select l.id from bomstream.bom_lines l
        join jsonb_to_recordset(p_results) as x(line_id uuid, fence integer) on x.line_id = l.id and x.fence = l.fence
        where l.id = any (array(select r.line_id from jsonb_to_recordset(p_results) as r(line_id uuid)))
          and l.run_id = p_run_id and l.status = 'pending' and l.worker_id = p_worker_id
        order by l.line_number
        for no key update of l) s;

  insert into bomstream.components as c (orderable_key, manufacturer, mpn, fields, quality_score)
  select distinct on (k.orderable_key, k.manufacturer) k.orderable_key, k.manufacturer, k.mpn, k.fields, k.quality_score
  from jsonb_to_recordset(p_results) as x(line_id uuid, component jsonb)
  cross join lateral jsonb_to_record(x.component)
    as k(orderable_key text, manufacturer text, mpn text, fields jsonb, quality_score smallint)
  where x.line_id = any (v_accepted) and k.orderable_key is not null
  -- one order for all commits, or two of them with the same parts could wait for each other for ever
  order by k.orderable_key, k.manufacturer
  on conflict (organization_id, orderable_key, manufacturer) do update
    set mpn = excluded.mpn, fields = excluded.fields, quality_score = excluded.quality_score, updated_at = clock_timestamp()
    where (c.mpn, c.fields, c.quality_score) is distinct from (excluded.mpn, excluded.fields, excluded.quality_score);

  with own as (
    select k.id from bomstream.components k
    where k.id = any (array(
      select x.own_component_id from jsonb_to_recordset(p_results) as x(line_id uuid, own_component_id uuid)
      where x.line_id = any (v_accepted)))
    -- as above, and as lists of components are written
    order by k.orderable_key, k.manufacturer
    for no key update of k)
  update bomstream.components c set known = x.own_fields
  from jsonb_to_recordset(p_results) as x(own_component_id uuid, own_described_at timestamptz, own_fields jsonb)
  where c.id = any (array(select k.id from own k)) and c.id = x.own_component_id and x.own_fields is not null
    and c.organization_id = v_run.organization_id
    -- Its organization may have described it anew since it was looked up.
    and c.updated_at = x.own_described_at and c.known is distinct from x.own_fields;

  with settled as (
    update bomstream.bom_lines l
       set status = s.status, result_status = s.status, result_run = v_run.run, component_id = coalesce(own.id, c.id),
           quality_score = x.quality_score, source = x.source, match_step = x.step,
           candidate_count = coalesce(jsonb_array_length(x.candidates), 0), contradictions = coalesce(x.contradictions, '[]'),
           remarks = coalesce(x.remarks, case when x.status = 'retry' then jsonb_build_array(jsonb_build_object(
             'code', 'gave_up', 'detail', format('Given up after %s attempts.', v_max_attempts))) else '[]' end),
           settled_at = clock_timestamp(), worker_id = null,
           changed_run = v_run.run, changed_seq = v_run.last_seq + 1
      from jsonb_to_recordset(p_results)
        as x(line_id uuid, status text, quality_score smallint, source text, remarks jsonb, component jsonb, own_component_id uuid, uses_attempt boolean,
             step text, candidates jsonb, contradictions jsonb, unit_price numeric, currency text, stock integer, lifecycle text,
             price_quantity numeric, lead_time_days integer, rohs text)
      cross join lateral (select case x.status when 'retry' then 'failed' else x.status end as status) s
      -- one by one, each by its key
      left join lateral (
        select k.id from bomstream.components k
        where k.organization_id is null and k.orderable_key = x.component ->> 'orderable_key'
          and k.manufacturer = x.component ->> 'manufacturer' limit 1) c on true
      -- whose it is, is asked outside: inside, a plan could go through all that the organization has
      left join lateral (
        select k.id, k.organization_id from bomstream.components k
        where k.id = x.own_component_id limit 1) own on own.organization_id = v_run.organization_id
     where l.id = x.line_id and l.id = any (v_accepted)
       -- what fails for the moment every time has failed
       and (x.status <> 'retry' or (l.attempts >= v_max_attempts and coalesce(x.uses_attempt, true)))
    returning l.id, l.status, l.component_id, x.unit_price, x.currency, x.stock, x.lifecycle, x.price_quantity, x.lead_time_days, x.rohs),
  kept as (
    insert into bomstream.run_line_results (run_id, line_id, status, component_id, unit_price, currency, stock, lifecycle, price_quantity, lead_time_days, rohs)
    select p_run_id, s.* from settled s
    returning line_id)
  select array_agg(k.line_id) into v_settled from kept k;

  if v_settled is null or cardinality(v_settled) < cardinality(v_accepted) then
    update bomstream.bom_lines l
       set visible_at = clock_timestamp() + coalesce(x.retry_after_ms * interval '1 millisecond', bomstream.backoff(l.attempts)),
           -- waiting for quota says nothing about the line
           attempts = l.attempts - (not coalesce(x.uses_attempt, true))::integer,
           -- it has not killed this worker
           losses = 0, worker_id = null, waits_for = x.waits_for
      from jsonb_to_recordset(p_results) as x(line_id uuid, retry_after_ms integer, uses_attempt boolean, waits_for text)
     where l.id = x.line_id and l.id = any (v_accepted) and l.status = 'pending';
  end if;
  if v_run.waiting_for is not null or cardinality(v_accepted) > coalesce(cardinality(v_settled), 0) then
    -- What is settled is told of below, with the wait.
    perform bomstream.note_wait(p_run_id, p_alone => v_settled is null);
  end if;

  if v_settled is not null then
    perform bomstream.write_candidates(p_results, v_settled);
    perform bomstream.write_offers(p_results, v_settled);
    perform bomstream.settle_batch(p_run_id, v_settled, jsonb_array_length(p_results));
  end if;
  return jsonb_build_object(
    'accepted', cardinality(v_accepted),
    'refused', jsonb_array_length(p_results) - cardinality(v_accepted),
    'run_status', (select r.status from bomstream.enrichment_runs r where r.id = p_run_id));
end $$;
comment on function bomstream.commit_results(uuid, uuid, jsonb, jsonb) is
  'Notes what was published and writes a batch: line results, components, counters, the event, and the terminal event after the last line. Refuses every line whose fence moved on; repeating it changes nothing. A result is {line_id, fence, status: enriched | not_found | failed | retry, quality_score?, source?, step?, remarks?, candidates?, contradictions?, component?, own_component_id?, own_described_at?, own_fields?, offers?, unit_price?, currency?, stock?, lifecycle?, price_quantity?, lead_time_days?, rohs?, retry_after_ms?, uses_attempt?, waits_for?}. own_component_id links the line to a component of its own organization, of which nothing is written but `known`: own_fields, where it was last described at own_described_at; offers go to bomstream.write_offers; price, stock, lifecycle, lead time and RoHS are kept as what this run found of the line. `retry` leaves the line pending for later, with a backoff where no time is given; a line that used up its attempts is failed instead, unless it only waited (uses_attempt false); waits_for says what for: supplier_minute, supplier_day or supplier_away.';
revoke all on function bomstream.commit_results(uuid, uuid, jsonb, jsonb) from public, anon, authenticated;
