create or replace function public.bomstream_commit(p_worker_id uuid, p_run_id uuid, p_results jsonb, p_published jsonb default null)
returns jsonb language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_reply jsonb;
begin
  v_reply := bomstream.commit_results(p_worker_id, p_run_id, p_results, p_published);
  if v_reply ->> 'run_status' = 'enriching' then
    perform bomstream.request_runners('work left after a commit');
  end if;
  -- Also when nothing was accepted: the first answer may have been lost, and with it the end of the run.
  return v_reply || jsonb_build_object('publish', bomstream.unpublished_events(
    (select r.bom_id from bomstream.enrichment_runs r where r.id = p_run_id)));
end $$;
comment on function public.bomstream_commit(uuid, uuid, jsonb, jsonb) is
  'Writes a batch in one transaction, as bomstream.commit_results says. The reply carries what Redis has not been given yet and the run''s status, so a worker learns of a pause or a cancel.';
revoke all on function public.bomstream_commit(uuid, uuid, jsonb, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_commit(uuid, uuid, jsonb, jsonb) to service_role;
