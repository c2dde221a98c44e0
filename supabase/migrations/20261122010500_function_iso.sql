create function private.iso(p_at timestamptz) returns text
language sql immutable set search_path = '' as $$
  select to_char(p_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;
comment on function private.iso(timestamptz) is 'A moment as every JSON answer writes it, whatever time zone the session has.';
revoke all on function private.iso(timestamptz) from public, anon, authenticated;
