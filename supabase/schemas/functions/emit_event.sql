create or replace function bomstream.emit_event(p_run_id uuid, p_event_type text, p_payload json default '{}') returns void
language plpgsql security definer set search_path = '' as $$
declare
  -- Above this, a browser on a phone notices; the page reads the lines itself instead.
  c_max_bytes constant integer := 32768;
  -- The writer itself publishes within moments. Only what is still unpublished after this is work for others.
  c_publish_grace constant interval := interval '5 seconds';
  v_run bomstream.enrichment_runs;
  v_text text;
  v_event jsonb;
begin
  update bomstream.enrichment_runs r
     set last_seq = r.last_seq + 1,
         last_update = clock_timestamp(),
         publish_due_at = least(r.publish_due_at, clock_timestamp() + c_publish_grace)
   where r.id = p_run_id
   returning * into strict v_run;

  -- As text: a jsonb would be copied once for each level that is built around it, and written out to be measured.
  v_text := json_build_object(
    'schema_version', 1,
    'event_id', v_run.run || '-' || v_run.last_seq,
    'event_type', p_event_type,
    'bom_id', v_run.bom_id,
    'organization_id', v_run.organization_id,
    'project_id', v_run.project_id,
    'user_id', v_run.user_id,
    'source', v_run.source,
    'run_id', v_run.id,
    'run', v_run.run,
    'seq', v_run.last_seq,
    'state', bomstream.run_state(v_run),
    'payload', p_payload,
    'created_at', bomstream.iso(v_run.last_update))::text;
  v_event := v_text::jsonb;
  if octet_length(v_text) > c_max_bytes then
    v_event := jsonb_set(v_event #- '{payload,batch,items}', '{payload,batch,items_omitted}', 'true');
  end if;

  insert into bomstream.enrichment_events (bom_id, run, seq, organization_id, event_type, event)
  values (v_run.bom_id, v_run.run, v_run.last_seq, v_run.organization_id, p_event_type, v_event);

  insert into bomstream.enrichment_progress as p (bom_id, organization_id, run, seq, status, event)
  values (v_run.bom_id, v_run.organization_id, v_run.run, v_run.last_seq, v_run.status, v_event)
  on conflict (bom_id) do update
    set run = excluded.run, seq = excluded.seq, status = excluded.status, event = excluded.event,
        updated_at = excluded.updated_at
    where (p.run, p.seq) < (excluded.run, excluded.seq);
end $$;
comment on function bomstream.emit_event(uuid, text, json) is
  'Gives the run''s next number to an event, in the transaction of the change it reports. The caller holds the run''s row lock, so numbers follow commit order and have no holes.';
revoke all on function bomstream.emit_event(uuid, text, json) from public, anon, authenticated;
