create function private.refuse(p_status integer, p_code text, p_detail text) returns void
language plpgsql volatile set search_path = '' as $$
begin
  raise exception using errcode = 'PT' || p_status, message = p_code, detail = p_detail;
end $$;
comment on function private.refuse(integer, text, text) is
  'Ends the transaction with an answer for the user: HTTP status, stable code, a sentence that says what to do. PostgREST turns SQLSTATE PTnnn into status nnn.';
revoke all on function private.refuse(integer, text, text) from public, anon, authenticated;
