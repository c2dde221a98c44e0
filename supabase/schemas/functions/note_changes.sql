create or replace function bomstream.note_changes(p_run_id uuid) returns integer
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- A rise that is worth telling of: prices move a little each day.
  c_price_rise constant numeric := 1.05;
  -- Suppliers round lead times to weeks.
  c_lead_days constant integer := 7;
  c_ended constant text[] := array['end_of_life', 'obsolete'];
  v_run bomstream.enrichment_runs;
  v_earlier uuid[];
  v_changes integer;
begin
  select * into strict v_run from bomstream.enrichment_runs r where r.id = p_run_id;
  -- Of a run that did not come to its end nobody was told what it found, so the one before it is compared with. Results
  -- are kept of ten runs.
  select array_agg(r.id order by r.run desc) into v_earlier from bomstream.enrichment_runs r
  where r.bom_id = v_run.bom_id and r.run < v_run.run and r.status = 'completed' and not r.results_expired;
  if v_earlier is null then
    return 0;
  end if;

  -- Each result is looked up by its key, line by line: joined by sets, their plan would depend on how many results of this run,
  -- which were written a moment ago, the planner knows of, and compare each line with each other one where it knows of none.
  with worse as (
    select l.id as line_id, n.component_id, c.*
    from (
      -- for one board, of all lines with the part
      select b.id, b.component_id, sum(b.quantity) over (partition by b.component_id) as pieces from bomstream.bom_lines b
      where b.bom_id = v_run.bom_id and b.status = 'enriched' and b.component_id is not null) l
    cross join lateral (
      select f.* from bomstream.run_line_results f
      where f.run_id = p_run_id and f.line_id = l.id and f.status = 'enriched' limit 1) n
    cross join lateral (
      select f.* from unnest(v_earlier) with ordinality e(run_id, place)
      cross join lateral (select x.* from bomstream.run_line_results x
                          where x.run_id = e.run_id and x.line_id = l.id and x.status = 'enriched' limit 1) f
      order by e.place limit 1) b
    cross join lateral (values
      ('stock_gone', b.stock > 0 and n.stock = 0, to_jsonb(b.stock), to_jsonb(n.stock), null),
      ('stock_low', b.stock >= l.pieces and n.stock < l.pieces and n.stock > 0, to_jsonb(b.stock), to_jsonb(n.stock), null),
      ('price_up', n.unit_price > b.unit_price * c_price_rise and n.currency = b.currency and n.price_quantity = b.price_quantity,
       to_jsonb(b.unit_price), to_jsonb(n.unit_price), n.currency),
      ('end_of_life', n.lifecycle = any (c_ended) and b.lifecycle <> all (c_ended), to_jsonb(b.lifecycle), to_jsonb(n.lifecycle), null),
      ('lead_time_up', n.lead_time_days >= b.lead_time_days + c_lead_days, to_jsonb(b.lead_time_days), to_jsonb(n.lead_time_days), null),
      ('compliance_lost', n.rohs = 'non_compliant' and b.rohs <> 'non_compliant', to_jsonb(b.rohs), to_jsonb(n.rohs), null)
    ) c (kind, is_so, before, after, currency)
    -- of another part nothing has changed: it is another
    where n.component_id = l.component_id and b.component_id = l.component_id and c.is_so
  )
  insert into bomstream.run_changes (organization_id, bom_id, run, line_id, component_id, kind, before, after, currency)
  select v_run.organization_id, v_run.bom_id, v_run.run, w.line_id, w.component_id, w.kind, w.before, w.after, w.currency
  from worse w;
  get diagnostics v_changes = row_count;
  return v_changes;
end $$;
comment on function bomstream.note_changes(uuid) is
  'Writes down what a run that has settled its last line found worse than the last completed run that found the line''s part: stock gone, or below what one board needs of all its lines together; a price up by more than 5 % at the same break; end of life; a lead time longer by a week or more; compliance lost. What one of the two does not know has not changed. Returns how many.';
revoke all on function bomstream.note_changes(uuid) from public, anon, authenticated;
