create or replace function public.bomstream_bom_judging_write(
  p_bom_id uuid, p_state text, p_event_id text, p_boards integer, p_verdicts jsonb, p_rows jsonb)
returns jsonb language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  perform bomstream.require_at_most(jsonb_array_length(p_rows), 10000, 'lines');
  -- A BOM that is deleted meanwhile takes it along.
  perform from bomstream.boms b where b.id = p_bom_id for key share;
  if not found then
    return 'false'::jsonb;
  end if;
  -- Of two at once the second waits here.
  insert into bomstream.bom_judgements as j (bom_id, version, event_id, boards, verdicts)
  values (p_bom_id, p_state, p_event_id, p_boards, p_verdicts)
  on conflict (bom_id) do update
    set version = excluded.version, event_id = excluded.event_id, boards = excluded.boards, verdicts = excluded.verdicts,
        judged_at = clock_timestamp();
  insert into bomstream.line_judgements as j (bom_id, line_number, verdict, risk, unit_price, currency, stock, lifecycle, quality)
  select p_bom_id, (r.value ->> 0)::integer, r.value ->> 1, (r.value ->> 2)::smallint, (r.value ->> 3)::numeric, r.value ->> 4,
         (r.value ->> 5)::bigint, r.value ->> 6, q.quality_score
  from jsonb_array_elements(p_rows) r(value)
  -- one by one, each by its key
  join lateral (select l.quality_score from bomstream.bom_lines l
                where l.bom_id = p_bom_id and l.line_number = (r.value ->> 0)::integer limit 1) q on true
  on conflict (bom_id, line_number) do update
    set verdict = excluded.verdict, risk = excluded.risk, unit_price = excluded.unit_price, currency = excluded.currency,
        stock = excluded.stock, lifecycle = excluded.lifecycle, quality = excluded.quality
    where (j.verdict, j.risk, j.unit_price, j.currency, j.stock, j.lifecycle, j.quality) is distinct from
          (excluded.verdict, excluded.risk, excluded.unit_price, excluded.currency, excluded.stock, excluded.lifecycle, excluded.quality);
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_bom_judging_write(uuid, text, text, integer, jsonb, jsonb) is
  'Keeps what was made of a BOM in the state that bomstream_bom_judging_take told: counts of lines by their word, and each line as [line number, verdict, risk, unit price, currency, stock, lifecycle]. False where the BOM is gone.';
revoke all on function public.bomstream_bom_judging_write(uuid, text, text, integer, jsonb, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_bom_judging_write(uuid, text, text, integer, jsonb, jsonb) to service_role;
