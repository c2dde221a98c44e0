create or replace function public.bomstream_bom_review(p_user_id uuid, p_bom_id uuid, p_line_ids uuid[], p_action text) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_line_id uuid;
  v_line bomstream.bom_lines;
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  perform bomstream.require_at_most(cardinality(p_line_ids), 500, 'lines');
  for v_line_id in select distinct x from unnest(p_line_ids) x order by 1 loop
    v_line := bomstream.lock_line(p_bom_id, v_line_id);
    if p_action = 'nothing_to_buy' and v_line.status = 'pending' and exists (
      select from bomstream.enrichment_runs r where r.id = v_line.run_id and r.status = 'paused') then
      perform bomstream.refuse(409, 'run_active', 'A paused run still has to look this line up. Cancel the run, and then leave the line out.');
    end if;
    update bomstream.bom_lines l
       set review = case p_action when 'reject' then 'rejected' when 'reset' then 'none' else 'approved' end,
           -- A line that a reset makes something to buy again is for the next run.
           status = case
             when p_action = 'nothing_to_buy' then 'skipped'
             when p_action = 'reset' and l.status = 'skipped' and not l.do_not_place and l.orderable_key is not null
               then coalesce(l.result_status, 'pending')
             else l.status end
     where l.id = v_line_id;
    insert into bomstream.bom_changes (bom_id, line_id, user_id, action) values (p_bom_id, v_line_id, p_user_id, p_action);
  end loop;
  return jsonb_build_object('bom_id', p_bom_id, 'reviewed', (select count(distinct x) from unnest(p_line_ids) x));
end $$;
comment on function public.bomstream_bom_review(uuid, uuid, uuid[], text) is
  'What people decide of lines, all or none of at most 500: approve (right), keep_as_written (meant so, whatever was found), nothing_to_buy (skipped from now on), reject (what was found is not it), reset (nothing decided). Refuses as lock_line does. Needs editor.';
revoke all on function public.bomstream_bom_review(uuid, uuid, uuid[], text) from public, anon, authenticated;
grant execute on function public.bomstream_bom_review(uuid, uuid, uuid[], text) to service_role;
