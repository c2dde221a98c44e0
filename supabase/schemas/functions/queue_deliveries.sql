create or replace function bomstream.queue_deliveries(p_organization_id uuid, p_event text, p_data jsonb, p_webhook_id uuid default null) returns void
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  insert into bomstream.webhook_deliveries (id, webhook_id, event, due_at, body)
  select d.id, w.id, p_event,
         -- due to whoever asks in this very statement
         statement_timestamp(),
         jsonb_build_object('delivery_id', d.id, 'event', p_event, 'organization_id', p_organization_id,
                            'created_at', bomstream.iso(clock_timestamp()), 'data', p_data)::text
  from bomstream.webhooks w
  cross join lateral (select case when w.id is not null then gen_random_uuid() end as id) d
  where w.organization_id = p_organization_id
    and (w.id = p_webhook_id or (p_webhook_id is null and w.active and p_event = any (w.events)));
end $$;
comment on function bomstream.queue_deliveries(uuid, text, jsonb, uuid) is
  'Has an event sent to the organization''s webhooks that want to hear of it, or to one, once this transaction is committed. A runner sends it.';
revoke all on function bomstream.queue_deliveries(uuid, text, jsonb, uuid) from public, anon, authenticated;
