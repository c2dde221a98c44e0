create or replace function bomstream.delete_offers_of_deleted() returns trigger
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  delete from bomstream.released_offers o where o.bom_id = any (array(select distinct p.bom_id from deleted p));
  return null;
end $$;
comment on function bomstream.delete_offers_of_deleted() is
  'The parts of a released BOM, which are deleted with it and all at once, take their offers along, in one statement.';
revoke all on function bomstream.delete_offers_of_deleted() from public, anon, authenticated;
create trigger delete_offers after delete on bomstream.released_parts
  referencing old table as deleted for each statement execute function bomstream.delete_offers_of_deleted();
