create or replace function bomstream.webhook_summary(w bomstream.webhooks) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object('webhook_id', w.id, 'url', w.url, 'events', w.events, 'active', w.active,
                            'created_at', bomstream.iso(w.created_at));
end $$;
comment on function bomstream.webhook_summary(bomstream.webhooks) is 'A webhook as every answer shows it, without its secret.';
revoke all on function bomstream.webhook_summary(bomstream.webhooks) from public, anon, authenticated;
