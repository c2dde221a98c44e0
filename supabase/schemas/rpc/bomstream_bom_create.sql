create or replace function public.bomstream_bom_create(
  p_user_id uuid, p_organization_id uuid, p_project_id uuid, p_name text, p_lines jsonb, p_idempotency_key text default null,
  p_file jsonb default null, p_again boolean default false, p_revision_of uuid default null)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  c_mappings constant integer := 200;
  v_bom_id constant uuid := gen_random_uuid();
  v_bom bomstream.boms;
  v_revised bomstream.boms;
  v_project_id uuid := p_project_id;
  v_revision jsonb;
begin
  perform bomstream.require_import(p_user_id, p_organization_id, p_project_id);
  if p_revision_of is not null then
    v_revised := bomstream.require_bom(p_user_id, p_revision_of, 'editor');
    if v_revised.organization_id <> p_organization_id then
      perform bomstream.refuse(422, 'other_organization', 'A revision belongs to the organization of the BOM that it revises. Import it there.');
    end if;
    v_project_id := coalesce(p_project_id, v_revised.project_id);
  end if;
  if p_file is not null then
    -- Two people who import one file at once: the second waits here and then finds the first one's BOM.
    perform pg_advisory_xact_lock(hashtextextended(p_organization_id || (p_file ->> 'sha256'), 0));
    if not p_again then
      select * into v_bom from bomstream.boms b
      where b.organization_id = p_organization_id and b.file_sha256 = p_file ->> 'sha256'
        and b.file -> 'mapping' = p_file -> 'mapping'
        and b.project_id is not distinct from v_project_id and b.revision_of is not distinct from p_revision_of
      order by b.created_at desc limit 1;
      if found then
        return jsonb_build_object('bom', bomstream.bom_summary(v_bom), 'existing', true, 'revision', null, 'publish', null);
      end if;
    end if;
  end if;

  -- Two at once with one key: the second waits here and then finds the first one's.
  insert into bomstream.boms (id, schedule_due_at, organization_id, project_id, name, line_count, created_by, key_id, idempotency_key, file, file_sha256, revision_of, schedule, boards)
  values (v_bom_id,
          (select bomstream.next_due(v_bom_id, coalesce(v_revised.schedule, o.schedule), o.schedule_hour) from bomstream.organizations o where o.id = p_organization_id),
          p_organization_id, v_project_id, p_name, jsonb_array_length(p_lines), bomstream.person(p_user_id), bomstream.key_of(p_user_id), p_idempotency_key,
          p_file - array['sha256', 'headers_key', 'template'], p_file ->> 'sha256', p_revision_of, v_revised.schedule, v_revised.boards)
  on conflict (coalesce(created_by, key_id), organization_id, idempotency_key) where idempotency_key is not null do nothing
  returning * into v_bom;
  if v_bom.id is null then
    select * into v_bom from bomstream.boms b
    where coalesce(b.created_by, b.key_id) = p_user_id and b.organization_id = p_organization_id and b.idempotency_key = p_idempotency_key;
    -- as the first answer, which may have been lost
    return jsonb_build_object('bom', bomstream.bom_summary(v_bom), 'existing', false, 'revision', null, 'publish', null);
  end if;

  with given as materialized (
    select x.* from jsonb_to_recordset(p_lines) as x(line_number integer, mpn text, manufacturer text, quantity numeric,
      designators text, description text, do_not_place boolean, orderable_key text, value text, footprint text,
      supplier_numbers jsonb, internal_number text, substitution text, note text, extra jsonb, source_row integer, alternates jsonb,
      value_asks boolean)
  ), stored as (
    insert into bomstream.bom_lines (bom_id, organization_id, line_number, mpn, manufacturer, quantity, designators,
                                  description, do_not_place, orderable_key, value, footprint, supplier_numbers, internal_number,
                                  substitution, note, extra, source_row, value_asks, status)
    select v_bom.id, v_bom.organization_id, x.line_number, x.mpn, x.manufacturer, x.quantity, x.designators,
           x.description, x.do_not_place, x.orderable_key, x.value, x.footprint, coalesce(x.supplier_numbers, '[]'), x.internal_number,
           x.substitution, x.note, coalesce(x.extra, '{}'), x.source_row, coalesce(x.value_asks, false),
           case when x.do_not_place or not bomstream.asks_for_part(x.orderable_key, x.value_asks, x.supplier_numbers) then 'skipped' else 'pending' end
    from given x
    returning id, line_number
  )
  insert into bomstream.bom_line_parts (line_id, position, mpn, manufacturer, orderable_key)
  select s.id, 1 + a.position, a.part ->> 'mpn', a.part ->> 'manufacturer', a.part ->> 'orderable_key'
  from given x
  join stored s using (line_number)
  cross join lateral jsonb_array_elements(x.alternates) with ordinality a(part, position)
  where x.alternates <> '[]';

  if p_revision_of is not null then
    v_revision := bomstream.carry_over(p_revision_of, v_bom.id);
  end if;
  if p_file ? 'headers_key' then
    insert into bomstream.bom_mappings (organization_id, headers_key, mapping)
    values (p_organization_id, p_file ->> 'headers_key', p_file -> 'template')
    on conflict (organization_id, headers_key) do update set mapping = excluded.mapping, confirmed_at = now();
    delete from bomstream.bom_mappings m
    where m.organization_id = p_organization_id and m.headers_key in (
      select o.headers_key from bomstream.bom_mappings o where o.organization_id = p_organization_id
      order by o.confirmed_at desc offset c_mappings);
  end if;

  if (select o.auto_start from bomstream.organizations o where o.id = p_organization_id)
     and exists (select from bomstream.bom_lines l where l.bom_id = v_bom.id and l.status = 'pending') then
    perform bomstream.start_run(v_bom.id, p_user_id, 5, 'pending', 'auto', null);
  end if;
  return jsonb_build_object('bom', bomstream.bom_summary(v_bom), 'existing', false, 'revision', v_revision,
                            'publish', bomstream.unpublished_events(v_bom.id));
end $$;
comment on function public.bomstream_bom_create(uuid, uuid, uuid, text, jsonb, text, jsonb, boolean, uuid) is
  'Stores a BOM with its 1 to 10,000 lines and their alternates, whole or not at all, and returns its summary; starts its first run where the organization has that set (auto_start). With a key that the user has given in this organization before, as long as that BOM is there, it returns that one as it is now and stores nothing. So it does, and says `existing`, where the organization has a BOM of the same file, mapping, project and revised BOM, unless p_again. p_file is {sha256, name, container, encoding, mapping, issues} and, where a person has confirmed the mapping, headers_key and template: what is remembered for files with these headers. A revision takes over notes and reviews of the BOM it revises, its schedule, its number of boards and, where none is given, its project, and says in `revision` how it differs. Lines that are not placed are skipped from the start, and so are those that have nothing to look up: no part number, no value that asks (value_asks) and no distributor''s number. Refuses as bomstream_bom_may_create does, and 422 other_organization. Needs editor.';
revoke all on function public.bomstream_bom_create(uuid, uuid, uuid, text, jsonb, text, jsonb, boolean, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_create(uuid, uuid, uuid, text, jsonb, text, jsonb, boolean, uuid) to service_role;
