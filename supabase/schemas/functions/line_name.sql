create or replace function bomstream.line_name(p_line bomstream.bom_lines, p_begins boolean default false) returns text
-- as line_json: no release could add a column
language plpgsql stable security definer set search_path = '' as $$
declare
  -- Longer ones would drown the sentence.
  c_most constant integer := 40;
begin
  if coalesce(p_line.designators, '') = '' then
    return case when p_begins then 'Line ' else 'line ' end || p_line.line_number;
  end if;
  return case when char_length(p_line.designators) <= c_most then p_line.designators else left(p_line.designators, c_most - 2) || ' …' end;
end $$;
comment on function bomstream.line_name(bomstream.bom_lines, boolean) is
  'How a line is called in a sentence that a user reads: by its designators, and where it has none by its number. p_begins: at the beginning of it.';
revoke all on function bomstream.line_name(bomstream.bom_lines, boolean) from public, anon, authenticated;
