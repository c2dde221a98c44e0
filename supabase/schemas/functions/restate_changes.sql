create or replace function bomstream.restate_changes(p_line_id uuid, p_before_id bigint, p_states text[]) returns void
-- as line_json: no release could add a column
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  -- On both sides of a change: taken back, a decision leaves the line in the state that it found, which the change below it left.
  update bomstream.bom_changes c set reviewed = (
      select jsonb_object_agg(s.key, case when s.value ->> 'state' = any (p_states)
        then s.value || jsonb_build_object('state', bomstream.line_state(l)) else s.value end)
      from jsonb_each(c.reviewed) s)
    from bomstream.bom_lines l
   where l.id = p_line_id and c.line_id = p_line_id and c.action <> 'undo' and not c.undone and c.id < p_before_id
     and (c.reviewed #>> '{before,state}' = any (p_states) or c.reviewed #>> '{after,state}' = any (p_states));
end $$;
comment on function bomstream.restate_changes(uuid, bigint, text[]) is
  'Tells the changes of a line before the given one, which found or left it in one of p_states (bomstream.line_state), that it is in the same state again, under another name: fences only rise. Without that, nobody could take them back with what was found.';
revoke all on function bomstream.restate_changes(uuid, bigint, text[]) from public, anon, authenticated;
