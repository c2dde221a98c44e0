create or replace function bomstream.note_change(p_bom_id uuid) returns void
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  update bomstream.boms b
     set change_id = (select max(c.id) from bomstream.bom_changes c where c.bom_id = p_bom_id), changed_at = now()
   where b.id = p_bom_id;
end $$;
comment on function bomstream.note_change(uuid) is
  'Says on the BOM what was changed last of its lines, for streams, which tell those who watch it: decisions and edits are no events of a run. Called once by whatever has written bom_changes, under the lock of the BOM, so a later change has a higher id.';
revoke all on function bomstream.note_change(uuid) from public, anon, authenticated;
