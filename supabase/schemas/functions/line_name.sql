create or replace function bomstream.line_name(p_line bomstream.bom_lines, p_begins boolean default false) returns text
-- as line_json: no release could add a column
language plpgsql stable security definer set search_path = '' as $$
declare
  -- So many designators are all named; of more the first two.
  c_most constant integer := 3;
  c_first constant integer := 2;
  -- Longer words would drown the sentence.
  c_most_chars constant integer := 40;
  v_words text[] := array(
    select case when char_length(w) <= c_most_chars then w else left(w, c_most_chars - 2) || ' …' end
    from regexp_split_to_table(coalesce(p_line.designators, ''), '[\s,;]+') with ordinality d(w, place) where w <> '' order by place);
begin
  if cardinality(v_words) > c_most then
    return array_to_string(v_words[:c_first], ', ') || ' and ' || ltrim(to_char(cardinality(v_words) - c_first, 'FM999,999')) || ' more';
  elsif cardinality(v_words) > 0 then
    return array_to_string(v_words, ', ');
  elsif coalesce(p_line.mpn, '') <> '' then
    return case when char_length(p_line.mpn) <= c_most_chars then p_line.mpn else left(p_line.mpn, c_most_chars - 2) || ' …' end;
  end if;
  return case when p_line.source_row is null then case when p_begins then 'Line ' else 'line ' end || p_line.line_number
              else case when p_begins then 'Row ' else 'row ' end || p_line.source_row || ' of the file' end;
end $$;
comment on function bomstream.line_name(bomstream.bom_lines, boolean) is
  'How a line is called in a sentence that a user reads, as nameOfLine has it: by its designators, where it has none by its number, else by its row of the file, and of what came without a file by the line''s. p_begins: at the beginning of it.';
revoke all on function bomstream.line_name(bomstream.bom_lines, boolean) from public, anon, authenticated;
