create or replace function public.bomstream_invoke() returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  return jsonb_build_object('call', bomstream.call_runner('doctor'));
end $$;
comment on function public.bomstream_invoke() is
  'Calls a runner once, by pg_net and with what Vault holds, as the tick does: for whoever wants to know whether that works. Returns {call}: the number by which bomstream_health tells what became of it, null where Vault lacks a secret. It is in no table and makes no later invocation wait.';
revoke all on function public.bomstream_invoke() from public, anon, authenticated;
grant execute on function public.bomstream_invoke() to service_role;
