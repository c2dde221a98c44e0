create or replace function public.bomstream_webhook_claim(p_limit integer default 10) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- Longer than an attempt may take, and what is done with its answer.
  c_lease constant interval := interval '30 seconds';
  -- Of one webhook at once: its receiver may hang, and others want to be told meanwhile.
  c_of_one constant integer := 2;
  -- As many as bomstream_webhook_report lets it have. Who never reports has died of it, or been ended.
  c_most constant integer := 6;
  v_webhook record;
  v_taken jsonb;
  v_all jsonb := '[]'::jsonb;
begin
  perform bomstream.require_at_most(p_limit, 100, 'deliveries');
  for v_webhook in
    -- From one to the next by the index: what waits for one is not gone through to find the others.
    with recursive waiting as (
      (select d.webhook_id as id from bomstream.webhook_deliveries d where d.due_at is not null order by d.webhook_id limit 1)
      union all
      select (select d.webhook_id from bomstream.webhook_deliveries d
              where d.due_at is not null and d.webhook_id > w.id order by d.webhook_id limit 1)
      from waiting w where w.id is not null)
    select h.id, h.url, h.secret from waiting w join bomstream.webhooks h on h.id = w.id order by h.served_at
  loop
    with taken as (
      update bomstream.webhook_deliveries d
         set due_at = case when d.attempts < c_most then clock_timestamp() + c_lease end,
             attempts = least(d.attempts + 1, c_most),
             error = case when d.attempts < c_most then d.error else 'Given up: nobody reported what became of the last attempt.' end
       where d.id = any (array(
         select o.id from bomstream.webhook_deliveries o
         where o.webhook_id = v_webhook.id and o.due_at <= statement_timestamp()
         order by o.due_at limit least(c_of_one, p_limit - jsonb_array_length(v_all)) for update skip locked))
      returning d.id, d.attempts, d.body, d.due_at)
    select jsonb_agg(jsonb_build_object('delivery_id', t.id, 'attempt', t.attempts, 'url', v_webhook.url,
                                        'secret', v_webhook.secret, 'body', t.body))
      into v_taken from taken t where t.due_at is not null;
    continue when v_taken is null;
    v_all := v_all || v_taken;
    update bomstream.webhooks w set served_at = clock_timestamp()
     where w.id = (select o.id from bomstream.webhooks o where o.id = v_webhook.id for no key update skip locked);
    exit when jsonb_array_length(v_all) >= p_limit;
  end loop;
  return v_all;
end $$;
comment on function public.bomstream_webhook_claim(integer) is
  'Leases at most p_limit deliveries that are due for half a minute, at most two of each webhook, of the one served longest ago first; what had its six attempts and was never reported on is given up: [{delivery_id, attempt, url, secret, body}].';
revoke all on function public.bomstream_webhook_claim(integer) from public, anon, authenticated;
grant execute on function public.bomstream_webhook_claim(integer) to service_role;
