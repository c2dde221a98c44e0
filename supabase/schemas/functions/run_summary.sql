create or replace function bomstream.run_summary(r bomstream.enrichment_runs) returns jsonb
language sql volatile set search_path = '' as $$
  select jsonb_build_object(
    'run_id', r.id, 'run', r.run, 'mode', r.mode, 'source', r.source, 'event_id', r.run || '-' || r.last_seq,
    'state', bomstream.run_state(r))
  where r.id is not null
$$;
comment on function bomstream.run_summary(bomstream.enrichment_runs) is 'A run as answers about BOMs show it; null where there is none.';
revoke all on function bomstream.run_summary(bomstream.enrichment_runs) from public, anon, authenticated;
