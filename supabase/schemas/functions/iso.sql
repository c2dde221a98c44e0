create or replace function bomstream.iso(p_at timestamptz) returns text
-- Of this form it is understood when it is made, whatever a caller's search_path says, and costs no call.
language sql stable
return to_char(p_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
comment on function bomstream.iso(timestamptz) is 'A moment as every JSON answer writes it, whatever time zone the session has.';
revoke all on function bomstream.iso(timestamptz) from public, anon, authenticated;
