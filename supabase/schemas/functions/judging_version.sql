create or replace function bomstream.judging_version(p_bom bomstream.boms) returns text
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  return concat_ws('|',
    (select p.run || '-' || p.seq from bomstream.enrichment_progress p where p.bom_id = p_bom.id),
    (select max(c.id) from bomstream.bom_changes c where c.bom_id = p_bom.id),
    case when p_bom.released_at is null then
      (select o.own_data_version::text from bomstream.organizations o where o.id = p_bom.organization_id) else bomstream.iso(p_bom.released_at) end);
end $$;
comment on function bomstream.judging_version(bomstream.boms) is
  'Tells the state that a BOM is judged in from others: its newest event, what people changed of its lines, and its organization''s own components, stock and prices, which a released one has kept as they were. What other BOMs'' runs bring of the same parts is not in it.';
revoke all on function bomstream.judging_version(bomstream.boms) from public, anon, authenticated;
