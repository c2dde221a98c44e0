create or replace function public.bomstream_organization_update(p_user_id uuid, p_organization_id uuid, p_name text default null, p_auto_start boolean default null, p_settings jsonb default '{}')
returns jsonb language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'admin');
  update bomstream.organizations o
     set name = coalesce(p_name, o.name),
         auto_start = coalesce((p_settings ->> 'auto_start')::boolean, p_auto_start, o.auto_start),
         -- null is a setting, too
         suppliers = case
           when not p_settings ? 'suppliers' then o.suppliers
           when p_settings -> 'suppliers' <> 'null' then array(
             select n.name from jsonb_array_elements_text(p_settings -> 'suppliers') with ordinality as n(name, place) order by n.place)
         end,
         suppliers_until_filled = coalesce((p_settings ->> 'suppliers_until_filled')::boolean, o.suppliers_until_filled),
         schedule = coalesce(p_settings ->> 'schedule', o.schedule),
         schedule_hour = coalesce((p_settings ->> 'schedule_hour')::smallint, o.schedule_hour),
         blocked_suppliers = case when p_settings ? 'blocked_suppliers'
           then array(select jsonb_array_elements_text(p_settings -> 'blocked_suppliers')) else o.blocked_suppliers end,
         preferred_suppliers = case when p_settings ? 'preferred_suppliers'
           then array(select jsonb_array_elements_text(p_settings -> 'preferred_suppliers')) else o.preferred_suppliers end,
         own_data_version = o.own_data_version + (p_settings ?| array['blocked_suppliers', 'preferred_suppliers'])::integer
   where o.id = p_organization_id;
  if p_settings ?| array['schedule', 'schedule_hour'] then
    update bomstream.boms b
       set schedule_due_at = bomstream.next_due(b.id, coalesce(b.schedule, o.schedule), o.schedule_hour)
      from bomstream.organizations o
     where o.id = p_organization_id and b.organization_id = o.id and b.released_at is null
       -- one order for all who lock several
       and b.id = any (array(select k.id from bomstream.boms k where k.organization_id = p_organization_id order by k.id for no key update));
  end if;
  return bomstream.organization_summary(p_user_id, p_organization_id);
end $$;
comment on function public.bomstream_organization_update(uuid, uuid, text, boolean, jsonb) is
  'Renames an organization and changes its settings: p_settings has those that change, {auto_start?, suppliers?, suppliers_until_filled?, blocked_suppliers?, preferred_suppliers?, schedule?, schedule_hour?}; p_auto_start is how functions before 0.3.0 say it. Needs admin.';
revoke all on function public.bomstream_organization_update(uuid, uuid, text, boolean, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_organization_update(uuid, uuid, text, boolean, jsonb) to service_role;
