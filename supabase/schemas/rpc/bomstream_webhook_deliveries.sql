create or replace function public.bomstream_webhook_deliveries(
  p_user_id uuid, p_organization_id uuid, p_webhook_id uuid, p_after jsonb default null, p_limit integer default 100)
returns jsonb language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  perform bomstream.require_at_most(p_limit, 100, 'deliveries');
  perform bomstream.require_webhook(p_user_id, p_organization_id, p_webhook_id);
  return (
    with page as (
      select d.*, (extract(epoch from d.created_at) * 1000000)::bigint as micros
      from bomstream.webhook_deliveries d
      where d.webhook_id = p_webhook_id
        and (p_after is null or (d.created_at, d.id) < (
          timestamptz 'epoch' + (p_after ->> 0)::bigint * interval '1 microsecond', (p_after ->> 1)::uuid))
      order by d.created_at desc, d.id desc
      limit p_limit + 1
    ), numbered as (
      select p.*, row_number() over (order by p.created_at desc, p.id desc) as place from page p
    )
    select jsonb_build_object(
      'deliveries', coalesce(jsonb_agg(jsonb_build_object(
        'delivery_id', n.id, 'event', n.event,
        'status', case when n.delivered_at is not null then 'delivered' when n.due_at is null then 'failed' else 'waiting' end,
        'attempts', n.attempts, 'response_status', n.response_status, 'error', n.error,
        'created_at', bomstream.iso(n.created_at), 'delivered_at', bomstream.iso(n.delivered_at),
        'next_attempt_at', bomstream.iso(n.due_at)) order by n.place) filter (where n.place <= p_limit), '[]'),
      'next', case when count(*) > p_limit then
        jsonb_agg(jsonb_build_array(n.micros, n.id)) filter (where n.place = p_limit) -> 0 end)
    from numbered n);
end $$;
comment on function public.bomstream_webhook_deliveries(uuid, uuid, uuid, jsonb, integer) is
  'A page of what was sent to a webhook or is to be, the newest first, behind the pair [microseconds, id] that `next` of the page before gave, null after the last. Needs admin.';
revoke all on function public.bomstream_webhook_deliveries(uuid, uuid, uuid, jsonb, integer) from public, anon, authenticated;
grant execute on function public.bomstream_webhook_deliveries(uuid, uuid, uuid, jsonb, integer) to service_role;
