create or replace function bomstream.change_to_undo(p_user_id uuid, p_line bomstream.bom_lines, p_change_ids bigint[]) returns bomstream.bom_changes
-- as line_json: no release could add a column
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_change bomstream.bom_changes;
  v_since bomstream.bom_changes;
begin
  select * into v_change from bomstream.bom_changes c
  where c.bom_id = p_line.bom_id and c.line_id = p_line.id and c.id = any (p_change_ids) and c.action <> 'undo'
  order by c.id desc limit 1;
  if v_change.id is null then
    perform bomstream.refuse(409, 'nothing_to_undo', format('Of %s nothing is named that could be taken back. Read the line again.', bomstream.line_name(p_line)));
  end if;
  if v_change.undone then
    select * into v_since from bomstream.bom_changes c
    where c.bom_id = p_line.bom_id and c.id > v_change.id and c.line_id = p_line.id and c.action = 'undo'
    order by c.id limit 1;
    perform bomstream.refuse(409, 'nothing_to_undo', format('%s taken that back of %s already.', bomstream.doer_of(p_user_id, v_since), bomstream.line_name(p_line)));
  end if;
  -- An edit that left a decision as it was does not stand in its way, as a note.
  select * into v_since from bomstream.bom_changes c
  where c.line_id = p_line.id and c.action <> 'undo' and not c.undone and c.id > v_change.id
    and (v_change.action = 'edit' or c.action <> 'edit'
         or (c.reviewed #> '{before,review}', c.reviewed #> '{before,asked}') is distinct from (c.reviewed #> '{after,review}', c.reviewed #> '{after,asked}'))
  order by c.id desc limit 1;
  if v_since.id is not null then
    perform bomstream.refuse(409, 'nothing_to_undo', format('%s %s %s since.', bomstream.doer_of(p_user_id, v_since),
      case when v_since.action = 'edit' then 'edited' else 'decided' end, bomstream.line_name(p_line)));
  end if;
  return v_change;
end $$;
comment on function bomstream.change_to_undo(uuid, bomstream.bom_lines, bigint[]) is
  'The change of a locked line that somebody names to take it back. 409 nothing_to_undo, with who did it, where it is taken back already or somebody has decided or edited the line since; edits that left the decision as it was stand in the way of an edit only.';
revoke all on function bomstream.change_to_undo(uuid, bomstream.bom_lines, bigint[]) from public, anon, authenticated;
