create or replace function bomstream.require_bom(p_user_id uuid, p_bom_id uuid, p_role text) returns bomstream.boms
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom bomstream.boms;
begin
  select * into v_bom from bomstream.boms b where b.id = p_bom_id;
  perform bomstream.require_role(p_user_id, v_bom.organization_id, p_role,
    'bom_not_found', 'There is no BOM with this id among yours. Check the id, and that you are signed in to the right account.',
    p_bom_id);
  return v_bom;
end $$;
comment on function bomstream.require_bom(uuid, uuid, text) is
  'The BOM, if the user has at least the role in its organization; a link to it is as good as viewer. A missing BOM and another tenant''s give the same 404.';
revoke all on function bomstream.require_bom(uuid, uuid, text) from public, anon, authenticated;
