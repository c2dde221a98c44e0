create or replace function bomstream.backoff(p_attempts integer) returns interval
language sql volatile set search_path = '' as $$
  -- 1 s, 2 s, 4 s, ... at most 5 minutes, each between half of it and one and a half
  select interval '1 second' * least(300, power(2, least(p_attempts, 16) - 1)) * (0.5 + random())
$$;
comment on function bomstream.backoff(integer) is
  'How long a line waits after this many attempts that failed for the moment: exponential, bounded, and spread so that lines that failed together do not come back together.';
revoke all on function bomstream.backoff(integer) from public, anon, authenticated;
