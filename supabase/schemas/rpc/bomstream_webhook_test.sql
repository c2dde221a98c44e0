create or replace function public.bomstream_webhook_test(p_user_id uuid, p_organization_id uuid, p_webhook_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- Somebody who presses a button; what a page in a loop could do to a receiver ends here.
  c_most constant integer := 10;
begin
  perform bomstream.require_webhook(p_user_id, p_organization_id, p_webhook_id);
  if (select count(*) from bomstream.webhook_deliveries d where d.webhook_id = p_webhook_id and d.event = 'webhook.test'
        and d.created_at > now() - interval '1 minute') >= c_most then
    perform bomstream.refuse(429, 'too_many_tests', format('%s test deliveries were sent within a minute. Wait a moment and try again.', c_most), 60);
  end if;
  perform bomstream.queue_deliveries(p_organization_id, 'webhook.test', jsonb_build_object('webhook_id', p_webhook_id), p_webhook_id);
  perform bomstream.request_runners('webhook');
  return jsonb_build_object('webhook_id', p_webhook_id, 'event', 'webhook.test');
end $$;
comment on function public.bomstream_webhook_test(uuid, uuid, uuid) is
  'Has a test delivery sent at once, also to a webhook that is turned off. bomstream_webhook_deliveries says what became of it. Needs admin.';
revoke all on function public.bomstream_webhook_test(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_webhook_test(uuid, uuid, uuid) to service_role;
