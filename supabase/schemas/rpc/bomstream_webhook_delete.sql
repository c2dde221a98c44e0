create or replace function public.bomstream_webhook_delete(p_user_id uuid, p_organization_id uuid, p_webhook_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.require_webhook(p_user_id, p_organization_id, p_webhook_id);
  delete from bomstream.webhooks w where w.id = p_webhook_id;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_webhook_delete(uuid, uuid, uuid) is 'Deletes a webhook with the log of its deliveries. Needs admin.';
revoke all on function public.bomstream_webhook_delete(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_webhook_delete(uuid, uuid, uuid) to service_role;
