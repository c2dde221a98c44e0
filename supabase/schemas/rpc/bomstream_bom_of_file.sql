create or replace function public.bomstream_bom_of_file(p_user_id uuid, p_organization_id uuid, p_sha256 text, p_mapping jsonb default null) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- One in each project, and some revisions: whoever imports looks for one.
  c_most constant integer := 20;
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'editor');
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
             'bom_id', b.id, 'name', b.name, 'project_id', b.project_id, 'revision_of', b.revision_of,
             'same_mapping', coalesce(b.file -> 'mapping' = p_mapping, false)) order by b.created_at desc), '[]')
    from (select * from bomstream.boms b
          where b.organization_id = p_organization_id and b.file_sha256 = p_sha256
          -- the one that an import would lead to is never left out
          order by coalesce(b.file -> 'mapping' = p_mapping, false) desc, b.created_at desc limit c_most) b);
end $$;
comment on function public.bomstream_bom_of_file(uuid, uuid, text, jsonb) is
  'The organization''s BOMs that came from a file of this SHA-256, the newest first, at most 20, each with whether it was read by p_mapping, as bomstream_bom_create has it. Needs editor.';
revoke all on function public.bomstream_bom_of_file(uuid, uuid, text, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_bom_of_file(uuid, uuid, text, jsonb) to service_role;
