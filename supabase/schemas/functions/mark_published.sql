create or replace function bomstream.mark_published(p_published jsonb) returns void
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom_id uuid;
  v_run integer;
  v_seq integer;
  v_id uuid;
begin
  for v_bom_id, v_run, v_seq in
    select (p.said ->> 'bom_id')::uuid, split_part(p.said ->> 'event_id', '-', 1)::integer, split_part(p.said ->> 'event_id', '-', 2)::integer
    -- one, too, that is no array
    from jsonb_path_query(p_published, '$[*]') p(said)
  loop
    -- Never waits, for its callers hold other locks, and a row that is waited for out of order is a deadlock. Whoever holds
    -- a run's lock hands out what is not noted as published, so what is passed over here is handed out once more.
    for v_id in
      select r.id from bomstream.enrichment_runs r
      -- An earlier run is always published whole before the next one begins to be.
      where r.bom_id = v_bom_id and r.run <= v_run and r.published_seq < r.last_seq
      order by r.run
      for no key update skip locked
    loop
      update bomstream.enrichment_runs r
         set published_seq = case when r.run < v_run then r.last_seq
               else greatest(r.published_seq, least(v_seq, r.last_seq)) end,
             publish_failures = 0,
             publish_due_at = case when r.run < v_run or v_seq >= r.last_seq then 'infinity'::timestamptz
               else clock_timestamp() end
       where r.id = v_id;
    end loop;
  end loop;
end $$;
comment on function bomstream.mark_published(jsonb) is
  'Notes that Redis holds everything of {bom_id} up to {event_id}, or of each in an array of such. Never lowers what is noted; null does nothing. A run whose row somebody else has locked is left as it is. Called where the caller waits for no bom, worker or run any more.';
revoke all on function bomstream.mark_published(jsonb) from public, anon, authenticated;
