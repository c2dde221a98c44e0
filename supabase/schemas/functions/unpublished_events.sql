create or replace function bomstream.unpublished_events(p_bom_id uuid) returns json
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  return (
    with pending as (
      select e.run, e.seq, e.event
      from bomstream.enrichment_runs r
      join bomstream.enrichment_events e on e.bom_id = r.bom_id and e.run = r.run and e.seq > r.published_seq
      where r.bom_id = p_bom_id and r.published_seq < r.last_seq
      order by e.run, e.seq
      -- Bounds one call to Redis (at most 50 x 32 KiB). What is left goes with the next reply or the next tick.
      limit 50)
    select json_build_object(
        'bom_id', p_bom_id,
        -- A key must outlive every pause and retry of a run, but a finished run only its late readers.
        'expire_seconds', (select case when bool_or(a.status in ('queued', 'enriching', 'paused')) then 86400 else 3600 end
                           from bomstream.enrichment_runs a where a.bom_id = p_bom_id),
        'events', json_agg(p.event order by p.run, p.seq))
    from pending p
    having count(*) > 0);
end $$;
comment on function bomstream.unpublished_events(uuid) is
  'What Redis has not been given yet of a BOM, oldest first and over all its runs, so that a publisher can never skip an id; null when nothing is.';
revoke all on function bomstream.unpublished_events(uuid) from public, anon, authenticated;
