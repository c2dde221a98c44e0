create or replace function public.bomstream_webhook_create(p_user_id uuid, p_organization_id uuid, p_url text, p_events text[], p_secret text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_most constant integer := 10;
  v_webhook bomstream.webhooks;
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'admin');
  if (select count(*) from bomstream.webhooks w where w.organization_id = p_organization_id) >= c_most then
    perform bomstream.refuse(409, 'too_many_webhooks',
      format('The organization has %s webhooks, the most that is possible. Delete one first.', c_most));
  end if;
  insert into bomstream.webhooks (organization_id, url, events, secret, created_by)
  values (p_organization_id, p_url, p_events, p_secret, p_user_id)
  returning * into v_webhook;
  return bomstream.webhook_summary(v_webhook);
end $$;
comment on function public.bomstream_webhook_create(uuid, uuid, text, text[], text) is
  'Creates a webhook, one of at most ten. The caller has looked at where the address leads. Needs admin.';
revoke all on function public.bomstream_webhook_create(uuid, uuid, text, text[], text) from public, anon, authenticated;
grant execute on function public.bomstream_webhook_create(uuid, uuid, text, text[], text) to service_role;
