create or replace function public.bomstream_webhook_report(p_results jsonb) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- Six attempts within a day: a receiver that is deployed anew, restarted, or repaired in the morning.
  c_waits constant interval[] := array['1 minute', '5 minutes', '30 minutes', '150 minutes', '20 hours']::interval[];
begin
  perform bomstream.require_at_most(jsonb_array_length(p_results), 100, 'results');
  update bomstream.webhook_deliveries d
     set response_status = x.status, error = left(x.error, 200),
         delivered_at = case when x.status between 200 and 299 then clock_timestamp() end,
         -- null after the last
         due_at = case when x.status between 200 and 299 then null else clock_timestamp() + c_waits[d.attempts] end
    from jsonb_to_recordset(p_results) as x(delivery_id uuid, attempt integer, status integer, error text)
    -- Who is late changes nothing of what another sends, nor of what was given up.
   where d.id = x.delivery_id and d.attempts = x.attempt and d.due_at is not null;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_webhook_report(jsonb) is
  'Notes what became of attempts, [{delivery_id, attempt, status?, error?}]: a 2xx is an arrival, anything else is tried again after 1, 5, 30 and 150 minutes and 20 hours, and then given up.';
revoke all on function public.bomstream_webhook_report(jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_webhook_report(jsonb) to service_role;
