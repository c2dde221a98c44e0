create or replace function bomstream.refuse(p_status integer, p_code text, p_detail text, p_retry_after integer default null) returns void
language plpgsql volatile set search_path = '' as $$
begin
  raise exception using errcode = 'PT' || p_status, message = p_code, detail = p_detail,
    hint = coalesce(p_retry_after::text, '');
end $$;
comment on function bomstream.refuse(integer, text, text, integer) is
  'Ends the transaction with an answer for the user: HTTP status, stable code, a sentence that says what to do and, where waiting helps, after how many seconds (as Retry-After). PostgREST turns SQLSTATE PTnnn into status nnn.';
revoke all on function bomstream.refuse(integer, text, text, integer) from public, anon, authenticated;
