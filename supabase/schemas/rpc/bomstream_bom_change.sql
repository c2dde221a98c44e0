create or replace function public.bomstream_bom_change(p_user_id uuid, p_bom_id uuid, p_changes jsonb) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  v_organization bomstream.organizations;
  v_is_news boolean;
begin
  select * into v_bom from bomstream.boms b where b.id = p_bom_id for no key update;
  perform bomstream.require_unreleased(v_bom);
  perform bomstream.require_project(v_bom.organization_id, (p_changes ->> 'project_id')::uuid);
  select * into v_organization from bomstream.organizations o where o.id = v_bom.organization_id;
  v_is_news := coalesce(p_changes ->> 'name', v_bom.name) <> v_bom.name
    or p_changes ? 'project_id' and (p_changes ->> 'project_id')::uuid is distinct from v_bom.project_id
    or p_changes ? 'schedule' and p_changes ->> 'schedule' is distinct from v_bom.schedule
    or p_changes ? 'boards' and (p_changes ->> 'boards')::integer is distinct from v_bom.boards;
  update bomstream.boms b
     set name = coalesce(p_changes ->> 'name', b.name),
         project_id = case when p_changes ? 'project_id' then (p_changes ->> 'project_id')::uuid else b.project_id end,
         schedule = case when p_changes ? 'schedule' then p_changes ->> 'schedule' else b.schedule end,
         schedule_due_at = case when p_changes ? 'schedule'
           then bomstream.next_due(b.id, coalesce(p_changes ->> 'schedule', v_organization.schedule), v_organization.schedule_hour)
           else b.schedule_due_at end,
         boards = case when p_changes ? 'boards' then (p_changes ->> 'boards')::integer else b.boards end,
         -- Told to those who watch it, as a release is.
         change_id = case when v_is_news then nextval('bomstream.bom_changes_id_seq') else b.change_id end,
         changed_at = case when v_is_news then now() else b.changed_at end
   where b.id = p_bom_id
  returning * into v_bom;
  -- deleted since it was looked up
  if not found then
    perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  end if;
  return bomstream.bom_summary(v_bom);
end $$;
comment on function public.bomstream_bom_change(uuid, uuid, jsonb) is
  'Changes what p_changes names of {name, project_id, schedule, boards}; project_id null takes the BOM out of its project, schedule null leaves that to the organization. A run that is active keeps the project it was started with. Streams tell of it as of a change of its lines. 409 bom_released. Needs editor.';
revoke all on function public.bomstream_bom_change(uuid, uuid, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_bom_change(uuid, uuid, jsonb) to service_role;
