create or replace function bomstream.fail_spent_lines(p_run_id uuid, p_max_attempts integer) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_run bomstream.enrichment_runs;
  v_spent uuid[];
begin
  select * into strict v_run from bomstream.enrichment_runs r where r.id = p_run_id;
  with spent as (
    select l.id from bomstream.bom_lines l
    where l.run_id = p_run_id and l.status = 'pending'
      and l.visible_at > '-infinity' and l.visible_at <= statement_timestamp() and l.attempts >= p_max_attempts
    order by l.line_number limit 100 for update skip locked),
  failed as (
    update bomstream.bom_lines l
       set status = 'failed', result_status = 'failed', result_run = v_run.run, component_id = null,
           quality_score = null, source = null, match_step = null, candidate_count = 0, contradictions = '[]',
           settled_at = clock_timestamp(), fence = l.fence + 1, worker_id = null,
           remarks = jsonb_build_array(jsonb_build_object('code', 'worker_lost', 'detail',
             format('Given up after %s attempts: the worker died before it could answer.', l.attempts))),
           changed_run = v_run.run, changed_seq = v_run.last_seq + 1
      from spent where l.id = spent.id
    returning l.id, l.status),
  kept as (
    insert into bomstream.run_line_results (run_id, line_id, status)
    select p_run_id, f.id, f.status from failed f
    returning line_id)
  select array_agg(k.line_id) into v_spent from kept k;
  if v_spent is null then
    return 0;
  end if;
  -- What an earlier run proposed goes with the rest of its result.
  delete from bomstream.line_candidates k where k.line_id = any (v_spent);
  perform bomstream.settle_batch(p_run_id, v_spent, cardinality(v_spent));
  return cardinality(v_spent);
end $$;
comment on function bomstream.fail_spent_lines(uuid, integer) is
  'Fails claimable lines whose attempts are used up, so that a line that kills its workers cannot keep a run open; nothing of what an earlier run found of them stays. The caller holds the run''s row lock. Returns how many.';
revoke all on function bomstream.fail_spent_lines(uuid, integer) from public, anon, authenticated;
