create or replace function public.bomstream_organization_export(p_user_id uuid, p_organization_id uuid, p_after jsonb default null) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  c_stages constant text[] := array['organization', 'components', 'offers', 'stock', 'prices', 'decisions', 'boms', 'runs', 'lines', 'edits', 'changes'];
  -- A page ends with the row, the BOM or the megabyte that fills it, whichever comes first.
  c_rows constant integer := 200;
  c_bytes constant integer := 1048576;
  c_first_id constant uuid := uuid '00000000-0000-0000-0000-000000000000';
  v_stage text := coalesce(p_after ->> 'stage', c_stages[1]);
  -- Of the last row that the page before had, in the order of its stage.
  v_key jsonb := p_after -> 'key';
  v_at timestamptz;
  v_id uuid;
  v_number bigint;
  v_bom bomstream.boms;
  v_piece jsonb;
  v_records jsonb := jsonb '[]';
  v_rows integer;
  v_boms integer := 0;
  v_bytes integer := 0;
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'admin');
  begin
    if v_stage in ('boms', 'runs', 'lines', 'edits') then
      v_at := coalesce((v_key ->> 0)::timestamptz, '-infinity');
      v_id := coalesce((v_key ->> 1)::uuid, c_first_id);
      v_number := coalesce((v_key ->> 2)::bigint, 0);
    elsif v_stage = 'changes' then
      v_at := coalesce((v_key ->> 0)::timestamptz, '-infinity');
      v_number := coalesce((v_key ->> 1)::bigint, 0);
    elsif v_stage = 'offers' then
      v_id := coalesce((v_key ->> 0)::uuid, c_first_id);
    end if;
  exception when data_exception then
    v_stage := null;
  end;
  if array_position(c_stages, v_stage) is null then
    perform bomstream.refuse(400, 'invalid_cursor', 'The value of after is none that an earlier answer gave. Begin without it.');
  end if;

  if v_stage = 'organization' then
    v_records := jsonb_build_array(jsonb_build_object('record', 'organization')
        || (bomstream.organization_summary(p_user_id, p_organization_id) - 'role'))
      || (select coalesce(jsonb_agg(jsonb_build_object('record', 'member') || m order by m ->> 'joined_at'), '[]')
          from jsonb_array_elements(public.bomstream_member_list(p_user_id, p_organization_id) -> 'members') m)
      || (select coalesce(jsonb_agg(jsonb_build_object('record', 'project') || p order by p ->> 'created_at'), '[]')
          from jsonb_array_elements(public.bomstream_project_list(p_user_id, p_organization_id) -> 'projects') p)
      || (select coalesce(jsonb_agg(jsonb_build_object('record', 'webhook') || w), '[]')
          from jsonb_array_elements(public.bomstream_webhook_list(p_user_id, p_organization_id) -> 'webhooks') w);

  elsif v_stage = 'components' then
    select coalesce(jsonb_agg(jsonb_build_object('record', 'component') || bomstream.component_summary(c)
                              order by c.orderable_key, c.manufacturer), '[]'),
           count(*)::integer, jsonb_agg(jsonb_build_array(c.orderable_key, c.manufacturer) order by c.orderable_key, c.manufacturer) -> -1
      into v_records, v_rows, v_key
      from (select * from bomstream.components o
            where o.organization_id = p_organization_id
              and (o.orderable_key, o.manufacturer) > (coalesce(v_key ->> 0, ''), coalesce(v_key ->> 1, ''))
            order by o.orderable_key, o.manufacturer limit c_rows) c;

  elsif v_stage = 'offers' then
    select coalesce(jsonb_agg(jsonb_build_object(
             'record', 'offer', 'component_id', o.component_id, 'supplier', o.supplier,
             'supplier_part_number', o.supplier_part_number, 'stock', o.stock, 'min_quantity', o.min_quantity,
             'multiple', o.multiple, 'lead_time_days', o.lead_time_days, 'price_breaks', o.price_breaks, 'url', o.url,
             'seller', nullif(o.seller, ''), 'marketplace', o.marketplace, 'packaging', o.packaging, 'max_quantity', o.max_quantity,
             'reeling_fee', o.reeling_fee, 'country_of_origin', o.country_of_origin, 'tariff_code', o.tariff_code,
             'moisture_sensitivity', o.moisture_sensitivity, 'status', o.status,
             'manufacturer_as_given', o.manufacturer_as_given,
             'fetched_at', bomstream.iso(o.fetched_at)) order by o.component_id, o.supplier, o.seller, o.supplier_part_number), '[]'),
           count(*)::integer,
           jsonb_agg(jsonb_build_array(o.component_id, o.supplier, o.seller, o.supplier_part_number)
                     order by o.component_id, o.supplier, o.seller, o.supplier_part_number) -> -1
      into v_records, v_rows, v_key
      from (select * from bomstream.supplier_offers s
            where s.organization_id = p_organization_id
              and (s.component_id, s.supplier, s.seller, s.supplier_part_number)
                > (v_id, coalesce(v_key ->> 1, ''), coalesce(v_key ->> 2, ''), coalesce(v_key ->> 3, ''))
            order by s.component_id, s.supplier, s.seller, s.supplier_part_number limit c_rows) o;

  elsif v_stage = 'stock' then
    select coalesce(jsonb_agg(jsonb_build_object('record', 'stock') || jsonb_build_object('mpn', n.mpn, 'manufacturer', n.manufacturer, 'quantity', n.quantity, 'source', n.source, 'observed_at', bomstream.iso(n.observed_at)) order by n.orderable_key, n.manufacturer), '[]'),
           count(*)::integer, jsonb_agg(jsonb_build_array(n.orderable_key, n.manufacturer) order by n.orderable_key, n.manufacturer) -> -1
      into v_records, v_rows, v_key
      from (select * from bomstream.own_stock s
            where s.organization_id = p_organization_id
              and (s.orderable_key, s.manufacturer) > (coalesce(v_key ->> 0, ''), coalesce(v_key ->> 1, ''))
            order by s.orderable_key, s.manufacturer limit c_rows) n;

  elsif v_stage = 'prices' then
    select coalesce(jsonb_agg(jsonb_build_object('record', 'price') || jsonb_build_object('mpn', n.mpn, 'manufacturer', n.manufacturer, 'supplier', n.supplier, 'price_breaks', n.price_breaks, 'valid_until', n.valid_until, 'source', n.source, 'observed_at', bomstream.iso(n.observed_at)) order by n.orderable_key, n.manufacturer, n.supplier), '[]'),
           count(*)::integer, jsonb_agg(jsonb_build_array(n.orderable_key, n.manufacturer, n.supplier) order by n.orderable_key, n.manufacturer, n.supplier) -> -1
      into v_records, v_rows, v_key
      from (select * from bomstream.own_prices s
            where s.organization_id = p_organization_id
              and (s.orderable_key, s.manufacturer, s.supplier) > (coalesce(v_key ->> 0, ''), coalesce(v_key ->> 1, ''), coalesce(v_key ->> 2, ''))
            order by s.orderable_key, s.manufacturer, s.supplier limit c_rows) n;

  elsif v_stage = 'decisions' then
    select coalesce(jsonb_agg(jsonb_build_object(
             'record', 'decision', 'words', array_remove(string_to_array(d.asked, chr(31)), ''), 'mpn', d.mpn,
             'manufacturer', d.manufacturer, 'decided_by', d.decided_by, 'decided_at', bomstream.iso(d.decided_at)) order by d.asked), '[]'),
           count(*)::integer, jsonb_agg(jsonb_build_array(d.asked) order by d.asked) -> -1
      into v_records, v_rows, v_key
      from (select * from bomstream.part_decisions o
            where o.organization_id = p_organization_id and o.asked > coalesce(v_key ->> 0, '')
            order by o.asked limit c_rows) d;

  elsif v_stage = 'changes' then
    select coalesce(jsonb_agg(jsonb_build_object(
             'record', 'change', 'bom_id', n.bom_id, 'run', n.run, 'line_id', n.line_id, 'component_id', n.component_id, 'kind', n.kind,
             'before', n.before, 'after', n.after, 'currency', n.currency, 'created_at', bomstream.iso(n.created_at))
             order by n.created_at, n.id), '[]'),
           count(*)::integer, jsonb_agg(jsonb_build_array(n.created_at::text, n.id) order by n.created_at, n.id) -> -1
      into v_records, v_rows, v_key
      from (select * from bomstream.run_changes c
            where c.organization_id = p_organization_id and (c.created_at, c.id) > (v_at, v_number)
            order by c.created_at, c.id limit c_rows) n;

  else
    -- BOM by BOM, each by its key: one join could go through the lines of all.
    for v_bom in
      select * from bomstream.boms b
      where b.organization_id = p_organization_id and (b.created_at, b.id) >= (v_at, v_id)
      order by b.created_at, b.id
    loop
      -- The one that the last page ended in may have more; as a BOM it was told of.
      v_number := case when v_bom.id = v_id then v_number else 0 end;
      if v_stage = 'boms' then
        v_piece := case when v_bom.id = v_id then '[]' else
          jsonb_build_array(jsonb_build_object('record', 'bom', 'file', v_bom.file, 'revision_of', v_bom.revision_of) || (bomstream.bom_summary(v_bom) - 'latest_run')) end;
      elsif v_stage = 'runs' then
        select coalesce(jsonb_agg(jsonb_build_object('record', 'run', 'bom_id', r.bom_id, 'user_id', r.user_id, 'key_id', r.key_id, 'priority', r.priority)
                 || bomstream.run_summary(r) order by r.run), '[]'), max(r.run)::bigint
          into v_piece, v_number
          from (select * from bomstream.enrichment_runs o
                where o.bom_id = v_bom.id and o.run > v_number order by o.run limit c_rows) r;
      elsif v_stage = 'edits' then
        select coalesce(jsonb_agg(jsonb_build_object(
                 'record', 'edit', 'bom_id', n.bom_id, 'line_id', n.line_id, 'user_id', n.user_id, 'key_id', n.key_id, 'action', n.action,
                 'before', n.before, 'after', n.after, 'created_at', bomstream.iso(n.created_at)) order by n.id), '[]'), max(n.id)
          into v_piece, v_number
          from (select * from bomstream.bom_changes o
                where o.bom_id = v_bom.id and o.id > v_number order by o.id limit c_rows) n;
      else
        select coalesce(jsonb_agg(jsonb_build_object('record', 'line', 'bom_id', l.bom_id) || bomstream.line_details(l)
                 || bomstream.line_json(l, case when c.id is not null then json_build_object(
                      'component_id', c.id, 'mpn', c.mpn, 'manufacturer', c.manufacturer, 'fields', coalesce(c.known, c.fields))::text end)::jsonb
                 order by l.line_number), '[]'), max(l.line_number)::bigint
          into v_piece, v_number
          from (select * from bomstream.bom_lines o
                where o.bom_id = v_bom.id and o.line_number > v_number order by o.line_number limit c_rows) l
          left join lateral (select k.* from bomstream.components k where k.id = l.component_id limit 1) c on true;
      end if;
      v_records := v_records || v_piece;
      v_bytes := v_bytes + octet_length(v_piece::text);
      v_boms := v_boms + 1;
      v_key := jsonb_build_array(v_bom.created_at::text, v_bom.id, coalesce(v_number, 0));
      v_rows := c_rows;
      exit when jsonb_array_length(v_records) >= c_rows or v_boms >= c_rows or v_bytes >= c_bytes;
      v_rows := 0;
    end loop;
  end if;

  return jsonb_build_object('records', v_records, 'next', case
    when v_rows >= c_rows then jsonb_build_object('stage', v_stage, 'key', v_key)
    when v_stage <> c_stages[cardinality(c_stages)] then
      jsonb_build_object('stage', c_stages[array_position(c_stages, v_stage) + 1], 'key', '[]'::jsonb) end);
end $$;
comment on function public.bomstream_organization_export(uuid, uuid, jsonb) is
  'A page of everything an organization has, behind what `next` of the page before gave, which is null after the last: the organization, members, projects and webhooks (without their secrets), then its own components, offers, stock and prices, what it decided of words (mpn null: meant as written), BOMs, runs, lines with what was found, what people did to lines (edit), and what runs found worse than the runs before (change). Not one snapshot: what changes meanwhile may be missing or old. Needs admin.';
revoke all on function public.bomstream_organization_export(uuid, uuid, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_organization_export(uuid, uuid, jsonb) to service_role;
