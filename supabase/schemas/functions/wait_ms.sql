create or replace function bomstream.wait_ms(p_until timestamptz) returns integer
language sql volatile set search_path = '' as $$
  select greatest(1, ceil(extract(epoch from p_until - clock_timestamp()) * 1000))::integer
$$;
comment on function bomstream.wait_ms(timestamptz) is 'How long it is until a moment, in whole milliseconds and at least one.';
revoke all on function bomstream.wait_ms(timestamptz) from public, anon, authenticated;
