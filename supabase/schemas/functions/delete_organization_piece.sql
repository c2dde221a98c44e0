create or replace function bomstream.delete_organization_piece(p_organization_id uuid) returns integer
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- What one call deletes: about a hundred milliseconds of work. A BOM goes whole,
  -- with what up to ten runs found of each line.
  c_boms constant integer := 50;
  c_lines constant integer := 10000;
  c_components constant integer := 2000;
  v_boms uuid[];
  v_deleted integer;
begin
  select array_agg(s.id) into v_boms
  from (select b.id, sum(b.line_count) over (order by b.created_at desc, b.id) - b.line_count as lines_before
        from (select o.* from bomstream.boms o where o.organization_id = p_organization_id
              order by o.created_at desc limit c_boms) b) s
  where s.lines_before < c_lines;
  if v_boms is not null then
    -- In one statement, which locks all of them before anything of them: the end of one's run takes the organization's turn,
    -- which comes after every bom. No other call locks several: whoever does holds the organization.
    delete from bomstream.boms b where b.id = any (v_boms);
    return cardinality(v_boms);
  end if;

  delete from bomstream.supplier_offers o where o.id = any (array(
    select s.id from bomstream.supplier_offers s where s.organization_id = p_organization_id limit c_components));
  get diagnostics v_deleted = row_count;
  if v_deleted > 0 then
    return v_deleted;
  end if;
  delete from bomstream.own_stock o where o.ctid = any (array(
    select s.ctid from bomstream.own_stock s where s.organization_id = p_organization_id limit c_components));
  get diagnostics v_deleted = row_count;
  if v_deleted > 0 then
    return v_deleted;
  end if;
  delete from bomstream.own_prices o where o.ctid = any (array(
    select s.ctid from bomstream.own_prices s where s.organization_id = p_organization_id limit c_components));
  get diagnostics v_deleted = row_count;
  if v_deleted > 0 then
    return v_deleted;
  end if;
  delete from bomstream.webhook_deliveries d where d.id = any (array(
    select s.id from bomstream.webhook_deliveries s join bomstream.webhooks w on w.id = s.webhook_id
    where w.organization_id = p_organization_id limit c_components));
  get diagnostics v_deleted = row_count;
  if v_deleted > 0 then
    return v_deleted;
  end if;
  delete from bomstream.components c where c.id = any (array(
    select s.id from bomstream.components s where s.organization_id = p_organization_id limit c_components));
  get diagnostics v_deleted = row_count;
  if v_deleted < c_components then
    delete from bomstream.organizations o where o.id = p_organization_id;
    v_deleted := v_deleted + 1;
  end if;
  return v_deleted;
end $$;
comment on function bomstream.delete_organization_piece(uuid) is
  'Deletes a bite of what an organization has: its newest BOMs with their runs, whose work ends with them, then own offers, stock, prices, deliveries to webhooks and components, at last the organization itself with what is few. Returns how many rows, cascades not counted. The caller has locked the organization, and nothing that comes after a bom.';
revoke all on function bomstream.delete_organization_piece(uuid) from public, anon, authenticated;
