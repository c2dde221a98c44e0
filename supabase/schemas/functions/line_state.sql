create or replace function bomstream.line_state(l bomstream.bom_lines) returns text
-- as line_json: no release could add a column
language plpgsql stable security definer set search_path = '' as $$
begin
  return concat_ws(' ', l.fence, extract(epoch from l.settled_at));
end $$;
comment on function bomstream.line_state(bomstream.bom_lines) is
  'Tells what a line says and what was found of it from what it said or had before: every edit and claim raises its fence, and every result has its time.';
revoke all on function bomstream.line_state(bomstream.bom_lines) from public, anon, authenticated;
