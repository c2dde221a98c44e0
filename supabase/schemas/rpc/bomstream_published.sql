create or replace function public.bomstream_published(p_published jsonb) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  perform bomstream.mark_published(p_published);
  return p_published;
end $$;
comment on function public.bomstream_published(jsonb) is
  'Notes that Redis holds everything of {bom_id} up to {event_id}, for publishers with no claim or commit to send it with.';
revoke all on function public.bomstream_published(jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_published(jsonb) to service_role;
