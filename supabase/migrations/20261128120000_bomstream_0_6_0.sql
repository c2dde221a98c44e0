-- 0.6.0.

-- Streams tell of BOMs that are deleted.
create table bomstream.deleted_boms (
  bom_id uuid primary key,
  organization_id uuid not null references bomstream.organizations (id) on delete cascade,
  deleted_at timestamptz not null default now()
);
-- Asked while somebody watches the organization.
create index deleted_boms_by_organization on bomstream.deleted_boms (organization_id, deleted_at);
create index deleted_boms_by_age on bomstream.deleted_boms (deleted_at);
comment on table bomstream.deleted_boms is 'BOMs that somebody has just deleted, for streams, which tell those who have one of their pages open. The sweep forgets them.';
alter table bomstream.deleted_boms enable row level security;
revoke all on bomstream.deleted_boms from public, anon, authenticated, service_role;
-- What an undo stands for, to whoever decides unaware of it.
alter table bomstream.bom_changes
  add column took_back bigint,
  add column took_back_wholly boolean not null default false;
-- Each has a parameter more.
drop function bomstream.line_json(bomstream.bom_lines, text, text);
drop function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb);
drop function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb, jsonb);

create or replace function bomstream.note_changes(p_run_id uuid) returns integer
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- A rise that is worth telling of: prices move a little each day.
  c_price_rise constant numeric := 1.05;
  -- Suppliers round lead times to weeks.
  c_lead_days constant integer := 7;
  c_ended constant text[] := array['end_of_life', 'obsolete'];
  v_run bomstream.enrichment_runs;
  v_earlier uuid[];
  v_changes integer;
begin
  select * into strict v_run from bomstream.enrichment_runs r where r.id = p_run_id;
  -- Of a run that did not come to its end nobody was told what it found, so the one before it is compared with. Results
  -- are kept of ten runs.
  select array_agg(r.id order by r.run desc) into v_earlier from bomstream.enrichment_runs r
  where r.bom_id = v_run.bom_id and r.run < v_run.run and r.status = 'completed' and not r.results_expired;
  if v_earlier is null then
    return 0;
  end if;

  -- Each result is looked up by its key, line by line: joined by sets, their plan would depend on how many results of this run,
  -- which were written a moment ago, the planner knows of, and compare each line with each other one where it knows of none.
  with worse as (
    select l.id as line_id, n.component_id, c.*
    from (
      -- for one board, of all lines with the part
      select b.id, b.component_id, sum(b.quantity) over (partition by b.component_id) as pieces from bomstream.bom_lines b
      where b.bom_id = v_run.bom_id and b.status = 'enriched' and b.component_id is not null) l
    cross join lateral (
      select f.* from bomstream.run_line_results f
      where f.run_id = p_run_id and f.line_id = l.id and f.status = 'enriched' limit 1) n
    cross join lateral (
      select f.* from unnest(v_earlier) with ordinality e(run_id, place)
      cross join lateral (select x.* from bomstream.run_line_results x
                          where x.run_id = e.run_id and x.line_id = l.id and x.status = 'enriched' limit 1) f
      order by e.place limit 1) b
    cross join lateral (values
      ('stock_gone', b.stock > 0 and n.stock = 0, to_jsonb(b.stock), to_jsonb(n.stock), null),
      ('stock_low', b.stock >= l.pieces and n.stock < l.pieces and n.stock > 0, to_jsonb(b.stock), to_jsonb(n.stock), null),
      ('price_up', n.unit_price > b.unit_price * c_price_rise and n.currency = b.currency and n.price_quantity = b.price_quantity,
       to_jsonb(b.unit_price), to_jsonb(n.unit_price), n.currency),
      ('end_of_life', n.lifecycle = any (c_ended) and b.lifecycle <> all (c_ended), to_jsonb(b.lifecycle), to_jsonb(n.lifecycle), null),
      ('lead_time_up', n.lead_time_days >= b.lead_time_days + c_lead_days, to_jsonb(b.lead_time_days), to_jsonb(n.lead_time_days), null),
      ('compliance_lost', n.rohs = 'non_compliant' and b.rohs <> 'non_compliant', to_jsonb(b.rohs), to_jsonb(n.rohs), null)
    ) c (kind, is_so, before, after, currency)
    -- of another part nothing has changed: it is another
    where n.component_id = l.component_id and b.component_id = l.component_id and c.is_so
  )
  insert into bomstream.run_changes (organization_id, bom_id, run, line_id, component_id, kind, before, after, currency)
  select v_run.organization_id, v_run.bom_id, v_run.run, w.line_id, w.component_id, w.kind, w.before, w.after, w.currency
  from worse w;
  get diagnostics v_changes = row_count;
  return v_changes;
end $$;
comment on function bomstream.note_changes(uuid) is
  'Writes down what a run that has settled its last line found worse than the last completed run that found the line''s part: stock gone, or below what one board needs of all its lines together; a price up by more than 5 % at the same break; end of life; a lead time longer by a week or more; compliance lost. What one of the two does not know has not changed. Returns how many.';
revoke all on function bomstream.note_changes(uuid) from public, anon, authenticated;

create or replace function bomstream.bom_summary(p_bom bomstream.boms) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'bom_id', p_bom.id,
    'organization_id', p_bom.organization_id,
    'project_id', p_bom.project_id,
    'name', p_bom.name,
    'line_count', p_bom.line_count,
    'created_at', bomstream.iso(p_bom.created_at),
    'schedule', p_bom.schedule,
    'schedule_due_at', bomstream.iso(p_bom.schedule_due_at),
    'release', case when p_bom.released_at is not null then jsonb_build_object(
      'name', p_bom.release_name, 'boards', p_bom.release_boards, 'released_at', bomstream.iso(p_bom.released_at),
      'released_by', p_bom.released_by, 'key_id', p_bom.released_by_key) end,
    'status', r.status,
    'latest_run', bomstream.run_summary(r),
    'nothing_to_look_up', r.id is null and not exists (
      select from bomstream.bom_lines l where l.bom_id = p_bom.id and l.status = 'pending'),
    'boards', p_bom.boards,
    'revision_of', p_bom.revision_of,
    'answer', case when j.bom_id is not null then jsonb_build_object(
      'boards', j.boards, 'verdicts', j.verdicts, 'event_id', j.event_id, 'at', bomstream.iso(j.judged_at)) end)
  from (select 1) one
  left join lateral (
    select * from bomstream.enrichment_runs e where e.bom_id = p_bom.id order by e.run desc limit 1) r on true
  left join lateral (select * from bomstream.bom_judgements g where g.bom_id = p_bom.id limit 1) j on true
$$;
comment on function bomstream.bom_summary(bomstream.boms) is 'A BOM with its latest run, as every answer shows it. `status` is null before the first run, `release` until it is released; `nothing_to_look_up`: that first run would be refused, for no line asks for a part.';
revoke all on function bomstream.bom_summary(bomstream.boms) from public, anon, authenticated;

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

create or replace function bomstream.line_json(l bomstream.bom_lines, p_component text, p_judged text default null, p_alternates integer default null) returns text
-- A body that the database understands when it is made would hold the table as it is: no release could add a column.
language plpgsql security definer set search_path = '' as $$
begin
  -- Joined from text: what is null drops out of concat_ws, and json_strip_nulls would read each page of lines once more.
  return '{' || concat_ws(',',
    '"line_id":"' || l.id || '"',
    '"line_number":' || l.line_number,
    -- what it is called by where nothing else names it
    case when coalesce(l.designators, l.mpn, '') = '' then '"source_row":' || l.source_row end,
    '"designators":' || to_json(l.designators),
    '"quantity":' || l.quantity,
    '"mpn":' || to_json(l.mpn),
    '"manufacturer":' || to_json(l.manufacturer),
    '"description":' || to_json(l.description),
    '"value":' || to_json(l.value),
    '"footprint":' || to_json(l.footprint),
    '"substitution":' || to_json(l.substitution),
    '"alternate_count":' || nullif(p_alternates, 0),
    '"do_not_place":' || l.do_not_place,
    '"review":"' || l.review || '"',
    '"judged":' || p_judged,
    '"status":"' || case when l.status = 'pending' and l.worker_id is not null and l.visible_at > clock_timestamp()
                         then 'enriching' else l.status end || '"',
    case when l.result_run is not null then '"result":{' || concat_ws(',',
      '"run":' || l.result_run,
      '"status":"' || l.result_status || '"',
      '"quality_score":' || l.quality_score,
      '"source":' || to_json(l.source),
      '"step":"' || l.match_step || '"',
      '"candidates":' || nullif(l.candidate_count, 0),
      '"contradictions":' || nullif(l.contradictions, '[]')::text,
      '"remarks":' || l.remarks::text,
      '"component":' || p_component) || '}' end) || '}';
end $$;
comment on function bomstream.line_json(bomstream.bom_lines, text, text, integer) is
  'A line as every answer shows it, with its component, what it was judged to be, and how many alternates it has, as the caller describes them. What it has not is left out. `enriching` is derived from a live lease. All of it is JSON as text, which whoever puts lines together reads once and not for each of them.';
revoke all on function bomstream.line_json(bomstream.bom_lines, text, text, integer) from public, anon, authenticated;

create or replace function bomstream.known_alternates(p_line_id uuid, p_organization_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('mpn', a.mpn, 'manufacturer', a.manufacturer, 'known', k.known) order by a.position), '[]')
    from bomstream.bom_line_parts a
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object(
        'manufacturer', c.manufacturer,
        'sources', (select coalesce(jsonb_agg(distinct f.value ->> 'source'), '[]') from jsonb_each(coalesce(c.known, c.fields)) f),
        'sold', o.sold or w.priced, 'priced', o.priced or w.priced)), '[]') as known
      -- Few manufacturers use one number.
      from ((select s.* from bomstream.components s
             where s.organization_id is null and s.orderable_key = a.orderable_key
               -- Any other tells what other organizations look up.
               and exists (select from bomstream.bom_lines l where l.organization_id = p_organization_id and l.component_id = s.id)
             limit 20)
            union all
            (select s.* from bomstream.components s where s.organization_id = p_organization_id and s.orderable_key = a.orderable_key limit 20)) c
      cross join lateral (
        select count(*) > 0 as sold, coalesce(bool_or(s.price_breaks <> '[]'), false) as priced
        from bomstream.supplier_offers s
        where s.component_id = c.id and (s.organization_id is null or s.organization_id = p_organization_id)) o
      cross join lateral (
        select exists (select from bomstream.own_prices p
                       where p.organization_id = p_organization_id and p.orderable_key = c.orderable_key and p.manufacturer = c.manufacturer
                         and (p.valid_until is null or p.valid_until >= current_date)) as priced) w) k
    where a.line_id = p_line_id);
end $$;
comment on function bomstream.known_alternates(uuid, uuid) is
  'The alternates of a line in their order, [{mpn, manufacturer, known}], each with the parts of that number that the organization may know of: `known` [{manufacturer, sources, sold, priced}], empty where it may know of none: its own components, and shared ones that a line of its own BOMs has.';
revoke all on function bomstream.known_alternates(uuid, uuid) from public, anon, authenticated;

create or replace function bomstream.value_words(p_value jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  return coalesce(nullif(case jsonb_typeof(p_value)
    when 'boolean' then case when p_value::boolean then 'yes' else 'no' end
    -- alternates and supplier numbers
    when 'array' then (select string_agg(coalesce(e.value ->> 'mpn', e.value ->> 'number', e.value #>> '{}'), ', ' order by e.position)
                       from jsonb_array_elements(p_value) with ordinality e(value, position))
    else p_value #>> '{}' end, ''), 'nothing');
end $$;
comment on function bomstream.value_words(jsonb) is
  'A value of a line''s field, for a sentence that a user reads: `yes`, `4k7`, the numbers of alternates, `nothing`.';
revoke all on function bomstream.value_words(jsonb) from public, anon, authenticated;

create or replace function bomstream.require_seen(p_user_id uuid, p_bom_id uuid, p_line_ids uuid[], p_as_of bigint, p_fields text[] default null) returns void
-- as line_json: no release could add a column
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- Nobody decides by these, so they stand in nobody's way.
  c_quiet constant text[] := array['note', 'internal_number'];
  -- More would drown the sentence.
  c_most constant integer := 3;
  c_most_chars constant integer := 160;
  v_lines bigint;
  v_said text[];
begin
  -- Under this lock nobody changes a line of the BOM.
  perform from bomstream.boms b where b.id = p_bom_id for no key update;
  with theirs as (
    select distinct on (c.line_id) c.line_id, c as change
    from bomstream.bom_changes c
    left join bomstream.bom_changes k on k.id = c.took_back
    where c.bom_id = p_bom_id and c.id > p_as_of and c.line_id = any (p_line_ids)
      and (p_user_id in (c.user_id, c.key_id)) is not true
      -- What was taken back is told by its undo, unless the line is by that as it was seen.
      and not c.undone
      and not (c.took_back_wholly and k.id > p_as_of and (p_user_id in (k.user_id, k.key_id)) is not true)
      -- An undo is in the way of what the change would be that it took back.
      and case when coalesce(k.action, c.action) = 'edit'
        then exists (select from jsonb_object_keys(coalesce(k.after, c.after)) f
                     where case when p_fields is null then f <> all (c_quiet) else f = any (p_fields) end)
        else p_fields is null or not p_fields <@ c_quiet end
    order by c.line_id, c.id desc)
  select count(*), array_agg(
    format(case (t.change).action
      when 'approve' then '%s approved %s'
      when 'choose' then '%s chosen %3$s for %2$s'
      when 'keep_as_written' then '%s kept %s as written'
      when 'nothing_to_buy' then '%s set %s to nothing to buy'
      when 'reject' then '%s rejected what was found for %s'
      when 'reset' then '%s set %s back'
      when 'undo' then '%s taken back what was done to %s'
      else '%s edited %s: %s' end,
      bomstream.doer_of(p_user_id, t.change), bomstream.line_name(l), case when (t.change).action = 'choose' then (t.change).after ->> 'mpn' else edited.words end)
    order by l.line_number)
    into v_lines, v_said
  from theirs t
  join bomstream.bom_lines l on l.id = t.line_id
  left join lateral (
    select case when char_length(w.words) <= c_most_chars then w.words else left(w.words, c_most_chars - 2) || ' …' end as words
    from (select string_agg(format('%s %s → %s', replace(f, '_', ' '), bomstream.value_words((t.change).before -> f), bomstream.value_words((t.change).after -> f)),
                            '; ' order by f) as words
          from jsonb_object_keys((t.change).after) f) w) edited on (t.change).action = 'edit';
  if v_lines = 1 then
    perform bomstream.refuse(409, 'changed_since', format('Since you looked, %s. Look again, and decide then.', v_said[1]));
  elsif v_lines > 1 then
    perform bomstream.refuse(409, 'changed_since', format('Nothing was decided. Since you looked, %s%s. Look again, and decide then.',
      array_to_string(v_said[:c_most], '; '),
      case when v_lines > c_most then format('; and %s more of these lines were changed', v_lines - c_most) else '' end));
  end if;
end $$;
comment on function bomstream.require_seen(uuid, uuid, uuid[], bigint, text[]) is
  'Refuses to overrule what somebody has not seen: 409 changed_since, with who did what, where anybody else has decided or edited one of the lines after the change p_as_of. For a decision p_fields is null, and edits of notes and own numbers do not count; for an edit it names the fields, and edits of other fields do not count. An undo counts as what it took back, and what others have done and taken back since, so that the line is as it was, does not. Locks the BOM, so that it stays true.';
revoke all on function bomstream.require_seen(uuid, uuid, uuid[], bigint, text[]) from public, anon, authenticated;

create or replace function bomstream.line_name(p_line bomstream.bom_lines, p_begins boolean default false) returns text
-- as line_json: no release could add a column
language plpgsql stable security definer set search_path = '' as $$
declare
  -- So many designators are all named; of more the first two.
  c_most constant integer := 3;
  c_first constant integer := 2;
  -- Longer words would drown the sentence.
  c_most_chars constant integer := 40;
  v_words text[] := array(
    select case when char_length(w) <= c_most_chars then w else left(w, c_most_chars - 2) || ' …' end
    from regexp_split_to_table(coalesce(p_line.designators, ''), '[\s,;]+') with ordinality d(w, place) where w <> '' order by place);
begin
  if cardinality(v_words) > c_most then
    return array_to_string(v_words[:c_first], ', ') || ' and ' || ltrim(to_char(cardinality(v_words) - c_first, 'FM999,999')) || ' more';
  elsif cardinality(v_words) > 0 then
    return array_to_string(v_words, ', ');
  elsif coalesce(p_line.mpn, '') <> '' then
    return case when char_length(p_line.mpn) <= c_most_chars then p_line.mpn else left(p_line.mpn, c_most_chars - 2) || ' …' end;
  end if;
  return case when p_line.source_row is null then case when p_begins then 'Line ' else 'line ' end || p_line.line_number
              else case when p_begins then 'Row ' else 'row ' end || p_line.source_row || ' of the file' end;
end $$;
comment on function bomstream.line_name(bomstream.bom_lines, boolean) is
  'How a line is called in a sentence that a user reads, as nameOfLine has it: by its designators, where it has none by its number, else by its row of the file, and of what came without a file by the line''s. p_begins: at the beginning of it.';
revoke all on function bomstream.line_name(bomstream.bom_lines, boolean) from public, anon, authenticated;

create or replace function bomstream.known_of_words(p_line bomstream.bom_lines, p_words jsonb) returns jsonb
-- as line_json: no release could add a column
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- What was found belongs to the first, and is held against the others.
  c_judged constant text[] := array['mpn', 'manufacturer', 'do_not_place', 'value', 'footprint', 'description', 'designators', 'supplier_numbers', 'alternates'];
  v_then jsonb := to_jsonb(p_line) || bomstream.line_details(p_line);
  v_states text[] := array[bomstream.line_state(p_line)];
  -- Those that it has, as one whose candidate was chosen; an edit that took them away kept them.
  v_candidates jsonb := (
    select coalesce(jsonb_agg(to_jsonb(k) - array['line_id', 'position'] order by k.position), '[]')
    from bomstream.line_candidates k where k.line_id = p_line.id);
  v_edit record;
begin
  -- Back from edit to edit, as long as nothing was found and nothing decided between them. Who tries more spellings looks them up.
  for v_edit in
    select c.before, c.reviewed from bomstream.bom_changes c
    where c.line_id = p_line.id and c.action = 'edit' and not c.undone
    order by c.id desc limit 20
  loop
    exit when v_edit.reviewed is null or v_edit.reviewed #>> '{after,state}' <> all (v_states) or v_edit.reviewed #>> '{after,review}' is distinct from p_line.review;
    v_then := v_then || v_edit.before;
    -- The state that it left, too: behind a note, what stood before it is said to have left the same (restate_changes).
    v_states := array[v_edit.reviewed #>> '{before,state}', v_edit.reviewed #>> '{after,state}'];
    v_candidates := coalesce(v_edit.reviewed #> '{before,candidates}', v_candidates);
    if not exists (select from unnest(c_judged) f where v_then -> f is distinct from p_words -> f) then
      -- What was decided of these words since, on whichever line, or is decided no more, asks for another answer.
      exit when (v_edit.reviewed #>> '{before,decision,decided_at}')::timestamptz is distinct from (
        select d.decided_at from bomstream.part_decisions d
        where d.organization_id = p_line.organization_id and d.asked = v_edit.reviewed #>> '{before,asked}');
      -- A paused run still has to look up what it had to look up before.
      return case when v_edit.reviewed #>> '{before,found,status}' = 'pending' or not exists (
        select from bomstream.enrichment_runs r where r.bom_id = p_line.bom_id and r.status in ('queued', 'enriching', 'paused'))
        then v_edit.reviewed -> 'before' || jsonb_build_object('candidates', v_candidates) end;
    end if;
  end loop;
  return null;
end $$;
comment on function bomstream.known_of_words(bomstream.bom_lines, jsonb) is
  'What a locked line had (as review_state has it, with `candidates`) when it last said p_words {field: value}, if people have edited it since, done nothing else to it, nothing was found, and what the organization remembers for these words is the same: the same words have the same answer. Null where it never said so, or that is long ago.';
revoke all on function bomstream.known_of_words(bomstream.bom_lines, jsonb) from public, anon, authenticated;

create or replace function public.bomstream_version() returns jsonb
language sql immutable security definer set search_path = '' as $$
  select jsonb_build_object('version', '0.6.0')
$$;
comment on function public.bomstream_version() is
  'The release whose migration this database had last. Functions ask before they rely on it.';
revoke all on function public.bomstream_version() from public, anon, authenticated;
grant execute on function public.bomstream_version() to service_role;

create or replace function public.bomstream_organization_changes(
  p_user_id uuid, p_organization_id uuid, p_bom_id uuid default null, p_kind text default null, p_since timestamptz default null,
  p_after jsonb default null, p_limit integer default 100)
returns jsonb language plpgsql stable security definer set search_path = ''
-- as in claim_lines; planned for what is asked, each filter having its index
set enable_seqscan = off set jit = off set plan_cache_mode = force_custom_plan as $$
begin
  perform bomstream.require_at_most(p_limit, 100, 'changes');
  perform bomstream.require_organization(p_user_id, p_organization_id, 'viewer');
  return (
    with page as (
      select c.*, (extract(epoch from c.created_at) * 1000000)::bigint as micros
      from bomstream.run_changes c
      where c.organization_id = p_organization_id
        and (p_bom_id is null or c.bom_id = p_bom_id)
        and (p_kind is null or c.kind = p_kind)
        and (p_since is null or c.created_at >= p_since)
        and (p_after is null or (c.created_at, c.id) < (
          timestamptz 'epoch' + (p_after ->> 0)::bigint * interval '1 microsecond', (p_after ->> 1)::bigint))
      order by c.created_at desc, c.id desc
      limit p_limit + 1
    ), numbered as (
      select p.*, row_number() over (order by p.created_at desc, p.id desc) as place from page p
    )
    select jsonb_build_object(
      'changes', coalesce(jsonb_agg(jsonb_build_object(
        'kind', n.kind, 'before', n.before, 'after', n.after, 'currency', n.currency, 'bom_id', n.bom_id,
        'bom_name', (select b.name from bomstream.boms b where b.id = n.bom_id), 'run', n.run,
        'line_id', n.line_id,
        'line_number', l.line_number, 'line_name', bomstream.line_name(l.line),
        'mpn', c.mpn, 'manufacturer', c.manufacturer, 'created_at', bomstream.iso(n.created_at)) order by n.place)
        filter (where n.place <= p_limit), '[]'),
      'next', case when count(*) > p_limit then
        jsonb_agg(jsonb_build_array(n.micros, n.id)) filter (where n.place = p_limit) -> 0 end)
    from numbered n
    left join lateral (select b as line, b.line_number from bomstream.bom_lines b where b.id = n.line_id limit 1) l on true
    left join lateral (select k.mpn, k.manufacturer from bomstream.components k where k.id = n.component_id limit 1) c on true);
end $$;
comment on function public.bomstream_organization_changes(uuid, uuid, uuid, text, timestamptz, jsonb, integer) is
  'A page of what runs found worse than the runs before, over all BOMs of an organization or of one, of one kind, since a time; the newest first, behind the pair [microseconds, id] that `next` of the page before gave, null after the last. A component that is gone has no name. Needs viewer.';
revoke all on function public.bomstream_organization_changes(uuid, uuid, uuid, text, timestamptz, jsonb, integer) from public, anon, authenticated;
grant execute on function public.bomstream_organization_changes(uuid, uuid, uuid, text, timestamptz, jsonb, integer) to service_role;

create or replace function public.bomstream_bom_line_change(
  p_user_id uuid, p_bom_id uuid, p_line_id uuid, p_changes jsonb, p_judged jsonb default null, p_as_of bigint default null) returns json
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  c_fields constant text[] := array['mpn', 'manufacturer', 'quantity', 'designators', 'description', 'do_not_place', 'value', 'footprint',
    'supplier_numbers', 'internal_number', 'substitution', 'note', 'alternates'];
  -- Who approved a line saw these against its part.
  c_approved constant text[] := array['value', 'footprint', 'description', 'supplier_numbers', 'alternates'];
  v_old bomstream.bom_lines;
  v_new bomstream.bom_lines;
  v_before jsonb;
  v_changed text[];
  v_asks_anew boolean;
  -- What it had when it said the same before.
  v_known jsonb;
  v_loses boolean;
  v_reviewed jsonb;
  v_now jsonb;
  v_change_id bigint;
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  if p_as_of is not null then
    perform bomstream.require_seen(p_user_id, p_bom_id, array[p_line_id], p_as_of, array(select jsonb_object_keys(p_changes)));
  end if;
  v_old := bomstream.lock_line(p_bom_id, p_line_id);
  if p_judged ->> 'state' <> bomstream.line_state(v_old) then
    return '{"stale":true}'::json;
  end if;
  v_before := to_jsonb(v_old) || bomstream.line_details(v_old);
  v_changed := array(select f from unnest(c_fields) f
                     where p_changes ? f and case when f = 'alternates' then
                       (select coalesce(jsonb_agg(a - 'orderable_key'), '[]') from jsonb_array_elements(p_changes -> f) a) else p_changes -> f end
                       is distinct from v_before -> f);
  if cardinality(v_changed) > 0 then
    v_new := jsonb_populate_record(v_old, p_changes);
    -- What was found belongs to what the line asked for.
    v_asks_anew := v_changed && array['mpn', 'manufacturer', 'do_not_place']
                   -- the words of a line without a number are what it asks for
                   or (v_new.orderable_key is null and v_changed && array['value', 'footprint', 'description', 'supplier_numbers']);
    if v_asks_anew then
      v_new.status := case when v_new.do_not_place or not bomstream.asks_for_part(v_new.orderable_key, v_new.value_asks, v_new.supplier_numbers) then 'skipped' else 'pending' end;
      if v_old.status = 'pending' and v_old.run_id is not null and v_new.status = 'skipped' and exists (
        select from bomstream.enrichment_runs r where r.id = v_old.run_id and r.status = 'paused') then
        perform bomstream.refuse(409, 'run_active', 'A paused run still has to look this line up. Cancel the run, and then leave the line out.');
      end if;
    end if;
    -- One that lost its answer by an edit has it back with the last of the words that it had then, whichever those are.
    if v_asks_anew or (v_old.result_run is null and v_changed && (c_approved || array['designators'])) then
      v_known := bomstream.known_of_words(v_old, v_before || p_changes || case when p_changes ? 'alternates' then jsonb_build_object('alternates', (
        select coalesce(jsonb_agg(a - 'orderable_key'), '[]') from jsonb_array_elements(p_changes -> 'alternates') a)) else '{}' end);
      v_new := jsonb_populate_record(v_new, coalesce(v_known -> 'found', '{}'));
    end if;
    v_loses := v_asks_anew and v_known is null;
    v_reviewed := bomstream.review_state(p_line_id)
      || jsonb_build_object('words', jsonb_build_object('orderable_key', v_old.orderable_key, 'value_asks', v_old.value_asks))
      || case when 'alternates' = any (v_changed) then jsonb_build_object('alternates', (
           select coalesce(jsonb_agg(jsonb_build_object('mpn', a.mpn, 'manufacturer', a.manufacturer, 'orderable_key', a.orderable_key)
                                     order by a.position), '[]')
           from bomstream.bom_line_parts a where a.line_id = p_line_id)) else '{}' end
      || case when v_asks_anew or v_known is not null then jsonb_build_object('candidates', (
           select coalesce(jsonb_agg(to_jsonb(k) - array['line_id', 'position'] order by k.position), '[]')
           from bomstream.line_candidates k where k.line_id = p_line_id)) else '{}' end;
    update bomstream.bom_lines l
       set mpn = v_new.mpn, manufacturer = v_new.manufacturer, orderable_key = v_new.orderable_key, quantity = v_new.quantity,
           designators = v_new.designators, description = v_new.description, do_not_place = v_new.do_not_place, value = v_new.value, value_asks = v_new.value_asks,
           footprint = v_new.footprint, supplier_numbers = v_new.supplier_numbers, internal_number = v_new.internal_number,
           substitution = v_new.substitution, note = v_new.note, status = v_new.status,
           -- A worker that still holds it asks for what it was.
           fence = l.fence + 1, worker_id = null, visible_at = '-infinity',
           result_run = case when v_loses then null else v_new.result_run end,
           result_status = case when v_loses then null else v_new.result_status end,
           component_id = case when v_loses then null else v_new.component_id end,
           quality_score = case when v_loses then null else v_new.quality_score end,
           source = case when v_loses then null else v_new.source end,
           match_step = case when v_loses then null else v_new.match_step end,
           candidate_count = case when v_loses then 0 else v_new.candidate_count end,
           contradictions = case when v_loses then '[]' when v_known is not null or p_judged is null or l.result_run is null then v_new.contradictions
                                 else p_judged -> 'contradictions' end,
           remarks = case when v_loses then '[]' else v_new.remarks end,
           settled_at = case when v_loses then null else v_new.settled_at end,
           review = case when v_known is not null then v_known ->> 'review'
                         when v_asks_anew or (l.review = 'approved' and l.status <> 'skipped' and v_changed && c_approved) then 'none' else l.review end
     where l.id = p_line_id;
    if v_known is not null then
      perform bomstream.write_candidates(jsonb_build_array(jsonb_build_object('line_id', p_line_id, 'candidates', v_known -> 'candidates')), array[p_line_id]);
    elsif v_asks_anew then
      delete from bomstream.line_candidates k where k.line_id = p_line_id;
    end if;
    if 'alternates' = any (v_changed) then
      perform bomstream.write_alternates(p_line_id, p_changes -> 'alternates');
    end if;
    v_now := bomstream.review_state(p_line_id);
    insert into bomstream.bom_changes (bom_id, line_id, user_id, key_id, action, before, after, reviewed)
    select p_bom_id, p_line_id, bomstream.person(p_user_id), bomstream.key_of(p_user_id), 'edit', jsonb_object_agg(f, v_before -> f),
           jsonb_object_agg(f, case when f = 'alternates' then bomstream.line_details(v_old) -> f else p_changes -> f end),
           jsonb_build_object('before', v_reviewed, 'after', v_now - 'found')
    from unnest(v_changed) f
    returning id into v_change_id;
    -- A note and the like: what was decided before it can be taken back as before.
    if (v_now - 'state') = (v_reviewed - array['state', 'words', 'alternates', 'candidates']) then
      perform bomstream.restate_changes(p_line_id, v_change_id, array[v_reviewed ->> 'state']);
    end if;
    perform bomstream.note_change(p_bom_id);
  end if;
  return (public.bomstream_bom_line_read(p_user_id, p_bom_id, p_line_id)::jsonb || jsonb_build_object('change_id', v_change_id))::json;
end $$;
comment on function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb, jsonb, bigint) is
  'Changes what p_changes names of a line, orderable_key with mpn and value_asks with value and footprint, and says in bom_changes who did it; answers as bomstream_bom_line_read, and `change_id`, what it wrote, for bomstream_bom_review_undo, null where nothing changed. A line that asks for another part, or is placed again, loses what was found and is pending: the next run takes it; unless it said the same before (known_of_words), and has that again. Any other keeps its result, with what it says against its part after the change: p_judged {state, contradictions}, made of bomstream_bom_line_judging_read in that `state`; where the line is in another by now, nothing is done, and {stale} says so. Without p_judged what was said against it stays. A line whose words about its part change is no longer approved. With p_as_of, the newest change that the caller has seen, refuses as require_seen does. Refuses as lock_line does. Needs editor.';
revoke all on function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb, jsonb, bigint) from public, anon, authenticated;
grant execute on function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb, jsonb, bigint) to service_role;

create or replace function public.bomstream_bom_review(p_user_id uuid, p_bom_id uuid, p_line_ids uuid[], p_action text, p_choice jsonb default null, p_as_of bigint default null) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_line_id uuid;
  v_before jsonb;
  v_line bomstream.bom_lines;
  v_asked text;
  v_asks_anew boolean;
  v_change_id bigint;
  v_changes jsonb := jsonb '[]';
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  perform bomstream.require_at_most(cardinality(p_line_ids), 500, 'lines');
  if p_as_of is not null then
    perform bomstream.require_seen(p_user_id, p_bom_id, p_line_ids, p_as_of);
  end if;
  for v_line_id in select distinct x from unnest(p_line_ids) x order by 1 loop
    v_line := bomstream.lock_line(p_bom_id, v_line_id);
    v_before := bomstream.review_state(v_line_id);
    if p_action = 'nothing_to_buy' and v_line.status = 'pending' and exists (
      select from bomstream.enrichment_runs r where r.id = v_line.run_id and r.status = 'paused') then
      perform bomstream.refuse(409, 'run_active', 'A paused run still has to look this line up. Cancel the run, and then leave the line out.');
    end if;
    -- What was found belongs to what the line asked for: before a choice to the words, and after it to what was chosen.
    v_asks_anew := p_action = 'choose' or (p_action in ('reset', 'keep_as_written') and v_line.remarks @> '[{"code": "chosen"}]');
    update bomstream.bom_lines l
       set review = case p_action when 'reject' then 'rejected' when 'reset' then 'none' else 'approved' end,
           -- A line that a reset makes something to buy again is for the next run, and so is one whose part was chosen.
           status = case
             when p_action = 'nothing_to_buy' then 'skipped'
             when p_action = 'choose' and not l.do_not_place then 'pending'
             when p_action = 'reset' and l.status = 'skipped' and not l.do_not_place and bomstream.asks_for_part(l.orderable_key, l.value_asks, l.supplier_numbers)
               then case when v_asks_anew then 'pending' else coalesce(l.result_status, 'pending') end
             when v_asks_anew and l.status <> 'skipped' then 'pending'
             else l.status end,
           result_run = case when v_asks_anew then null else l.result_run end,
           result_status = case when v_asks_anew then null else l.result_status end,
           component_id = case when v_asks_anew then null else l.component_id end,
           quality_score = case when v_asks_anew then null else l.quality_score end,
           source = case when v_asks_anew then null else l.source end,
           match_step = case when v_asks_anew then null else l.match_step end,
           contradictions = case when v_asks_anew then '[]' else l.contradictions end,
           remarks = case when v_asks_anew then '[]' else l.remarks end,
           settled_at = case when v_asks_anew then null else l.settled_at end,
           -- A worker that still holds it asks for what was not decided yet.
           fence = l.fence + v_asks_anew::integer,
           worker_id = case when v_asks_anew then null else l.worker_id end,
           visible_at = case when v_asks_anew then '-infinity' else l.visible_at end
     where l.id = v_line_id;
    v_change_id := nextval('bomstream.bom_changes_id_seq');
    v_asked := bomstream.asked_key(v_line.orderable_key, v_line.manufacturer, v_line.value, v_line.footprint, v_line.supplier_numbers);
    if p_action in ('choose', 'keep_as_written') then
      insert into bomstream.part_decisions as d (organization_id, asked, mpn, manufacturer, orderable_key, decided_by, change_id)
      values (v_line.organization_id, v_asked, p_choice ->> 'mpn', p_choice ->> 'manufacturer', p_choice ->> 'orderable_key', bomstream.person(p_user_id), v_change_id)
      on conflict (organization_id, asked) do update
        set mpn = excluded.mpn, manufacturer = excluded.manufacturer, orderable_key = excluded.orderable_key,
            decided_by = excluded.decided_by, decided_at = clock_timestamp(), change_id = excluded.change_id;
    elsif p_action = 'reset' then
      delete from bomstream.part_decisions d where d.organization_id = v_line.organization_id and d.asked = v_asked;
    end if;
    insert into bomstream.bom_changes (id, bom_id, line_id, user_id, key_id, action, after, reviewed) overriding system value
    values (v_change_id, p_bom_id, v_line_id, bomstream.person(p_user_id), bomstream.key_of(p_user_id), p_action, p_choice - 'orderable_key',
            jsonb_build_object('before', v_before, 'after', bomstream.review_state(v_line_id) - 'found'));
    v_changes := v_changes || jsonb_build_object('line_id', v_line_id, 'change_id', v_change_id);
  end loop;
  perform bomstream.note_change(p_bom_id);
  return jsonb_build_object('bom_id', p_bom_id, 'reviewed', jsonb_array_length(v_changes), 'changes', v_changes);
end $$;
comment on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb, bigint) is
  'What people decide of lines, all or none of at most 500: approve (right), choose (p_choice {mpn, manufacturer, orderable_key} is the part that is meant: the line loses what was found but for its candidates, and the next run looks that up), keep_as_written (meant so, whatever was found; a line whose part was chosen loses what was found of it, and is pending), nothing_to_buy (skipped from now on), reject (what was found is not it), reset (nothing decided: a line whose chosen part was found loses that, and is pending). What is chosen or kept is remembered for the organization and used for the same words in later runs, until a reset. `changes` [{line_id, change_id}] is what it wrote, for bomstream_bom_review_undo. With p_as_of, the newest change that the caller has seen, refuses as require_seen does. Refuses as lock_line does. Needs editor.';
revoke all on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb, bigint) from public, anon, authenticated;
grant execute on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb, bigint) to service_role;

create or replace function public.bomstream_bom_review_undo(p_user_id uuid, p_bom_id uuid, p_line_ids uuid[], p_change_ids bigint[] default null) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_line_id uuid;
  v_line bomstream.bom_lines;
  v_change bomstream.bom_changes;
  v_now jsonb;
  v_before jsonb;
  v_after jsonb;
  v_back bomstream.bom_lines;
  v_is_same boolean;
  v_asked_anew boolean;
  v_is_anew boolean;
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  perform bomstream.require_at_most(cardinality(p_line_ids), 500, 'lines');
  for v_line_id in select distinct x from unnest(p_line_ids) x order by 1 loop
    v_line := bomstream.lock_line(p_bom_id, v_line_id);
    if p_change_ids is null then
      select * into v_change from bomstream.bom_changes c
      where c.line_id = v_line_id and c.action not in ('edit', 'undo') and not c.undone
      order by c.id desc limit 1;
    else
      v_change := bomstream.change_to_undo(p_user_id, v_line, p_change_ids);
    end if;
    v_now := bomstream.review_state(v_line_id);
    v_before := v_change.reviewed -> 'before';
    v_after := v_change.reviewed -> 'after';
    -- What was carried over from another revision has no change, and may be a question that is open.
    if v_change.action is distinct from 'edit' and (v_line.review = 'none' and v_change.action is distinct from 'reset'
       or v_change.id is null and v_line.review not in ('approved', 'rejected')
       or v_after is not null and (v_now -> 'review', v_now -> 'asked') is distinct from (v_after -> 'review', v_after -> 'asked')) then
      perform bomstream.refuse(409, 'nothing_to_undo', format('%s was changed since it was decided. Decide it anew.', bomstream.line_name(v_line, true)));
    end if;

    if v_change.action = 'edit' then
      perform bomstream.undo_edit(p_user_id, v_line, v_change);
    elsif v_before is null and v_change.action in ('choose', 'keep_as_written') then
      -- Decided before release 0.4.0, which nobody noted the state before: nothing is decided.
      perform public.bomstream_bom_review(p_user_id, p_bom_id, array[v_line_id], 'reset');
    else
      -- Nothing was found and nobody edited it since; a run at work counts on what it has to look up.
      v_is_same := v_after -> 'state' = v_now -> 'state' and not exists (
        select from bomstream.enrichment_runs r where r.bom_id = p_bom_id and r.status in ('queued', 'enriching', 'paused'));
      if v_change.action = 'reset' and v_is_same is not true then
        perform bomstream.refuse(409, 'nothing_to_undo', format('%s was changed since it was decided. Decide it anew.', bomstream.line_name(v_line, true)));
      end if;
      v_asked_anew := coalesce(v_change.action in ('choose', 'reset')
        or v_change.action = 'keep_as_written' and v_before #> '{found,remarks}' @> '[{"code": "chosen"}]', false);
      v_back := case when v_is_same then jsonb_populate_record(v_line, v_before -> 'found') else v_line end;
      -- What a run has found since of the part that was chosen, or of the words in place of the one chosen before.
      v_is_anew := v_is_same is not true and (v_change.action = 'choose' and v_line.remarks @> '[{"code": "chosen"}]'
        or v_change.action = 'keep_as_written' and v_asked_anew);
      update bomstream.bom_lines l
         set review = coalesce(v_before ->> 'review', 'none'),
             status = case
               when v_is_same then v_back.status
               when l.status = 'skipped' and v_line.review = 'approved' and not l.do_not_place and bomstream.asks_for_part(l.orderable_key, l.value_asks, l.supplier_numbers)
                 then coalesce(l.result_status, 'pending')
               when v_is_anew and l.status <> 'skipped' then 'pending'
               else l.status end,
             result_run = case when v_is_anew then null else v_back.result_run end,
             result_status = case when v_is_anew then null else v_back.result_status end,
             component_id = case when v_is_anew then null else v_back.component_id end,
             quality_score = case when v_is_anew then null else v_back.quality_score end,
             source = case when v_is_anew then null else v_back.source end,
             match_step = case when v_is_anew then null else v_back.match_step end,
             contradictions = case when v_is_anew then '[]' else v_back.contradictions end,
             remarks = case when v_is_anew then '[]' else v_back.remarks end,
             settled_at = case when v_is_anew then null else v_back.settled_at end,
             -- A worker that still holds it asks for what was decided.
             fence = l.fence + v_asked_anew::integer,
             worker_id = case when v_asked_anew then null else l.worker_id end,
             visible_at = case when v_asked_anew then '-infinity' else l.visible_at end
       where l.id = v_line_id;
      if v_is_same then
        perform bomstream.restate_changes(v_line_id, v_change.id, array[v_before ->> 'state']);
      end if;
      -- Nobody has decided of these words since, here or in another BOM.
      if (v_before -> 'decision') is distinct from (v_after -> 'decision') and (v_now -> 'decision') is not distinct from (v_after -> 'decision') then
        delete from bomstream.part_decisions d where d.organization_id = v_line.organization_id and d.asked = v_now ->> 'asked';
        -- A decision that was taken back elsewhere meanwhile is nobody's any more.
        if v_before -> 'decision' <> 'null' and not exists (
          select from bomstream.bom_changes c where c.id = (v_before #>> '{decision,change_id}')::bigint and c.undone) then
          insert into bomstream.part_decisions (organization_id, asked, mpn, manufacturer, orderable_key, decided_by, decided_at, change_id)
          select d.organization_id, d.asked, d.mpn, d.manufacturer, d.orderable_key,
                 -- whose account may be gone
                 (select u.id from auth.users u where u.id = d.decided_by), d.decided_at, d.change_id
          from jsonb_populate_record(null::bomstream.part_decisions, v_before -> 'decision') d;
        end if;
      end if;
    end if;
    update bomstream.bom_changes c set undone = true, reviewed = null where c.id = v_change.id;
    insert into bomstream.bom_changes (bom_id, line_id, user_id, key_id, action, took_back, took_back_wholly)
    values (p_bom_id, v_line_id, bomstream.person(p_user_id), bomstream.key_of(p_user_id), 'undo', v_change.id,
            coalesce(bomstream.review_state(v_line_id) - 'state' = v_before - array['state', 'words', 'alternates', 'candidates'], false));
  end loop;
  perform bomstream.note_change(p_bom_id);
  return jsonb_build_object('bom_id', p_bom_id, 'reviewed', (select count(distinct x) from unnest(p_line_ids) x), 'changes', jsonb '[]');
end $$;
comment on function public.bomstream_bom_review_undo(uuid, uuid, uuid[], bigint[]) is
  'Takes the last review of lines back, all or none of at most 500: each has the review that it had before, and the organization remembers for its words what it did, unless somebody has decided of them since. Where nothing was found and nobody edited it since, it has what was found back, too; else it keeps what was found, but for that of a chosen part, which it loses and is pending. Of a review that was carried over from another revision, nothing is decided. With p_change_ids, the changes that are meant, one a line and edits too, as undo_edit has those: refuses as change_to_undo does where somebody has decided since. Refuses as lock_line does, and 409 nothing_to_undo where no review is left that could be taken back. Needs editor.';
revoke all on function public.bomstream_bom_review_undo(uuid, uuid, uuid[], bigint[]) from public, anon, authenticated;
grant execute on function public.bomstream_bom_review_undo(uuid, uuid, uuid[], bigint[]) to service_role;

create or replace function public.bomstream_bom_changes(p_user_id uuid, p_bom_id uuid, p_before bigint default null, p_limit integer default 100) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  perform bomstream.require_at_most(p_limit, 100, 'changes');
  return (
    with page as (
      select c.*, row_number() over (order by c.id desc) as nth
      from (select * from bomstream.bom_changes o
            where o.bom_id = p_bom_id and (p_before is null or o.id < p_before)
            order by o.id desc limit p_limit + 1) c)
    select jsonb_build_object(
      'bom_id', p_bom_id,
      'changes', coalesce(jsonb_agg(jsonb_build_object(
        'change_id', p.id, 'line_id', p.line_id, 'line_number', l.line_number, 'line_name', bomstream.line_name(l.line, true),
        'user_id', p.user_id, 'key_id', p.key_id, 'action', p.action, 'before', p.before, 'after', p.after,
        'created_at', bomstream.iso(p.created_at)) order by p.id desc) filter (where p.nth <= p_limit), '[]'),
      'next', case when count(*) > p_limit then min(p.id) filter (where p.nth <= p_limit) end)
    from page p
    left join lateral (select b as line, b.line_number from bomstream.bom_lines b where b.id = p.line_id limit 1) l on true);
end $$;
comment on function public.bomstream_bom_changes(uuid, uuid, bigint, integer) is
  'A page of what people did to lines of the BOM, the newest first, each with how people call its line. `next` is what to give as p_before for the next page, null on the last one. Needs viewer.';
revoke all on function public.bomstream_bom_changes(uuid, uuid, bigint, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_changes(uuid, uuid, bigint, integer) to service_role;

create or replace function public.bomstream_bom_lines_read(
  p_user_id uuid, p_bom_id uuid, p_facts text[], p_since_run integer default null, p_since_seq integer default null,
  p_after integer default 0, p_limit integer default 500, p_sort text default null, p_descending boolean default false,
  p_filter jsonb default null, p_stale boolean default false)
returns json language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- One more than is answered, to know whether there are more.
  v_ids uuid[];
  -- While a run is at work each of its events makes it old: it may be so old then. What other BOMs' runs brought of the same
  -- parts is looked at so often.
  c_behind constant interval := interval '5 seconds';
  c_old constant interval := interval '10 minutes';
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  v_judged bomstream.bom_judgements;
begin
  if p_sort is not null then
    select * into v_judged from bomstream.bom_judgements j where j.bom_id = p_bom_id;
  end if;
  if p_sort is not null and not p_stale and (
       v_judged.bom_id is null or v_judged.boards <> coalesce(v_bom.boards, 25) or v_judged.judged_at < clock_timestamp() - c_old
       or (v_judged.version <> bomstream.judging_version(v_bom) and (
             v_judged.judged_at < clock_timestamp() - c_behind
             or not exists (select from bomstream.enrichment_runs r
                            where r.bom_id = p_bom_id and r.status in ('queued', 'enriching'))))) then
    return '{"stale":true}'::json;
  end if;
  perform bomstream.require_at_most(p_limit, 500, 'lines');
  -- All of it sees one snapshot, that of the call: the event id and the lines agree with each other.
  if p_sort is not null then
    v_ids := bomstream.judged_lines(p_bom_id, p_sort, p_descending, p_filter, p_after, p_limit + 1);
  elsif p_since_run is null then
    v_ids := array(
      select l.id from bomstream.bom_lines l
      where l.bom_id = p_bom_id and l.line_number > p_after
      order by l.line_number limit p_limit + 1);
  elsif p_since_run < (select max(r.run) from bomstream.enrichment_runs r where r.bom_id = p_bom_id) then
    -- A later run has put the lines back that it took, which may be all of them: the lines are gone through in order.
    v_ids := array(
      select l.id from bomstream.bom_lines l
      where l.bom_id = p_bom_id and l.line_number > p_after
        and (l.changed_run, l.changed_seq) > (p_since_run, p_since_seq)
      order by l.line_number limit p_limit + 1);
  else
    v_ids := array(
      -- looked up, however many are asked for: mostly they are few
      with changed as materialized (
        select l.id, l.line_number from bomstream.bom_lines l
        where l.bom_id = p_bom_id and l.changed_run = p_since_run and l.changed_seq > p_since_seq
          -- what no line of a run that goes on has by its start alone: the index leaves those out
          and l.changed_seq > 1)
      select c.id from changed c where c.line_number > p_after order by c.line_number limit p_limit + 1);
  end if;
  return (
    select json_build_object(
      'bom_id', p_bom_id,
      'event_id', (select p.run || '-' || p.seq from bomstream.enrichment_progress p where p.bom_id = p_bom_id),
      'change_id', v_bom.change_id,
      'judged', case when p_sort is not null then
        json_build_object('event_id', v_judged.event_id, 'boards', v_judged.boards, 'at', bomstream.iso(v_judged.judged_at)) end,
      -- Text until the end, because json would be read, and jsonb copied, once more for each level of the answer around it.
      'lines', coalesce('[' || string_agg(bomstream.line_json(i.l, short.component, j.judged, t.alternates), ',' order by n.place) || ']', '[]')::json,
      'next', case when cardinality(v_ids) > p_limit then (array_agg(i.line_number order by n.place desc))[1] end)
    from unnest(v_ids[:p_limit]) with ordinality n(id, place)
    -- Joined, and so read once: as a column it would be read again wherever a part of it is named.
    cross join lateral (
      select b as l, b.line_number, b.component_id from bomstream.bom_lines b where b.id = n.id limit 1) i
    cross join lateral (select count(*)::integer as alternates from bomstream.bom_line_parts a where a.line_id = n.id) t
    -- one by one, each by its key
    left join lateral (
      select c.id, c.mpn, c.manufacturer, coalesce(c.known, c.fields) as fields from bomstream.components c
      where v_bom.released_at is null and c.id = i.component_id limit 1) k on true
    left join lateral (
      select r.component_id, r.mpn, r.manufacturer, r.fields from bomstream.released_parts r
      where v_bom.released_at is not null and r.bom_id = p_bom_id and r.component_id = i.component_id limit 1) p on true
    left join lateral (
      select '{' || concat_ws(',',
        '"verdict":"' || o.verdict || '"', '"risk":' || to_json(o.risk), '"unit_price":' || o.unit_price, '"currency":' || to_json(o.currency),
        '"stock":' || o.stock) || '}' as judged
      from bomstream.line_judgements o where o.bom_id = p_bom_id and o.line_number = i.line_number limit 1) j on p_sort is not null
    left join lateral (
      select '{' || concat_ws(',',
        '"mpn":' || to_json(coalesce(k.mpn, p.mpn)),
        '"manufacturer":' || to_json(coalesce(k.manufacturer, p.manufacturer)),
        '"facts":{' || coalesce(string_agg(
          -- one of ours, so there is nothing in it to escape
          '"' || f.key || '":' || case when f.value ? 'unit' then '[' || (f.value -> 'value')::text || ',' || (f.value -> 'unit')::text || ']'
                                        else (f.value -> 'value')::text end, ',') filter (where f.key = any (p_facts)), '') || '}',
        -- Where no number tells the part from its neighbours, words do.
        '"description":' || case when not bool_or(f.value ? 'unit')
                                 then to_json(coalesce(k.fields, p.fields) #>> '{description,value}') end,
        '"disputed":{' || string_agg(to_json(f.key) || ':' || jsonb_path_query_array(f.value, '$.conflicts[*].value')::text, ',')
                            filter (where f.value ? 'conflicts' and f.key = any (p_facts)) || '}',
        case when bool_or(f.value ->> 'source' like '%-sandbox' or (
                 f.value ? 'conflicts' and jsonb_path_exists(f.value, '$.conflicts[*].source ? (@ like_regex "-sandbox$")')))
               -- What it sells the part for outlives the supplier that was tried out, and counts as long.
               or exists (select from bomstream.supplier_offers s where s.component_id = k.id and s.supplier like '%-sandbox')
               or exists (select from bomstream.released_offers s
                          where s.bom_id = p_bom_id and s.component_id = p.component_id and s.supplier like '%-sandbox')
             then '"sandbox":true' end) || '}' as component
      from jsonb_each(coalesce(k.fields, p.fields)) f) short on coalesce(k.id, p.component_id) is not null);
end $$;
comment on function public.bomstream_bom_lines_read(uuid, uuid, text[], integer, integer, integer, integer, text, boolean, jsonb, boolean) is
  'A page of the BOM''s lines in their order, at most 500 behind the number p_after, and the newest event''s and the newest change''s id, from one snapshot; with a since id only the lines changed by later events; with p_sort in the order of bomstream.judged_lines and as p_filter says, behind the line p_after, or only {stale: true} where the BOM has to be judged anew for that and p_stale does not say that old will do. Then each line has what it was judged to be (`judged`), and `judged` beside them says as of when: without p_sort a page is as small as it was. `next` is what to give as p_after for the next page, null on the last one. What a line has not is left out. A component comes in short, without offers and sources: the `facts` named by p_facts, each a text or [number, unit]; `description` where no field is a number with a unit; `disputed`, what other sources say of a fact instead; `sandbox`, that a supplier''s sandbox made up some of it, a fact or an offer. The last three are there only where there is something to say. Needs viewer.';
revoke all on function public.bomstream_bom_lines_read(uuid, uuid, text[], integer, integer, integer, integer, text, boolean, jsonb, boolean) from public, anon, authenticated;
grant execute on function public.bomstream_bom_lines_read(uuid, uuid, text[], integer, integer, integer, integer, text, boolean, jsonb, boolean) to service_role;

create or replace function public.bomstream_bom_line_read(p_user_id uuid, p_bom_id uuid, p_line_id uuid) returns json
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  v_line bomstream.bom_lines;
begin
  select * into v_line from bomstream.bom_lines l where l.id = p_line_id and l.bom_id = p_bom_id;
  if v_line.id is null then
    perform bomstream.refuse(404, 'line_not_found', 'This BOM has no line with this id.');
  end if;
  return (
    select (bomstream.line_details(v_line)
      -- of a released BOM as it was: what is known of them since is not asked
      || case when v_bom.released_at is null then jsonb_build_object('alternates', bomstream.known_alternates(p_line_id, v_bom.organization_id)) else '{}' end
      || jsonb_build_object(
      'bom_id', p_bom_id,
      'event_id', (select p.run || '-' || p.seq from bomstream.enrichment_progress p where p.bom_id = p_bom_id),
      'settled_at', bomstream.iso(v_line.settled_at),
      'review_change_id', (select max(c.id) from bomstream.bom_changes c
                           where c.line_id = p_line_id and c.action not in ('edit', 'undo') and not c.undone),
      'last_change', (select jsonb_build_object('change_id', c.id, 'action', c.action) from bomstream.bom_changes c
                      where c.line_id = p_line_id and c.action <> 'undo' and not c.undone and (c.action <> 'edit' or c.reviewed is not null)
                      order by c.id desc limit 1),
      'line', bomstream.line_json(v_line, case when c.id is not null then json_build_object(
        'component_id', c.id, 'mpn', c.mpn, 'manufacturer', c.manufacturer, 'quality_score', c.quality_score,
        'fields', c.fields, 'offers', c.offers)::text end)::json))::json
    from (select 1) one left join lateral (
      select k.id, k.mpn, k.manufacturer, k.quality_score, coalesce(k.known, k.fields) as fields, bomstream.component_offers(k.id, v_bom.organization_id) as offers
      from bomstream.components k where v_bom.released_at is null and k.id = v_line.component_id
      union all
      select p.component_id, p.mpn, p.manufacturer, p.quality_score, p.fields,
             bomstream.component_offers(p.component_id, v_bom.organization_id, p_bom_id)
      from bomstream.released_parts p
      where v_bom.released_at is not null and p.bom_id = p_bom_id and p.component_id = v_line.component_id) c on true);
end $$;
comment on function public.bomstream_bom_line_read(uuid, uuid, uuid) is
  'One line of the BOM with its alternates as known_alternates has them, unless it is released, and with all that is known of its component: every field with its sources, and at most thirty offers, the organization''s own first, a marketplace''s last, and of each the most in stock first; an own offer takes the place of the shared one of the same supplier, seller and supplier part number. `review_change_id` is the newest review of it that nobody has taken back, for bomstream_bom_review_undo; `last_change` {change_id, action} the newest of all that could be taken back, edits as well. Needs viewer.';
revoke all on function public.bomstream_bom_line_read(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_line_read(uuid, uuid, uuid) to service_role;

create or replace function public.bomstream_bom_order_read(p_user_id uuid, p_bom_id uuid) returns json
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- Lists hold a few words of it.
  c_description constant integer := 200;
  v_judging json := public.bomstream_bom_judging_read(p_user_id, p_bom_id);
  v_is_released boolean := (select b.released_at is not null from bomstream.boms b where b.id = p_bom_id);
  v_components uuid[];
begin
  v_components := array(select distinct l.component_id from bomstream.bom_lines l where l.bom_id = p_bom_id);
  return format('{"judging":%s,"lines":[%s],"parts":[%s]}',
    v_judging,
    (select string_agg(json_build_array(l.id, l.designators, l.manufacturer, l.value, l.footprint,
                                        left(l.description, c_description), l.supplier_numbers, l.source_row)::text,
                       ',' order by l.line_number)
     from bomstream.bom_lines l where l.bom_id = p_bom_id),
    case when v_is_released is not true then (
      select string_agg(json_build_array(c.id, c.mpn, c.manufacturer)::text, ',')
      from unnest(v_components) k(id)
      join lateral (select a.id, a.mpn, a.manufacturer from bomstream.components a where a.id = k.id limit 1) c on true)
    else (
      select string_agg(json_build_array(p.component_id, p.mpn, p.manufacturer)::text, ',')
      from bomstream.released_parts p where p.bom_id = p_bom_id) end)::json;
end $$;
comment on function public.bomstream_bom_order_read(uuid, uuid) is
  'What order lists are made of, in one snapshot: `judging` as bomstream_bom_judging_read has it; `lines` as [id, designators, manufacturer, value, footprint, the begin of the description, distributors'' numbers, row of the file]; `parts` as [component id, number, manufacturer]. Needs viewer.';
revoke all on function public.bomstream_bom_order_read(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_order_read(uuid, uuid) to service_role;

create or replace function public.bomstream_bom_compare(
  p_user_id uuid, p_bom_id uuid, p_other_id uuid, p_run integer default null, p_other_run integer default null,
  p_field text default null, p_after integer default 0, p_limit integer default 100)
returns json language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_run uuid;
  v_other_run uuid;
  v_is_released boolean;
begin
  perform bomstream.require_at_most(p_limit, 500, 'differences');
  v_is_released := (bomstream.require_bom(p_user_id, p_bom_id, 'viewer')).released_at is not null;
  v_is_released := (bomstream.require_bom(p_user_id, p_other_id, 'viewer')).released_at is not null or v_is_released;
  if p_run is not null then
    v_run := (select r.id from bomstream.enrichment_runs r where r.bom_id = p_bom_id and r.run = p_run and not r.results_expired);
    v_other_run := (select r.id from bomstream.enrichment_runs r where r.bom_id = p_bom_id and r.run = p_other_run and not r.results_expired);
    if v_run is null or v_other_run is null then
      perform bomstream.refuse(404, 'run_not_found',
        'The BOM has no such run, or what it found is no longer kept: that of the last ten runs is. GET boms/{bom_id}/runs lists them.');
    end if;
  end if;
  return (
    with lines as materialized (
      select l.id, l.bom_id, l.line_number, l.mpn, l.quantity, l.status, l.component_id, l.result_run
      from bomstream.bom_lines l where l.bom_id in (p_bom_id, p_other_id)
    ), runs as materialized (
      -- those that settled a line last: mostly one of each BOM
      select r.id, r.bom_id, r.run from bomstream.enrichment_runs r
      where p_run is null and r.bom_id in (p_bom_id, p_other_id)
        and (r.bom_id, r.run) in (select distinct l.bom_id, l.result_run from lines l)
    ), found as materialized (
      -- run by run: line by line, each would be looked up by itself
      select x.run_id, x.line_id, x.status, x.component_id, x.unit_price, x.currency, x.stock, x.lifecycle
      from bomstream.run_line_results x
      where x.run_id = any (case when p_run is null then array(select r.id from runs r) else array[v_run, v_other_run] end)
    ), known as materialized (
      -- What the run that is asked for found of each line, or else the last one that settled it.
      select l.id as line_id, l.bom_id, f.run_id, l.line_number, l.mpn as asked, l.quantity, coalesce(f.status, l.status) as state,
             f.unit_price, f.currency, f.stock, f.lifecycle, case when p_run is null then l.component_id else f.component_id end as component_id
      from lines l
      left join runs r on r.bom_id = l.bom_id and r.run = l.result_run
      left join found f on f.line_id = l.id and (p_run is not null or f.run_id = r.id)
    ), pairs as materialized (
      -- two BOMs: their lines, paired; those that have no partner alone
      select p.old_id, p.new_id from bomstream.pair_lines(p_bom_id, p_other_id) p where p_run is null and p_bom_id <> p_other_id
      union all
      select l.id, l.id from lines l where l.bom_id = p_bom_id and (p_run is not null or p_bom_id = p_other_id)
    ), sides as materialized (
      select p.old_id, p.new_id from pairs p
      union all
      select l.id, null from lines l
      where l.bom_id = p_bom_id and not exists (select from pairs p where p.old_id = l.id)
      union all
      select null, l.id from lines l
      where l.bom_id = p_other_id and not exists (select from pairs p where p.new_id = l.id)
    ), compared as materialized (
      select coalesce(a.line_number * 2, b.line_number * 2 + 1) as place, b.line_id as b_id, a.line_id as a_id,
        b.line_id is null as added, a.line_id is null as removed, k.is_both and case
          when not k.is_known then b.asked is distinct from a.asked
          -- Most lines have one component on both sides, whose names need not be looked up. Of a released BOM they are those of then.
          when b.component_id = a.component_id and not v_is_released then false
          else exists (
            select from (select 1) one
            left join bomstream.released_parts bp on v_is_released and bp.bom_id = b.bom_id and bp.component_id = b.component_id
            left join bomstream.components bc on bc.id = b.component_id
            left join bomstream.released_parts ap on v_is_released and ap.bom_id = a.bom_id and ap.component_id = a.component_id
            left join bomstream.components ac on ac.id = a.component_id
            where (coalesce(bp.mpn, bc.mpn, b.asked), coalesce(bp.manufacturer, bc.manufacturer))
              is distinct from (coalesce(ap.mpn, ac.mpn, a.asked), coalesce(ap.manufacturer, ac.manufacturer))) end as part,
        k.is_both and b.quantity is distinct from a.quantity as quantity,
        k.is_both and b.state <> a.state and (k.is_known or 'skipped' in (b.state, a.state)) as state,
        k.is_known and (b.unit_price, b.currency) is distinct from (a.unit_price, a.currency) as price,
        k.is_known and b.stock is distinct from a.stock as stock,
        k.is_known and b.lifecycle is distinct from a.lifecycle as lifecycle,
        k.is_both and (b.run_id is null) <> (a.run_id is null) as half_known
      from sides s
      left join known b on b.line_id = s.old_id and (p_run is null or b.run_id = v_run)
      left join known a on a.line_id = s.new_id and (p_run is null or a.run_id = v_other_run)
      -- What was not looked up yet on one side is no change: there, what the BOM asks for is all that can differ.
      cross join lateral (select b.line_id is not null and a.line_id is not null as is_both, b.run_id is not null and a.run_id is not null as is_known) k
      -- of runs: what both of them settled
      where p_run is null or k.is_both
    ), page as (
      select c.*, array_remove(array[
          case when c.added then 'added' end, case when c.removed then 'removed' end, case when c.part then 'part' end,
          case when c.quantity then 'quantity' end, case when c.state then 'state' end, case when c.price then 'price' end,
          case when c.stock then 'stock' end, case when c.lifecycle then 'lifecycle' end], null) as fields
      from compared c
      where c.place > p_after and case p_field
        when 'added' then c.added when 'removed' then c.removed when 'part' then c.part when 'quantity' then c.quantity when 'state' then c.state
        when 'price' then c.price when 'stock' then c.stock when 'lifecycle' then c.lifecycle
        else p_field is null and (c.added or c.removed or c.part or c.quantity or c.state or c.price or c.stock or c.lifecycle) end
      order by c.place limit p_limit + 1
    ), named as (
      select k.line_id, k.run_id, to_jsonb(k) - 'bom_id' - 'run_id' - 'component_id' || jsonb_build_object(
               'name', (select bomstream.line_name(l) from bomstream.bom_lines l where l.id = k.line_id),
               'part', coalesce(p.mpn, c.mpn), 'manufacturer', coalesce(p.manufacturer, c.manufacturer)) as said
      from known k
      left join lateral (select r.mpn, r.manufacturer from bomstream.released_parts r
                         where v_is_released and r.bom_id = k.bom_id and r.component_id = k.component_id limit 1) p on true
      left join lateral (select c.mpn, c.manufacturer from bomstream.components c where c.id = k.component_id limit 1) c on true
      where k.line_id in (select unnest(array[n.b_id, n.a_id]) from page n)
    )
    select json_build_object(
      'bom_id', p_bom_id, 'other_id', p_other_id,
      'counts', (
        select json_build_object(
          'compared', count(*),
          'same', count(*) filter (where not (c.added or c.removed or c.part or c.quantity or c.state or c.price or c.stock or c.lifecycle)),
          'not_looked_up', count(*) filter (where c.half_known),
          'added', count(*) filter (where c.added), 'removed', count(*) filter (where c.removed),
          'part', count(*) filter (where c.part), 'quantity', count(*) filter (where c.quantity),
          'state', count(*) filter (where c.state), 'price', count(*) filter (where c.price),
          'stock', count(*) filter (where c.stock), 'lifecycle', count(*) filter (where c.lifecycle))
        from compared c),
      'differences', (
        select coalesce(json_agg(json_build_object('fields', n.fields, 'before', b.said, 'after', a.said) order by n.place), '[]')
        from (select * from page order by place limit p_limit) n
        left join named b on b.line_id = n.b_id and (p_run is null or b.run_id = v_run)
        left join named a on a.line_id = n.a_id and (p_run is null or a.run_id = v_other_run)),
      'next', (select case when count(*) > p_limit then (array_agg(p.place order by p.place))[p_limit] end from page p)));
end $$;
comment on function public.bomstream_bom_compare(uuid, uuid, uuid, integer, integer, text, integer, integer) is
  'How a BOM''s lines differ from those of another, paired as for a revision, or, with run numbers, what two of its runs found of the lines that both settled: counts of lines by what differs, and a page of at most 500 that do (in p_field, if given) behind the place p_after; `next` is the p_after of the next page, null on the last. Refuses a run that is not there or whose results are no longer kept. Needs viewer of both.';
revoke all on function public.bomstream_bom_compare(uuid, uuid, uuid, integer, integer, text, integer, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_compare(uuid, uuid, uuid, integer, integer, text, integer, integer) to service_role;

create or replace function public.bomstream_bom_delete(p_user_id uuid, p_bom_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'admin');
begin
  -- Its row is locked first, then its runs and lines with it: whatever works on it either ends before, or finds it gone.
  delete from bomstream.boms b where b.id = p_bom_id;
  if found then
    insert into bomstream.deleted_boms (bom_id, organization_id) values (p_bom_id, v_bom.organization_id);
  end if;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_bom_delete(uuid, uuid) is
  'Deletes a BOM with its lines, runs and events, whether or not a run is active: a worker that holds lines of it learns so from its next call, and streams from the table, those over its organization for a minute. Needs admin.';
revoke all on function public.bomstream_bom_delete(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_delete(uuid, uuid) to service_role;

create or replace function public.bomstream_bom_release(p_user_id uuid, p_bom_id uuid, p_name text default null, p_boards integer default null) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  v_components uuid[];
begin
  select * into v_bom from bomstream.boms b where b.id = p_bom_id for no key update;
  -- deleted since it was looked up
  if not found then
    perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  end if;
  perform bomstream.require_unreleased(v_bom);
  if exists (select from bomstream.enrichment_runs r where r.bom_id = p_bom_id and r.status in ('queued', 'enriching', 'paused')) then
    perform bomstream.refuse(409, 'run_active', 'This BOM has a run that has not ended. Wait for it or cancel it first, and release what was found.');
  end if;
  v_components := array(select distinct l.component_id from bomstream.bom_lines l where l.bom_id = p_bom_id);
  insert into bomstream.released_parts (bom_id, component_id, mpn, manufacturer, quality_score, fields, brief, own_stock, own)
  select p_bom_id, c.id, c.mpn, c.manufacturer, c.quality_score, coalesce(c.known, c.fields), c.brief, w.quantity, c.organization_id is not null
  from unnest(v_components) k(id)
  join lateral (select * from bomstream.components a where a.id = k.id limit 1) c on true
  left join bomstream.own_stock w on w.organization_id = v_bom.organization_id and w.orderable_key = c.orderable_key and w.manufacturer = c.manufacturer;
  insert into bomstream.released_offers (
    bom_id, component_id, own, agreed, supplier, supplier_part_number, stock, min_quantity, multiple, lead_time_days, price_breaks,
    url, manufacturer_as_given, fetched_at, seller, marketplace, packaging, max_quantity, reeling_fee, country_of_origin,
    tariff_code, moisture_sensitivity, status, valid_until, brief)
  select p_bom_id, k.id, o.organization_id is not null, false, o.supplier, o.supplier_part_number, o.stock, o.min_quantity,
         o.multiple, o.lead_time_days, o.price_breaks, o.url, o.manufacturer_as_given, o.fetched_at, o.seller, o.marketplace,
         o.packaging, o.max_quantity, o.reeling_fee, o.country_of_origin, o.tariff_code, o.moisture_sensitivity, o.status, null, o.brief
  from unnest(v_components) k(id)
  -- as in judging_of
  join lateral (select * from bomstream.supplier_offers f
                where f.component_id = k.id and (f.organization_id is null or f.organization_id = v_bom.organization_id)
                limit 100) o on true;
  insert into bomstream.released_offers (
    bom_id, component_id, own, agreed, supplier, supplier_part_number, price_breaks, fetched_at, seller, marketplace, valid_until, brief)
  select p_bom_id, k.id, true, true, n.supplier, n.mpn, n.price_breaks, n.observed_at, '', false, n.valid_until, n.brief
  from unnest(v_components) k(id)
  join lateral (select a.orderable_key, a.manufacturer from bomstream.components a where a.id = k.id limit 1) c on true
  join lateral (select * from bomstream.own_prices r
                where r.organization_id = v_bom.organization_id and r.orderable_key = c.orderable_key and r.manufacturer = c.manufacturer
                  and (r.valid_until is null or r.valid_until >= current_date)
                limit 100) n on true
  -- Who has agreed on none is not asked for each part.
  where (select o.own_price_rows > 0 from bomstream.organizations o where o.id = v_bom.organization_id);
  update bomstream.boms b
     set released_at = now(), released_by = bomstream.person(p_user_id), released_by_key = bomstream.key_of(p_user_id),
         -- Told to those who watch it as changes of lines are; after it there are none.
         change_id = nextval('bomstream.bom_changes_id_seq'), changed_at = now(),
         release_name = p_name, release_boards = p_boards, boards = coalesce(p_boards, b.boards), schedule_due_at = null,
         release_suppliers = (select jsonb_build_object('blocked', o.blocked_suppliers, 'preferred', o.preferred_suppliers)
                              from bomstream.organizations o where o.id = v_bom.organization_id)
   where b.id = p_bom_id
  returning * into v_bom;
  return bomstream.bom_summary(v_bom);
end $$;
comment on function public.bomstream_bom_release(uuid, uuid, text, integer) is
  'Freezes the BOM with its lines, their components and offers, own stock and agreed prices as they are known now: from then on it is read, compared, exported and deleted, and nothing else. Streams tell of it as of a change of its lines. 409 bom_released, and run_active while a run is active. Needs editor.';
revoke all on function public.bomstream_bom_release(uuid, uuid, text, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_release(uuid, uuid, text, integer) to service_role;

create or replace function public.bomstream_sweep() returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- What one call deletes: some tens of milliseconds of work.
  c_events constant integer := 2000;
  c_runs constant integer := 100;
  c_results constant integer := 5000;
  c_rows constant integer := 500;
  v_organization_id uuid;
  v_of_organizations integer := 0;
  v_run record;
  v_deleted integer;
  v_events integer := 0;
  v_results integer := 0;
  v_invocations integer;
  v_workers integer;
  v_answers integer;
  v_changes integer;
  v_deliveries integer;
  v_ticks integer := 0;
  v_from bigint;
  v_upto bigint;
begin
  -- Two at once would only wait for each other.
  if not pg_try_advisory_xact_lock(hashtext('bomstream.sweep')) then
    return jsonb_build_object('busy', true);
  end if;

  -- BOMs come before everything below in the order of locks. An import may hold the organization for a moment.
  select o.id into v_organization_id from bomstream.organizations o
  where o.deleted_at is not null order by o.deleted_at limit 1 for no key update skip locked;
  if found then
    v_of_organizations := bomstream.delete_organization_piece(v_organization_id);
  end if;

  -- Run by run, the run locked first, as in the deletion of its BOM. One that has not ended keeps all of its events: it
  -- must find them when it goes on.
  for v_run in
    select r.id, r.bom_id, r.run from bomstream.enrichment_runs r
    where r.completed_at < now() - interval '30 days' and not r.events_swept
    order by r.completed_at limit c_runs for no key update skip locked
  loop
    delete from bomstream.enrichment_events e
     where e.bom_id = v_run.bom_id and e.run = v_run.run
       and e.seq = any (array(select o.seq from bomstream.enrichment_events o
                              where o.bom_id = v_run.bom_id and o.run = v_run.run
                              order by o.seq limit c_events - v_events));
    get diagnostics v_deleted = row_count;
    -- What is gone can be published by nobody: it counts as published, or runners would be called for it for ever.
    update bomstream.enrichment_runs r
       set events_swept = v_events + v_deleted < c_events,
           published_seq = r.last_seq, publish_due_at = 'infinity', publish_failures = 0
     where r.id = v_run.id;
    v_events := v_events + v_deleted;
    exit when v_events >= c_events;
  end loop;

  for v_run in
    select r.id from bomstream.enrichment_runs r where r.results_expired limit c_runs for no key update skip locked
  loop
    delete from bomstream.run_line_results f
     where f.run_id = v_run.id
       and f.line_id = any (array(select o.line_id from bomstream.run_line_results o
                                  where o.run_id = v_run.id order by o.line_id limit c_results - v_results));
    get diagnostics v_deleted = row_count;
    update bomstream.enrichment_runs r set results_expired = v_results + v_deleted >= c_results where r.id = v_run.id;
    v_results := v_results + v_deleted;
    exit when v_results >= c_results;
  end loop;

  delete from bomstream.invocations i where i.id = any (array(
    select o.id from bomstream.invocations o where o.invoked_at < now() - interval '1 day' order by o.invoked_at limit c_rows));
  get diagnostics v_invocations = row_count;
  delete from bomstream.workers w where w.id = any (array(
    select o.id from bomstream.workers o where o.live_until < now() - interval '7 days' order by o.live_until limit c_rows));
  get diagnostics v_workers = row_count;
  delete from bomstream.supplier_answers a using (
    select o.supplier, o.orderable_key from bomstream.supplier_answers o
    where o.answered_at < now() - interval '90 days' order by o.answered_at limit c_rows) old
   where (a.supplier, a.orderable_key) = (old.supplier, old.orderable_key);
  get diagnostics v_answers = row_count;
  delete from bomstream.run_changes c where c.id = any (array(
    select o.id from bomstream.run_changes o where o.created_at < now() - interval '90 days' order by o.created_at limit c_rows));
  get diagnostics v_changes = row_count;
  delete from bomstream.webhook_deliveries d where d.id = any (array(
    select o.id from bomstream.webhook_deliveries o where o.created_at < now() - interval '30 days' order by o.created_at limit c_rows));
  get diagnostics v_deliveries = row_count;

  delete from bomstream.deleted_boms g where g.bom_id = any (array(
    select o.bom_id from bomstream.deleted_boms o where o.deleted_at < now() - interval '1 hour' order by o.deleted_at limit c_rows));

  -- The log of cron is everybody's, and has an index on its numbers alone: it is walked through once, from where the last
  -- sweep ended. A job that a crash cut short never ended, and one that never began has no time at all.
  select s.runid into v_from from bomstream.swept_jobs s;
  if (select d.start_time from cron.job_run_details d
      where d.runid > v_from and d.start_time is not null order by d.runid limit 1) < now() - interval '1 day' then
    select max(o.runid) into v_upto
    from (select d.runid, coalesce(d.end_time, d.start_time) as at from cron.job_run_details d
          where d.runid > v_from order by d.runid limit c_rows) o
    where o.at < now() - interval '1 day';
    delete from cron.job_run_details d
     where d.runid > v_from and d.runid <= v_upto
       and d.jobid = any (array(select j.jobid from cron.job j where j.jobname like 'bomstream-%'));
    get diagnostics v_ticks = row_count;
    update bomstream.swept_jobs s set runid = v_upto where v_upto is not null;
  end if;
  return jsonb_build_object('events', v_events, 'results', v_results, 'invocations', v_invocations, 'workers', v_workers, 'ticks', v_ticks,
                            'supplier_answers', v_answers, 'changes', v_changes, 'deliveries', v_deliveries, 'of_deleted_organizations', v_of_organizations);
end $$;
comment on function public.bomstream_sweep() is
  'Retention, called by cron, a bite each time: events of runs that ended 30 days ago, deliveries to webhooks as old, what runs found before the last ten of their BOM, invocations and the log of our cron jobs after a day, workers after a week, supplier answers and changes after 90 days, the ids of deleted BOMs after an hour; and a piece of an organization that is being deleted. With nothing due it reads nothing. Returns how many of each it deleted.';
revoke all on function public.bomstream_sweep() from public, anon, authenticated;
grant execute on function public.bomstream_sweep() to service_role;

create or replace function public.bomstream_active(p_organization_ids uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'organization_id', o.id,
    'bom_ids', to_jsonb(coalesce(a.bom_ids[:50], '{}')),
    'more', coalesce(a.active > 50, false),
    'changed', coalesce(c.boms, '[]'),
    'deleted', coalesce(d.bom_ids, '[]'))), '[]')
  from bomstream.organizations o
  cross join lateral (
    -- Whoever is at work comes first: runs that are over must not keep one that goes on out of sight.
    select array_agg(n.bom_id order by n.is_active desc, n.started desc, n.bom_id) as bom_ids,
           count(*) filter (where n.is_active) as active
    from (
      -- One more than is answered, to know whether there are more.
      (select r.bom_id, true as is_active, r.created_at as started from bomstream.enrichment_runs r
       where r.organization_id = o.id and r.status in ('queued', 'enriching', 'paused')
       order by r.created_at desc, r.bom_id
       limit 51)
      union all
      -- A short run may begin and end between two calls; whoever follows the organization is to see it all the same.
      (select r.bom_id, false, max(r.created_at) from bomstream.enrichment_runs r
       where r.organization_id = o.id and r.created_at > now() - interval '1 minute'
         and r.status in ('completed', 'failed', 'cancelled')
         and not exists (select from bomstream.enrichment_runs w
                         where w.bom_id = r.bom_id and w.status in ('queued', 'enriching', 'paused'))
       group by r.bom_id
       order by 3 desc, 1
       limit 50)) n) a
  cross join lateral (
    select jsonb_agg(jsonb_build_object('bom_id', b.bom_id, 'change_id', b.change_id)) as boms
    from (select b.id as bom_id, b.change_id from bomstream.boms b
          where b.organization_id = o.id and b.changed_at > now() - interval '1 minute'
          order by b.changed_at desc limit 50) b) c
  cross join lateral (
    select jsonb_agg(g.bom_id) as bom_ids
    from (select x.bom_id from bomstream.deleted_boms x
          where x.organization_id = o.id and x.deleted_at > now() - interval '1 minute'
          order by x.deleted_at desc limit 50) g) d
  where o.id = any (p_organization_ids) and o.deleted_at is null
$$;
comment on function public.bomstream_active(uuid[]) is
  'For each organization the newest 50 BOMs with a run at work, then, as far as there is room, those with one that was started within the last minute and is over; and whether more than 50 have a run at work; `changed`, the newest 50 BOMs of which people changed lines, or which they released, within the last minute, with the newest change; `deleted`, the newest 50 that were deleted within it. An organization that was deleted is left out. Asks nobody''s rights: for streams whose clients were let in one by one.';
revoke all on function public.bomstream_active(uuid[]) from public, anon, authenticated;
grant execute on function public.bomstream_active(uuid[]) to service_role;
