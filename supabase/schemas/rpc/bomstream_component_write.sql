create or replace function public.bomstream_component_write(p_user_id uuid, p_organization_id uuid, p_component jsonb, p_component_id uuid default null)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_component bomstream.components;
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'editor');
  if p_component_id is null then
    -- Functions of 0.2 create one so.
    perform bomstream.count_own_components(p_organization_id, 1);
    insert into bomstream.components (organization_id, orderable_key, manufacturer, mpn, fields, quality_score)
    select p_organization_id, k.orderable_key, k.manufacturer, k.mpn, k.fields, k.quality_score
    from jsonb_to_record(p_component)
      as k(orderable_key text, manufacturer text, mpn text, fields jsonb, quality_score smallint)
    returning * into v_component;
  else
    select * into v_component from bomstream.components c
      where c.id = p_component_id and c.organization_id = p_organization_id for no key update;
    if not found then
      perform bomstream.refuse(404, 'component_not_found', 'There is no component with this id among the organization''s own.');
    end if;
    if (v_component.orderable_key, v_component.manufacturer)
         is distinct from (p_component ->> 'orderable_key', p_component ->> 'manufacturer') then
      -- Lines were found to be this part, and would show another one's facts.
      perform bomstream.refuse(409, 'another_part',
        'This is another part, by its manufacturer or its number. Keep it as a component of its own, and delete this one if it is not needed.');
    end if;
    update bomstream.components c
       set mpn = k.mpn, fields = k.fields, known = null, quality_score = k.quality_score,
           -- said by a person now, and by no list
           source = null, observed_at = null, updated_at = clock_timestamp()
      from jsonb_to_record(p_component)
        as k(orderable_key text, manufacturer text, mpn text, fields jsonb, quality_score smallint)
     where c.id = v_component.id
    returning c.* into v_component;
  end if;
  perform bomstream.note_own_data(p_organization_id, 0, 0);
  return bomstream.component_summary(v_component);
exception when unique_violation then
  perform bomstream.refuse(409, 'component_exists',
    'The organization keeps a component of this manufacturer and part number already. Change that one.');
  return null;
end $$;
comment on function public.bomstream_component_write(uuid, uuid, jsonb, uuid) is
  'Stores a component that is the organization''s own, new, or describes the one with the id anew, which stays the part it is. Lines that have it show it as it now is. Needs editor.';
revoke all on function public.bomstream_component_write(uuid, uuid, jsonb, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_component_write(uuid, uuid, jsonb, uuid) to service_role;
