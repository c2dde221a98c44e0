create or replace function bomstream.require_unreleased(p_bom bomstream.boms) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_bom.released_at is not null then
    perform bomstream.refuse(409, 'bom_released',
      format('This BOM was released at %s and does not change any more. Import the changed file as a revision of it (revision_of), and change that.',
             bomstream.iso(p_bom.released_at)));
  end if;
end $$;
comment on function bomstream.require_unreleased(bomstream.boms) is
  'Refuses what would change a released BOM. The caller has locked it.';
revoke all on function bomstream.require_unreleased(bomstream.boms) from public, anon, authenticated;
