create or replace function bomstream.next_runs(p_limit integer) returns setof uuid
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_turn bomstream.turns;
  v_rows integer;
  v_missing integer := p_limit;
  v_of_schedule boolean;
begin
  foreach v_of_schedule in array array[false, true] loop
    for v_turn in select * from bomstream.turns t order by t.served_at loop
      return query
        select r.id from bomstream.enrichment_runs r
        where r.organization_id = v_turn.organization_id and r.status in ('queued', 'enriching')
          and (r.source = 'schedule') = v_of_schedule
          -- run by run, each by its key: an `exists` may become a join, which goes through the lines of all runs
          and (select true from bomstream.bom_lines l
               where l.run_id = r.id and l.status = 'pending' and l.visible_at <= statement_timestamp() limit 1)
        order by r.priority desc, r.served_at, r.created_at
        limit v_missing;
      get diagnostics v_rows = row_count;
      v_missing := v_missing - v_rows;
      exit when v_missing = 0;
    end loop;
    -- Nobody waits for a schedule: it comes when no user's run is due, of no organization.
    exit when v_missing < p_limit;
  end loop;
end $$;
comment on function bomstream.next_runs(integer) is
  'The runs with claimable lines in the order they are to be served: the organization served longest ago first, and of its runs the highest priority, then the one served longest ago. No priority of one organization puts it before another. Runs of schedules only where no other run is due.';
revoke all on function bomstream.next_runs(integer) from public, anon, authenticated;
