create or replace function public.bomstream_bom_judging_read(p_user_id uuid, p_bom_id uuid, p_known text default null) returns json
language plpgsql stable security definer set search_path = '' as $$
begin
  return bomstream.judging_of(bomstream.require_bom(p_user_id, p_bom_id, 'viewer'), p_known);
end $$;
comment on function public.bomstream_bom_judging_read(uuid, uuid, text) is
  'All that a BOM is judged by, as bomstream.judging_of has it, for a user. Needs viewer.';
revoke all on function public.bomstream_bom_judging_read(uuid, uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_bom_judging_read(uuid, uuid, text) to service_role;
