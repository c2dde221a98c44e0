create or replace function bomstream.judging_of(p_bom bomstream.boms, p_known text) returns json
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- What other BOMs' runs bring of the same parts shows after a minute at the latest.
  c_seconds constant integer := 60;
  v_own bomstream.organizations := (select o from bomstream.organizations o where o.id = p_bom.organization_id);
  v_components uuid[];
  v_parts text;
  v_twins text;
  v_event text := (select p.run || '-' || p.seq from bomstream.enrichment_progress p where p.bom_id = p_bom.id);
  v_state text := bomstream.judging_version(p_bom);
  v_version text := concat_ws('|', v_state, coalesce(p_bom.boards, 25), p_bom.name,
    -- a released one shows what it did
    case when p_bom.released_at is null then floor(extract(epoch from now()) / c_seconds) end);
begin
  if p_known = v_version then
    return json_build_object('version', v_version);
  end if;
  -- null, too, of which there is no part
  v_components := array(select distinct l.component_id from bomstream.bom_lines l where l.bom_id = p_bom.id);
  if p_bom.released_at is not null then
    v_parts := (
      select string_agg(concat('["', p.component_id, '",', p.brief, ',[', o.briefs, ']',
                               case when p.own_stock is not null or o.agreed is not null then
                                 concat(',', coalesce(p.own_stock, 0), ',[', o.agreed, ']') end, ']'), ',')
      from bomstream.released_parts p
      left join lateral (
        select string_agg(r.brief, ',') filter (where not r.agreed) as briefs,
               string_agg(r.brief, ',') filter (where r.agreed) as agreed
        from bomstream.released_offers r where r.bom_id = p_bom.id and r.component_id = p.component_id) o on true
      where p.bom_id = p_bom.id);
  else
    v_parts := (select string_agg(concat('["', k.id, '",', c.brief, ',[', o.briefs, ']',
                               case when s.quantity is not null or a.briefs is not null then
                                 concat(',', coalesce(s.quantity, 0), ',[', a.briefs, ']') end, ']'), ',')
      from unnest(v_components) k(id)
      join lateral (select a.brief, a.orderable_key, a.manufacturer from bomstream.components a where a.id = k.id limit 1) c on true
      left join lateral (
        select string_agg(s.brief, ',') as briefs
        -- One part has a few packings at each of a few sellers.
        from (select f.brief from bomstream.supplier_offers f
              where f.component_id = k.id and (f.organization_id is null or f.organization_id = p_bom.organization_id)
              limit 100) s) o on true
      -- Who keeps none is not asked for each part.
      left join lateral (
        select w.quantity from bomstream.own_stock w
        where v_own.own_stock_rows > 0 and w.organization_id = v_own.id
          and w.orderable_key = c.orderable_key and w.manufacturer = c.manufacturer limit 1) s on true
      left join lateral (
        select string_agg(n.brief, ',') as briefs
        from (select w.brief from bomstream.own_prices w
              where v_own.own_price_rows > 0 and w.organization_id = v_own.id
                and w.orderable_key = c.orderable_key and w.manufacturer = c.manufacturer
                and (w.valid_until is null or w.valid_until >= current_date)
              limit 100) n) a on true);
  end if;
  v_twins := (select string_agg(format('["%s","%s"]', t.shared_id, t.own_id), ',') from bomstream.twins_of(p_bom, v_components) t);
  -- Put together as text: what it is made of is JSON already, and there may be tens of thousands of pieces.
  return format('{"version":%s,"state":%s,"boards":%s,"bom":%s,"lines":[%s],"parts":[%s],"twins":[%s]}',
    to_json(v_version), to_json(v_state), coalesce(p_bom.boards, 25),
    json_build_object('bom_id', p_bom.id, 'name', p_bom.name, 'event_id', v_event,
                      'status', (select p.status from bomstream.enrichment_progress p where p.bom_id = p_bom.id),
                      'blocked', coalesce(p_bom.release_suppliers -> 'blocked', to_jsonb(v_own.blocked_suppliers)),
                      'preferred', coalesce(p_bom.release_suppliers -> 'preferred', to_jsonb(v_own.preferred_suppliers)),
                      -- By what they sell, nobody can tell that they were not asked.
                      'suppliers_not_asked', (
                        select coalesce(json_agg(json_build_object('supplier', n.supplier, 'lines', n.lines) order by n.lines desc, n.supplier), '[]')
                        from (select r ->> 'supplier' as supplier, count(*) as lines
                              from bomstream.bom_lines l cross join lateral jsonb_array_elements(l.remarks) r
                              where l.bom_id = p_bom.id and r ->> 'code' = 'supplier_not_asked' and r ->> 'supplier' is not null
                              group by r ->> 'supplier') n)),
    (select string_agg(concat('["', l.id, '",', l.line_number, ',', coalesce(to_json(l.mpn)::text, 'null'), ',',
                              coalesce(l.quantity::text, 'null'), ',"', l.component_id, '","', l.status, '","', l.result_status, '","', l.review, '"',
                              case when l.contradictions <> '[]' or o.whose is not null or k.kept or n.name is not null then
                                concat(',', coalesce(l.contradictions #> '{0,severity}', 'null'), ',', coalesce(l.contradictions #> '{0,sentence}', 'null')) end,
                              case when k.kept or n.name is not null then concat(coalesce(o.whose, ',null,null'), case when k.kept then ',true' else ',false' end, ',' || n.name)
                                   else o.whose end, ']'),
                       ',' order by l.line_number)
     from bomstream.bom_lines l
     -- Most lines have no remarks, and are not looked through.
     cross join lateral (select case when l.remarks <> '[]' then (
       select concat(',', to_json(r ->> 'code' = 'manufacturer_asked'), ',', r -> 'detail') from jsonb_array_elements(l.remarks) r
       where r ->> 'code' in ('manufacturer_open', 'manufacturer_asked') limit 1) end as whose) o
     -- Who approves a line, or keeps it as written, does so of a part that nobody knows, too; what was chosen is another part.
     cross join lateral (select l.component_id is null and l.result_status = 'not_found' and not l.remarks @> '[{"code": "chosen"}]'
       and (l.review = 'approved' or l.remarks @> '[{"code": "kept_as_written"}]') as kept) k
     -- Most lines are called by their number, where a list of parts is shown. Of others the functions make a name: here, ten
     -- thousand of them would take a second.
     cross join lateral (select case when coalesce(l.mpn, '') = '' then json_build_array(l.designators, l.source_row)::text end as name) n
     where l.bom_id = p_bom.id),
    v_parts, v_twins)::json;
end $$;
comment on function bomstream.judging_of(bomstream.boms, text) is
  'All that a BOM is judged by, in one snapshot and without names of fields, since it may be ten thousand lines: `bom` {bom_id, name, event_id, status, blocked, preferred, suppliers_not_asked: [{supplier, lines}]}; `lines` as [id, line number, number, quantity, component id or "", status, result status or "", review, worst contradiction, its sentence, whether it asks for a manufacturer, in a sentence why, whether nobody knows its part and it is meant as written, and [designators, row of the file] where it states no number], of the last seven only as many as say something, and null or false before those; `parts` as [component id, component_brief, [offer_brief, …]], of own and shared offers, and, where the organization has either, its own stock and [offer_brief, …] of the prices that it has agreed and that still hold; of a released BOM all as they were. `twins` [component id, the id of the same part that stands for both, …], of parts that are everybody''s and the organization''s own. `boards` that the BOM is meant for, 25 where nobody said; `state`, its judging_version; `version` tells this state from others; where it is p_known, nothing but `version` comes.';
revoke all on function bomstream.judging_of(bomstream.boms, text) from public, anon, authenticated;
