create or replace function bomstream.require_webhook(p_user_id uuid, p_organization_id uuid, p_webhook_id uuid) returns bomstream.webhooks
language plpgsql stable security definer set search_path = '' as $$
declare
  v_webhook bomstream.webhooks;
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'admin');
  select * into v_webhook from bomstream.webhooks w where w.id = p_webhook_id and w.organization_id = p_organization_id;
  if not found then
    perform bomstream.refuse(404, 'webhook_not_found', 'The organization has no webhook with this id. GET organizations/{organization_id}/webhooks lists them.');
  end if;
  return v_webhook;
end $$;
comment on function bomstream.require_webhook(uuid, uuid, uuid) is 'The webhook, where it is the organization''s and the user an admin there.';
revoke all on function bomstream.require_webhook(uuid, uuid, uuid) from public, anon, authenticated;
