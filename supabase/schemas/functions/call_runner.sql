create or replace function bomstream.call_runner(p_reason text) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  -- The function answers 202 before it works. One slow answer would hold up every other request of pg_net.
  c_timeout_ms constant integer := 2000;
  v_url text;
  v_key text;
begin
  select s.decrypted_secret into v_url from vault.decrypted_secrets s where s.name = 'project_url';
  select s.decrypted_secret into v_key from vault.decrypted_secrets s where s.name = 'runner_key';
  if v_url is null or v_key is null then
    return null;
  end if;
  return net.http_post(
    -- as people paste it
    url := rtrim(v_url, E'/ \t\r\n') || '/functions/v1/enrichment-runner',
    body := jsonb_build_object('reason', p_reason),
    headers := jsonb_build_object('Content-Type', 'application/json', 'x-runner-key', v_key),
    timeout_milliseconds := c_timeout_ms);
end $$;
comment on function bomstream.call_runner(text) is
  'Has pg_net call a runner when the transaction is committed. Returns pg_net''s number of the call, null where Vault lacks project_url or runner_key.';
revoke all on function bomstream.call_runner(text) from public, anon, authenticated;
