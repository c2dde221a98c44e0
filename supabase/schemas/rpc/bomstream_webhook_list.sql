create or replace function public.bomstream_webhook_list(p_user_id uuid, p_organization_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'admin');
  return jsonb_build_object('webhooks', coalesce((
    select jsonb_agg(bomstream.webhook_summary(w) order by w.created_at, w.id)
    from bomstream.webhooks w where w.organization_id = p_organization_id), '[]'));
end $$;
comment on function public.bomstream_webhook_list(uuid, uuid) is 'The webhooks of an organization, at most ten. Needs admin.';
revoke all on function public.bomstream_webhook_list(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_webhook_list(uuid, uuid) to service_role;
