create or replace function public.bomstream_webhook_change(p_user_id uuid, p_organization_id uuid, p_webhook_id uuid, p_changes jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_webhook bomstream.webhooks := bomstream.require_webhook(p_user_id, p_organization_id, p_webhook_id);
begin
  update bomstream.webhooks w
     set url = coalesce(p_changes ->> 'url', w.url),
         events = case when p_changes ? 'events' then array(select jsonb_array_elements_text(p_changes -> 'events')) else w.events end,
         active = coalesce((p_changes ->> 'active')::boolean, w.active)
   where w.id = p_webhook_id
  returning * into v_webhook;
  if not found then
    -- deleted since it was looked up
    perform bomstream.require_webhook(p_user_id, p_organization_id, p_webhook_id);
  end if;
  if not v_webhook.active then
    update bomstream.webhook_deliveries d set due_at = null, error = 'turned_off' where d.webhook_id = p_webhook_id and d.due_at is not null;
  end if;
  return bomstream.webhook_summary(v_webhook);
end $$;
comment on function public.bomstream_webhook_change(uuid, uuid, uuid, jsonb) is
  'Changes what p_changes names of {url, events, active}. What waits for one that is turned off is given up. Needs admin.';
revoke all on function public.bomstream_webhook_change(uuid, uuid, uuid, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_webhook_change(uuid, uuid, uuid, jsonb) to service_role;
