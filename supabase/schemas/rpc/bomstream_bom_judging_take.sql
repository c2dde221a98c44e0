create or replace function public.bomstream_bom_judging_take(p_bom_id uuid) returns json
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom bomstream.boms;
begin
  select * into v_bom from bomstream.boms b where b.id = p_bom_id;
  return case when v_bom.id is not null then bomstream.judging_of(v_bom, null) end;
end $$;
comment on function public.bomstream_bom_judging_take(uuid) is
  'All that a BOM is judged by, as bomstream.judging_of has it, to be kept with bomstream_bom_judging_write: for the product itself, that asks no user. Null where the BOM is gone.';
revoke all on function public.bomstream_bom_judging_take(uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_judging_take(uuid) to service_role;
