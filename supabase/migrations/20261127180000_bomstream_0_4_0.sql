-- 0.4.0.

-- Scheduled runs that could not be started. Boms first, as in the order of locks: runners are at work meanwhile, and to write
-- components anew takes a while.
alter table bomstream.boms add column schedule_error text check (char_length(schedule_error) <= 1000);
create index boms_of_failed_schedules on bomstream.boms (id) where schedule_error is not null and schedule_due_at is not null;

-- Own components: what others say of them.
alter table bomstream.components
  add column known jsonb check (jsonb_typeof(known) = 'object'),
  drop column brief;
alter table bomstream.components
  add column brief text not null generated always as (bomstream.component_brief(coalesce(known, fields))) stored;
comment on column bomstream.components.known is 'Fields of an organization''s own component with what others say of the part beside what the organization does, as the last run found them; null since the organization described it anew.';
comment on table bomstream.supplier_offers is
  'What a supplier sells a component for. Rows without an organization are shared knowledge and written by service code only, in the transaction of the commit that brought them; those of an organization''s own component are seen where that is.';

-- Offers of released BOMs: as rows, where they were JSON.
create table bomstream.released_offers (
  -- No foreign keys: they would be checked for each of a hundred thousand rows. Released parts take their offers along when
  -- they are deleted, which is with their BOM.
  bom_id uuid not null,
  component_id uuid not null,
  -- As supplier_offers has it, or, where it was agreed, own_prices.
  own boolean not null,
  agreed boolean not null,
  supplier text not null,
  supplier_part_number text not null,
  stock integer,
  min_quantity integer,
  multiple integer,
  lead_time_days integer,
  price_breaks jsonb not null,
  url text,
  manufacturer_as_given text,
  fetched_at timestamptz not null,
  seller text not null,
  marketplace boolean not null,
  packaging text,
  max_quantity integer,
  reeling_fee jsonb,
  country_of_origin text,
  tariff_code text,
  moisture_sensitivity text,
  status text,
  valid_until date,
  -- What a BOM's cost and risk are worked out of.
  brief text not null
);
create index released_offers_by_part on bomstream.released_offers (bom_id, component_id);
comment on table bomstream.released_offers is
  'The offers of released_parts as they were known then, shared, own and agreed ones. Rows, because whoever releases a large BOM does not wait until all of it is JSON: that is made of a page when it is read.';
alter table bomstream.released_offers enable row level security;
revoke all on bomstream.released_offers from public, anon, authenticated, service_role;
insert into bomstream.released_offers (
  bom_id, component_id, own, agreed, supplier, supplier_part_number, stock, min_quantity, multiple, lead_time_days, price_breaks,
  url, manufacturer_as_given, fetched_at, seller, marketplace, packaging, max_quantity, reeling_fee, country_of_origin,
  tariff_code, moisture_sensitivity, status, valid_until, brief)
select p.bom_id, p.component_id, o.own, coalesce(o.agreed, false), o.supplier, o.supplier_part_number, o.stock, o.min_quantity, o.multiple,
       o.lead_time_days, o.price_breaks, o.url, o.manufacturer_as_given, o.fetched_at, coalesce(o.seller, ''), o.marketplace,
       o.packaging, o.max_quantity, o.reeling_fee, o.country_of_origin, o.tariff_code, o.moisture_sensitivity, o.status,
       o.valid_until,
       bomstream.offer_brief(o.own, o.supplier, coalesce(o.seller, ''), o.supplier_part_number, o.stock, o.min_quantity,
         o.multiple, o.max_quantity, o.lead_time_days, o.marketplace, o.packaging, o.reeling_fee, o.price_breaks, o.fetched_at)
from bomstream.released_parts p
cross join lateral json_to_recordset(p.offers) as o(
  own boolean, agreed boolean, supplier text, supplier_part_number text, stock integer, min_quantity integer, multiple integer,
  lead_time_days integer, price_breaks jsonb, url text, manufacturer_as_given text, fetched_at timestamptz, seller text,
  marketplace boolean, packaging text, max_quantity integer, reeling_fee jsonb, country_of_origin text, tariff_code text,
  moisture_sensitivity text, status text, valid_until date);
-- A BOM is judged by more of them than lists show.
insert into bomstream.released_offers (
  bom_id, component_id, own, agreed, supplier, seller, supplier_part_number, stock, min_quantity, multiple, max_quantity,
  lead_time_days, marketplace, packaging, reeling_fee, fetched_at, price_breaks, brief)
select p.bom_id, p.component_id, (b.said ->> 0)::boolean, false, b.said ->> 1, b.said ->> 2, b.said ->> 3, (b.said ->> 4)::integer,
       (b.said ->> 5)::integer, (b.said ->> 6)::integer, (b.said ->> 7)::integer, (b.said ->> 8)::integer, (b.said ->> 9)::boolean,
       b.said ->> 10, nullif(b.said -> 11, 'null'), to_timestamp((b.said ->> 12)::bigint),
       (select coalesce(jsonb_agg(jsonb_build_object('currency', c.key, 'quantity', c.value -> (2 * n), 'price', c.value -> (2 * n + 1))
                                  order by c.key, n), '[]')
        from jsonb_each(b.said -> 13) c cross join generate_series(0, jsonb_array_length(c.value) / 2 - 1) n),
       b.said::text
from bomstream.released_parts p
cross join lateral jsonb_array_elements(('[' || p.offer_briefs || ']')::jsonb) b(said)
where not exists (
  select from bomstream.released_offers r
  where r.bom_id = p.bom_id and r.component_id = p.component_id and not r.agreed and r.own = (b.said ->> 0)::boolean
    and r.supplier = b.said ->> 1 and r.seller = b.said ->> 2 and r.supplier_part_number = b.said ->> 3);
alter table bomstream.released_parts drop column offers, drop column offer_briefs, drop column agreed_briefs;
comment on table bomstream.released_parts is
  'The components of a released BOM as they were known then, so that what it shows does not change with them; released_offers has what they were sold for. Its lines change no more by themselves.';

-- Whom an invitation is for.
alter table bomstream.organization_invitations add column label text check (char_length(label) between 1 and 200);
-- Reviews that can be taken back.
alter table bomstream.bom_changes
  drop constraint bom_changes_action_check,
  add constraint bom_changes_action_check
    check (action in ('edit', 'approve', 'choose', 'keep_as_written', 'nothing_to_buy', 'reject', 'reset', 'undo')),
  add column reviewed jsonb check (jsonb_typeof(reviewed) = 'object'),
  add column undone boolean not null default false;
create index bom_changes_to_undo on bomstream.bom_changes (line_id, id) where action not in ('edit', 'undo') and not undone;

-- Functions that are new or changed, each whole.
drop function bomstream.component_offers(uuid, uuid);
drop function bomstream.line_json(bomstream.bom_lines, json, json);
drop function public.bomstream_advance(uuid, uuid, jsonb, integer, jsonb);
drop function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb);
drop function public.bomstream_claim(uuid, integer, jsonb);
drop function public.bomstream_invitation_create(uuid, uuid, text, text);
drop function bomstream.claim_lines(uuid, uuid, integer, boolean);

create or replace function bomstream.mark_published(p_published jsonb) returns void
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom_id uuid;
  v_run integer;
  v_seq integer;
  v_id uuid;
begin
  for v_bom_id, v_run, v_seq in
    select (p.said ->> 'bom_id')::uuid, split_part(p.said ->> 'event_id', '-', 1)::integer, split_part(p.said ->> 'event_id', '-', 2)::integer
    -- one, too, that is no array
    from jsonb_path_query(p_published, '$[*]') p(said)
  loop
    -- Never waits, for its callers hold other locks, and a row that is waited for out of order is a deadlock. Whoever holds
    -- a run's lock hands out what is not noted as published, so what is passed over here is handed out once more.
    for v_id in
      select r.id from bomstream.enrichment_runs r
      -- An earlier run is always published whole before the next one begins to be.
      where r.bom_id = v_bom_id and r.run <= v_run and r.published_seq < r.last_seq
      order by r.run
      for no key update skip locked
    loop
      update bomstream.enrichment_runs r
         set published_seq = case when r.run < v_run then r.last_seq
               else greatest(r.published_seq, least(v_seq, r.last_seq)) end,
             publish_failures = 0,
             publish_due_at = case when r.run < v_run or v_seq >= r.last_seq then 'infinity'::timestamptz
               else clock_timestamp() end
       where r.id = v_id;
    end loop;
  end loop;
end $$;
comment on function bomstream.mark_published(jsonb) is
  'Notes that Redis holds everything of {bom_id} up to {event_id}, or of each in an array of such. Never lowers what is noted; null does nothing. A run whose row somebody else has locked is left as it is. Called where the caller waits for no bom, worker or run any more.';
revoke all on function bomstream.mark_published(jsonb) from public, anon, authenticated;

create or replace function bomstream.delete_offers_of_deleted() returns trigger
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  delete from bomstream.released_offers o where o.bom_id = any (array(select distinct p.bom_id from deleted p));
  return null;
end $$;
comment on function bomstream.delete_offers_of_deleted() is
  'The parts of a released BOM, which are deleted with it and all at once, take their offers along, in one statement.';
revoke all on function bomstream.delete_offers_of_deleted() from public, anon, authenticated;
create trigger delete_offers after delete on bomstream.released_parts
  referencing old table as deleted for each statement execute function bomstream.delete_offers_of_deleted();

create or replace function bomstream.tell_of_end(p_run bomstream.enrichment_runs, p_reason text, p_changes integer) returns void
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_run jsonb;
  v_lines bigint;
begin
  -- Most have none, and pay for nothing else.
  if not exists (select from bomstream.webhooks w where w.organization_id = p_run.organization_id and w.active) then
    return;
  end if;
  v_run := jsonb_build_object(
    'bom_id', p_run.bom_id, 'bom_name', (select b.name from bomstream.boms b where b.id = p_run.bom_id),
    'project_id', p_run.project_id, 'run_id', p_run.id, 'run', p_run.run, 'source', p_run.source);
  perform bomstream.queue_deliveries(p_run.organization_id, 'run.ended', v_run || jsonb_build_object(
    'status', p_run.status, 'reason', p_reason, 'changes', p_changes, 'state', bomstream.run_state(p_run)));
  if p_changes > 0 then
    perform bomstream.queue_deliveries(p_run.organization_id, 'changes.found', v_run || jsonb_build_object(
      'changes', p_changes,
      'kinds', (select jsonb_object_agg(k.kind, k.n)
                from (select c.kind, count(*) as n from bomstream.run_changes c
                      where c.bom_id = p_run.bom_id and c.run = p_run.run group by c.kind) k)));
  end if;
  -- A schedule would ask for the same decisions each night.
  if p_run.status = 'completed' and p_run.source <> 'schedule' then
    select count(*) into v_lines from bomstream.bom_lines l
    where l.bom_id = p_run.bom_id and l.result_run = p_run.run
      and (l.review in ('needed', 'rejected')
        or l.review = 'none' and (l.component_id is null and l.candidate_count > 0 or l.contradictions #>> '{0,severity}' = 'error'
          or l.remarks @> '[{"code": "manufacturer_asked"}]'));
    if v_lines > 0 then
      perform bomstream.queue_deliveries(p_run.organization_id, 'review.needed', v_run || jsonb_build_object('lines', v_lines));
    end if;
  end if;
end $$;
comment on function bomstream.tell_of_end(bomstream.enrichment_runs, text, integer) is
  'Tells the organization''s webhooks of a run that has ended: run.ended, changes.found where it found any, and review.needed where people have to decide of lines that it settled.';
revoke all on function bomstream.tell_of_end(bomstream.enrichment_runs, text, integer) from public, anon, authenticated;

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
    'boards', p_bom.boards,
    'revision_of', p_bom.revision_of,
    'answer', case when j.bom_id is not null then jsonb_build_object(
      'boards', j.boards, 'verdicts', j.verdicts, 'event_id', j.event_id, 'at', bomstream.iso(j.judged_at)) end)
  from (select 1) one
  left join lateral (
    select * from bomstream.enrichment_runs e where e.bom_id = p_bom.id order by e.run desc limit 1) r on true
  left join lateral (select * from bomstream.bom_judgements g where g.bom_id = p_bom.id limit 1) j on true
$$;
comment on function bomstream.bom_summary(bomstream.boms) is 'A BOM with its latest run, as every answer shows it. `status` is null before the first run, `release` until it is released.';
revoke all on function bomstream.bom_summary(bomstream.boms) from public, anon, authenticated;

create or replace function bomstream.invitation_json(p_invitation bomstream.organization_invitations) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'invitation_id', p_invitation.id, 'role', p_invitation.role, 'label', p_invitation.label,
    'created_by', p_invitation.created_by, 'created_at', bomstream.iso(p_invitation.created_at),
    'expires_at', bomstream.iso(p_invitation.expires_at))
$$;
comment on function bomstream.invitation_json(bomstream.organization_invitations) is
  'An open invitation, as every answer shows it: never its token.';
revoke all on function bomstream.invitation_json(bomstream.organization_invitations) from public, anon, authenticated;

create or replace function bomstream.note_own_data(p_organization_id uuid, p_more_stock integer, p_more_prices integer) returns void
language plpgsql security definer set search_path = '' as $$
declare
  -- As of own components.
  c_most constant integer := 200000;
  v_rows integer;
begin
  update bomstream.organizations o
     set own_stock_rows = greatest(o.own_stock_rows + p_more_stock, 0), own_price_rows = greatest(o.own_price_rows + p_more_prices, 0),
         own_data_version = o.own_data_version + 1
   where o.id = p_organization_id
  returning greatest(case when p_more_stock > 0 then o.own_stock_rows else 0 end, case when p_more_prices > 0 then o.own_price_rows else 0 end)
       into v_rows;
  if v_rows > c_most then
    perform bomstream.refuse(409, 'too_many_own_rows', format(
      'With these the organization would keep %s rows of its own: more than the %s that are possible. Delete some that are not needed.', v_rows, c_most));
  end if;
end $$;
comment on function bomstream.note_own_data(uuid, integer, integer) is
  'Notes that an organization''s own data have changed: stock and prices by so many rows more or fewer, of which it refuses what would be too many, or, with none of either, its components. The caller has locked the organization.';
revoke all on function bomstream.note_own_data(uuid, integer, integer) from public, anon, authenticated;

create or replace function bomstream.judging_version(p_bom bomstream.boms) returns text
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  return concat_ws('|',
    (select p.run || '-' || p.seq from bomstream.enrichment_progress p where p.bom_id = p_bom.id),
    (select max(c.id) from bomstream.bom_changes c where c.bom_id = p_bom.id),
    case when p_bom.released_at is null then
      (select o.own_data_version::text from bomstream.organizations o where o.id = p_bom.organization_id) else bomstream.iso(p_bom.released_at) end);
end $$;
comment on function bomstream.judging_version(bomstream.boms) is
  'Tells the state that a BOM is judged in from others: its newest event, what people changed of its lines, and its organization''s own components, stock and prices, which a released one has kept as they were. What other BOMs'' runs bring of the same parts is not in it.';
revoke all on function bomstream.judging_version(bomstream.boms) from public, anon, authenticated;

create or replace function bomstream.twins_of(p_bom bomstream.boms, p_components uuid[])
returns table (shared_id uuid, own_id uuid)
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  if p_bom.released_at is not null then
    -- What it is released with has lost its key, and keeps its name.
    return query
      select t.ids[2], t.ids[1]
      from (select array_agg(p.component_id order by p.component_id) as ids
            from bomstream.released_parts p where p.bom_id = p_bom.id
            group by p.manufacturer, upper(p.mpn) having count(*) = 2) t
      where t.ids && p_components;
  elsif (select o.own_components > 0 from bomstream.organizations o where o.id = p_bom.organization_id) then
    return query
      with given as materialized (
        select c.id, c.organization_id, c.orderable_key, c.manufacturer
        from unnest(p_components) k(id)
        join lateral (select * from bomstream.components a where a.id = k.id limit 1) c on true),
      pairs as (
        select s.id as shared, g.id as own
        from given g
        join lateral (select a.id from bomstream.components a
                      where a.organization_id is null and a.orderable_key = g.orderable_key and a.manufacturer = g.manufacturer limit 1) s on true
        where g.organization_id is not null
        union
        select g.id, o.id
        from given g
        join lateral (select a.id from bomstream.components a
                      where a.organization_id = p_bom.organization_id and a.orderable_key = g.orderable_key and a.manufacturer = g.manufacturer limit 1) o on true
        where g.organization_id is null)
      select p.shared, p.own
      from pairs p
      where exists (select from bomstream.bom_lines l
                    where l.organization_id = p_bom.organization_id and l.component_id = p.shared and l.bom_id = p_bom.id)
        and exists (select from bomstream.bom_lines l
                    where l.organization_id = p_bom.organization_id and l.component_id = p.own and l.bom_id = p_bom.id);
  end if;
end $$;
comment on function bomstream.twins_of(bomstream.boms, uuid[]) is
  'Of the components p_components, and of others with which they are one part: which of the BOM''s are everybody''s and the organization''s own row of one part. Lines that were looked up before the organization described it have the one, and later ones the other. Of a released BOM nobody knows any more which of two is whose.';
revoke all on function bomstream.twins_of(bomstream.boms, uuid[]) from public, anon, authenticated;

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
                              case when l.contradictions <> '[]' or o.whose is not null then
                                concat(',', coalesce(l.contradictions #> '{0,severity}', 'null'), ',', coalesce(l.contradictions #> '{0,sentence}', 'null')) end,
                              o.whose, ']'),
                       ',' order by l.line_number)
     from bomstream.bom_lines l
     -- Most lines have no remarks, and are not looked through.
     cross join lateral (select case when l.remarks <> '[]' then (
       select concat(',', to_json(r ->> 'code' = 'manufacturer_asked'), ',', r -> 'detail') from jsonb_array_elements(l.remarks) r
       where r ->> 'code' in ('manufacturer_open', 'manufacturer_asked') limit 1) end as whose) o
     where l.bom_id = p_bom.id),
    v_parts, v_twins)::json;
end $$;
comment on function bomstream.judging_of(bomstream.boms, text) is
  'All that a BOM is judged by, in one snapshot and without names of fields, since it may be ten thousand lines: `bom` {bom_id, name, event_id, status, blocked, preferred, suppliers_not_asked: [{supplier, lines}]}; `lines` as [id, line number, number, quantity, component id or "", status, result status or "", review, worst contradiction, its sentence, whether it asks for a manufacturer, and in a sentence why], the last two only where the manufacturer is open, the two before only there and where there is a contradiction; `parts` as [component id, component_brief, [offer_brief, …]], of own and shared offers, and, where the organization has either, its own stock and [offer_brief, …] of the prices that it has agreed and that still hold; of a released BOM all as they were. `twins` [component id, the id of the same part that stands for both, …], of parts that are everybody''s and the organization''s own. `boards` that the BOM is meant for, 25 where nobody said; `state`, its judging_version; `version` tells this state from others; where it is p_known, nothing but `version` comes.';
revoke all on function bomstream.judging_of(bomstream.boms, text) from public, anon, authenticated;

create or replace function bomstream.judged_lines(
  p_bom_id uuid, p_sort text, p_descending boolean, p_filter jsonb, p_after integer, p_limit integer)
returns uuid[] language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  c_verdicts constant text[] := array['wrong', 'ask', 'pending', 'short', 'at_risk', 'fine', 'not_fitted'];
  c_lifecycles constant text[] := array['obsolete', 'end_of_life', 'not_for_new_designs', 'preview', 'active'];
begin
  -- All that one BOM has is read by its key, ten thousand short rows at most, however many others there are.
  return (
    with keyed as materialized (
      select j.line_number,
             -- What is in no money, or not known, comes last, whichever way. Two currencies are never compared.
             k.n is null as is_unknown,
             case when k.n is not null and p_sort = 'unit_price' then j.currency else '' end as kind,
             case when p_descending then -coalesce(k.n, 0) else coalesce(k.n, 0) end as n,
             (p_filter ->> 'verdict' is null or j.verdict = p_filter ->> 'verdict')
               and (p_filter ->> 'lifecycle' is null or coalesce(j.lifecycle, 'unknown') = p_filter ->> 'lifecycle')
               and (p_filter ->> 'risk' is null or case when p_filter ->> 'risk' = 'unknown' then j.risk is null
                                                        else j.risk >= (p_filter ->> 'risk')::integer end)
               and (p_filter ->> 'priced' is null or (j.unit_price is not null) = (p_filter ->> 'priced')::boolean) as fits
      from bomstream.line_judgements j
      cross join lateral (select case p_sort
        when 'harm' then array_position(c_verdicts, j.verdict) * 1000 - coalesce(j.risk, 0)
        when 'risk' then j.risk when 'stock' then j.stock when 'quality' then j.quality when 'unit_price' then j.unit_price
        when 'lifecycle' then array_position(c_lifecycles, j.lifecycle)
        else j.line_number end::numeric as n) k
      where j.bom_id = p_bom_id),
    page as (
      select k.line_number, row_number() over (order by k.is_unknown, k.kind, k.n, k.line_number) as place
      from keyed k
      where k.fits and (p_after = 0 or (k.is_unknown, k.kind, k.n, k.line_number) > (
        select a.is_unknown, a.kind, a.n, a.line_number from keyed a where a.line_number = p_after))
      order by k.is_unknown, k.kind, k.n, k.line_number limit p_limit)
    select array_agg(l.id order by p.place)
    from page p
    cross join lateral (select b.id from bomstream.bom_lines b where b.bom_id = p_bom_id and b.line_number = p.line_number limit 1) l);
end $$;
comment on function bomstream.judged_lines(uuid, text, boolean, jsonb, integer, integer) is
  'The first p_limit lines of a BOM, as it was judged, behind the line p_after (0: none), in the order of p_sort: harm (the loudest word first, then the most risk), risk, unit_price, stock, quality, lifecycle or line_number. What is not known comes last. p_filter: {verdict?, lifecycle? (`unknown`: nobody says), risk? (at least so much, or `unknown`), priced?}.';
revoke all on function bomstream.judged_lines(uuid, text, boolean, jsonb, integer, integer) from public, anon, authenticated;

create or replace function bomstream.line_json(l bomstream.bom_lines, p_component text, p_judged text default null) returns text
-- A body that the database understands when it is made would hold the table as it is: no release could add a column.
language plpgsql security definer set search_path = '' as $$
begin
  -- Joined from text: what is null drops out of concat_ws, and json_strip_nulls would read each page of lines once more.
  return '{' || concat_ws(',',
    '"line_id":"' || l.id || '"',
    '"line_number":' || l.line_number,
    '"designators":' || to_json(l.designators),
    '"quantity":' || l.quantity,
    '"mpn":' || to_json(l.mpn),
    '"manufacturer":' || to_json(l.manufacturer),
    '"description":' || to_json(l.description),
    '"value":' || to_json(l.value),
    '"footprint":' || to_json(l.footprint),
    '"substitution":' || to_json(l.substitution),
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
comment on function bomstream.line_json(bomstream.bom_lines, text, text) is
  'A line as every answer shows it, with its component, and what it was judged to be, as the caller describes them. What it has not is left out. `enriching` is derived from a live lease. All of it is JSON as text, which whoever puts lines together reads once and not for each of them.';
revoke all on function bomstream.line_json(bomstream.bom_lines, text, text) from public, anon, authenticated;

create or replace function bomstream.line_state(l bomstream.bom_lines) returns text
-- as line_json: no release could add a column
language plpgsql stable security definer set search_path = '' as $$
begin
  return concat_ws(' ', l.fence, extract(epoch from l.settled_at));
end $$;
comment on function bomstream.line_state(bomstream.bom_lines) is
  'Tells what a line says and what was found of it from what it said or had before: every edit and claim raises its fence, and every result has its time.';
revoke all on function bomstream.line_state(bomstream.bom_lines) from public, anon, authenticated;

create or replace function bomstream.component_offers(p_component_id uuid, p_organization_id uuid, p_released_bom_id uuid default null, p_twin_id uuid default null) returns json
-- A body that the database understands when it is made would hold the table as it is: no release could add a column.
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off
-- One for all, because a plan of its own would leave out the half that is not asked, and so be made for each of 500 lines.
set plan_cache_mode = force_generic_plan as $$
begin
  return (
    select coalesce(json_agg(o), '[]')
    from (select known.supplier, known.supplier_part_number, known.own, known.stock, known.min_quantity, known.multiple,
                 known.lead_time_days, known.price_breaks, known.url, nullif(known.seller, '') as seller, known.marketplace,
                 known.packaging, known.max_quantity, known.reeling_fee, known.country_of_origin, known.tariff_code,
                 known.moisture_sensitivity, known.status, known.manufacturer_as_given,
                 bomstream.iso(known.fetched_at) as fetched_at, known.agreed, known.valid_until
          -- of two with one number the organization's own is kept, and else the newer
          from (select distinct on (s.agreed, s.supplier, s.seller, s.supplier_part_number) s.*
                from (select a.supplier, a.supplier_part_number, a.organization_id is not null as own, a.stock, a.min_quantity,
                             a.multiple, a.lead_time_days, a.price_breaks, a.url, a.seller, a.marketplace, a.packaging,
                             a.max_quantity, a.reeling_fee, a.country_of_origin, a.tariff_code, a.moisture_sensitivity, a.status,
                             a.manufacturer_as_given, a.fetched_at, false as agreed, null::date as valid_until
                      from bomstream.supplier_offers a
                      where p_released_bom_id is null and a.component_id in (p_component_id, p_twin_id)
                        and (a.organization_id is null or a.organization_id = p_organization_id)
                      union all
                      select w.supplier, w.mpn, true, null, null, null, null, w.price_breaks, null, '', false, null, null, null, null, null,
                             null, null, null, w.observed_at, true, w.valid_until
                      from (select c.orderable_key, c.manufacturer from bomstream.components c where c.id = p_component_id limit 1) c
                      join lateral (select * from bomstream.own_prices n
                                    where p_released_bom_id is null and n.organization_id = p_organization_id
                                      and n.orderable_key = c.orderable_key and n.manufacturer = c.manufacturer
                                      and (n.valid_until is null or n.valid_until >= current_date) limit 100) w on true
                      union all
                      select r.supplier, r.supplier_part_number, r.own, r.stock, r.min_quantity, r.multiple, r.lead_time_days,
                             r.price_breaks, r.url, r.seller, r.marketplace, r.packaging, r.max_quantity, r.reeling_fee,
                             r.country_of_origin, r.tariff_code, r.moisture_sensitivity, r.status, r.manufacturer_as_given,
                             r.fetched_at, r.agreed, r.valid_until
                      from bomstream.released_offers r
                      where p_released_bom_id is not null and r.bom_id = p_released_bom_id and r.component_id in (p_component_id, p_twin_id)) s
                order by s.agreed, s.supplier, s.seller, s.supplier_part_number, s.own desc, s.fetched_at desc) known
          order by known.own desc, known.marketplace, known.stock desc nulls last, known.supplier, nullif(known.seller, '') nulls first,
                   known.supplier_part_number
          -- A part has a few packings at each of a few suppliers and sellers.
          limit 30) o);
end $$;
comment on function bomstream.component_offers(uuid, uuid, uuid, uuid) is
  'At most thirty offers of a component, the organization''s own first, a marketplace''s last, and of each the most in stock first; an own offer takes the place of the shared one of the same supplier, seller and supplier part number. Prices that the organization has agreed are offers of its own, `agreed`. With p_released_bom_id, which the component is a part of, as they were when that was released; with p_twin_id, also those of another row of the same part, see twins_of.';
revoke all on function bomstream.component_offers(uuid, uuid, uuid, uuid) from public, anon, authenticated;

create or replace function bomstream.pair_lines(p_old_bom_id uuid, p_new_bom_id uuid)
returns table (old_id uuid, new_id uuid) language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  with lines as materialized (
    -- Found by their BOMs first: otherwise all lines that there are may be gone through, sorted as they are already.
    select l.id, l.bom_id = p_new_bom_id as is_new, l.line_number, l.orderable_key, coalesce(upper(l.manufacturer), '') as manufacturer, upper(l.designators) as designators
    from bomstream.bom_lines l where l.bom_id in (p_old_bom_id, p_new_bom_id)
  ), unchanged as materialized (
    -- Most lines of a revision have the same designators as before: only those of the others are taken apart.
    select min(l.line_number) filter (where not l.is_new) as o_number, min(l.line_number) filter (where l.is_new) as n_number
    from lines l group by l.designators
    having count(*) = 2 and count(*) filter (where l.is_new) = 1 and l.designators ~ '[^\s,;]'
  ), changed as materialized (
    select o.* from lines o where not o.is_new and not exists (select from unchanged u where u.o_number = o.line_number)
    union all
    select n.* from lines n where n.is_new and not exists (select from unchanged u where u.n_number = n.line_number)
  ), placed as (
    -- What several lines of a BOM say (`N/A`, `-`) tells none of them from another, and would pair each with each.
    select min(l.line_number) filter (where not l.is_new) as o_number, min(l.line_number) filter (where l.is_new) as n_number
    from changed l cross join lateral regexp_split_to_table(l.designators, '[\s,;]+') d(designator)
    where d.designator <> '' group by d.designator
    having min(l.line_number) filter (where not l.is_new) = max(l.line_number) filter (where not l.is_new)
       and min(l.line_number) filter (where l.is_new) = max(l.line_number) filter (where l.is_new)
  ), by_place as materialized (
    -- Each takes the one with which it has most designators in common, and is that one's, too.
    select s.o_number, s.n_number from (
      select p.o_number, p.n_number, row_number() over (partition by p.o_number order by count(*) desc, p.n_number) as best_of_old,
             row_number() over (partition by p.n_number order by count(*) desc, p.o_number) as best_of_new
      from placed p group by p.o_number, p.n_number) s
    where s.best_of_old = 1 and s.best_of_new = 1
  ), rest as (
    select l.id, l.is_new, l.orderable_key, l.manufacturer,
           row_number() over (partition by l.is_new, l.orderable_key, l.manufacturer order by l.line_number) as nth
    from (
      -- side by side: with `or`, each line would go through all pairs
      select * from changed o where not o.is_new and not exists (select from by_place p where p.o_number = o.line_number)
      union all
      select * from changed n where n.is_new and not exists (select from by_place p where p.n_number = n.line_number)) l
    where l.orderable_key is not null
  )
  select o.id, n.id from (select * from unchanged union all select * from by_place) p
  join lines o on o.line_number = p.o_number and not o.is_new
  join lines n on n.line_number = p.n_number and n.is_new
  union all
  select o.id, n.id
  from rest o join rest n on n.is_new and (n.orderable_key, n.manufacturer, n.nth) = (o.orderable_key, o.manufacturer, o.nth)
  where not o.is_new;
end $$;
comment on function bomstream.pair_lines(uuid, uuid) is
  'Which line of a BOM''s revision is which of the BOM: those with the same designators, or else with most in common, then those with the same part and manufacturer in their order. Each line is in one pair at most.';
revoke all on function bomstream.pair_lines(uuid, uuid) from public, anon, authenticated;

create or replace function bomstream.carry_over(p_old_bom_id uuid, p_new_bom_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_pairs integer;
  v_same integer;
begin
  with pairs as materialized (
    select o as old, n.id as new_id,
           -- What was decided was decided of all that the line says of its part.
           s.is_same_part
             and (upper(btrim(n.description)), n.supplier_numbers) is not distinct from (upper(btrim(o.description)), o.supplier_numbers)
             and array(select row(a.orderable_key, upper(a.manufacturer))::text from bomstream.bom_line_parts a where a.line_id = n.id order by a.position)
               = array(select row(a.orderable_key, upper(a.manufacturer))::text from bomstream.bom_line_parts a where a.line_id = o.id order by a.position)
             as says_same,
           s.is_same_part and (n.quantity, upper(regexp_replace(n.designators, '[\s,;]+', ' ', 'g')))
             is not distinct from (o.quantity, upper(regexp_replace(o.designators, '[\s,;]+', ' ', 'g'))) as is_same
    from bomstream.pair_lines(p_old_bom_id, p_new_bom_id) p
    join bomstream.bom_lines o on o.id = p.old_id join bomstream.bom_lines n on n.id = p.new_id
    cross join lateral (
      select (bomstream.asked_key(n.orderable_key, n.manufacturer, n.value, n.footprint, n.supplier_numbers), upper(btrim(n.manufacturer)),
              upper(btrim(n.value)), upper(btrim(n.footprint)), n.do_not_place)
        is not distinct from
             (bomstream.asked_key(o.orderable_key, o.manufacturer, o.value, o.footprint, o.supplier_numbers), upper(btrim(o.manufacturer)),
              upper(btrim(o.value)), upper(btrim(o.footprint)), o.do_not_place) as is_same_part) s
  ), carried as (
    update bomstream.bom_lines n
       set note = coalesce(n.note, (p.old).note),
           review = case when p.says_same then (p.old).review when (p.old).review = 'none' then 'none' else 'needed' end,
           -- Somebody decided that there is nothing to buy: a line that was never to be looked up is skipped by its own words, or not.
           status = case when p.says_same and (p.old).status = 'skipped' and (p.old).review = 'approved' and not (p.old).do_not_place
                           and bomstream.asks_for_part((p.old).orderable_key, (p.old).value_asks, (p.old).supplier_numbers)
                         then 'skipped' else n.status end
      from pairs p
     where n.id = p.new_id and ((p.old).note is not null or (p.old).review <> 'none')
  )
  select count(*)::integer, (count(*) filter (where p.is_same))::integer into v_pairs, v_same from pairs p;
  return jsonb_build_object(
    'revision_of', p_old_bom_id,
    'unchanged', v_same,
    'changed', v_pairs - v_same,
    'added', (select b.line_count - v_pairs from bomstream.boms b where b.id = p_new_bom_id),
    'removed', (select b.line_count - v_pairs from bomstream.boms b where b.id = p_old_bom_id));
end $$;
comment on function bomstream.carry_over(uuid, uuid) is
  'Takes notes and reviews of a BOM over to the lines of its revision, and counts how these differ. A review of a line that now says something else of its part becomes one that is needed again.';
revoke all on function bomstream.carry_over(uuid, uuid) from public, anon, authenticated;

create or replace function bomstream.review_state(p_line_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  return (
    select jsonb_build_object(
      'asked', a.asked,
      'state', bomstream.line_state(l),
      'review', l.review,
      'decision', (select to_jsonb(d) from bomstream.part_decisions d where d.organization_id = l.organization_id and d.asked = a.asked),
      'found', jsonb_build_object(
        'status', l.status, 'result_run', l.result_run, 'result_status', l.result_status, 'component_id', l.component_id,
        'quality_score', l.quality_score, 'source', l.source, 'match_step', l.match_step, 'contradictions', l.contradictions,
        'remarks', l.remarks, 'settled_at', l.settled_at))
    from bomstream.bom_lines l
    cross join lateral (
      select bomstream.asked_key(l.orderable_key, l.manufacturer, l.value, l.footprint, l.supplier_numbers) as asked) a
    where l.id = p_line_id);
end $$;
comment on function bomstream.review_state(uuid) is
  'All of a line that a review changes: {asked, state, review, decision, found}, with the decision that the organization remembers for its words.';
revoke all on function bomstream.review_state(uuid) from public, anon, authenticated;

create or replace function bomstream.call_runner(p_reason text) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  -- The function answers 202 before it works. One slow answer would hold up every other request of pg_net.
  c_timeout_ms constant integer := 2000;
  v_url text;
  v_key text;
begin
  select s.decrypted_secret into v_url from vault.decrypted_secrets s where s.name = 'project_url';
  select s.decrypted_secret into v_key from vault.decrypted_secrets s where s.name = 'runner_key';
  if v_url is null or v_key is null then
    return null;
  end if;
  return net.http_post(
    -- as people paste it
    url := rtrim(v_url, E'/ \t\r\n') || '/functions/v1/enrichment-runner',
    body := jsonb_build_object('reason', p_reason),
    headers := jsonb_build_object('Content-Type', 'application/json', 'x-runner-key', v_key),
    timeout_milliseconds := c_timeout_ms);
end $$;
comment on function bomstream.call_runner(text) is
  'Has pg_net call a runner when the transaction is committed. Returns pg_net''s number of the call, null where Vault lacks project_url or runner_key.';
revoke all on function bomstream.call_runner(text) from public, anon, authenticated;

create or replace function bomstream.has_spent_lines(p_run_id uuid) returns boolean
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  -- Attempts are used up by a lease that ran out or a worker that failed, and both leave a moment behind: the lines
  -- that were never taken, or given back, need not be looked at.
  return exists (select from bomstream.bom_lines l where l.run_id = p_run_id and l.status = 'pending'
    and l.visible_at > '-infinity' and l.visible_at <= statement_timestamp()
    and l.attempts >= (select s.max_attempts from bomstream.settings s));
end $$;
comment on function bomstream.has_spent_lines(uuid) is
  'Whether bomstream.fail_spent_lines has something to do: claimable lines whose attempts are used up.';
revoke all on function bomstream.has_spent_lines(uuid) from public, anon, authenticated;

create or replace function bomstream.fail_spent_lines(p_run_id uuid, p_max_attempts integer) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_run bomstream.enrichment_runs;
  v_spent uuid[];
begin
  select * into strict v_run from bomstream.enrichment_runs r where r.id = p_run_id;
  with spent as (
    select l.id from bomstream.bom_lines l
    where l.run_id = p_run_id and l.status = 'pending'
      and l.visible_at > '-infinity' and l.visible_at <= statement_timestamp() and l.attempts >= p_max_attempts
    order by l.line_number limit 100 for update skip locked),
  failed as (
    update bomstream.bom_lines l
       set status = 'failed', result_status = 'failed', result_run = v_run.run, component_id = null,
           quality_score = null, source = null, match_step = null, candidate_count = 0, contradictions = '[]',
           settled_at = clock_timestamp(), fence = l.fence + 1, worker_id = null,
           remarks = jsonb_build_array(jsonb_build_object('code', 'worker_lost', 'detail',
             format('Given up after %s attempts: the worker died before it could answer.', l.attempts))),
           changed_run = v_run.run, changed_seq = v_run.last_seq + 1
      from spent where l.id = spent.id
    returning l.id, l.status),
  kept as (
    insert into bomstream.run_line_results (run_id, line_id, status)
    select p_run_id, f.id, f.status from failed f
    returning line_id)
  select array_agg(k.line_id) into v_spent from kept k;
  if v_spent is null then
    return 0;
  end if;
  -- What an earlier run proposed goes with the rest of its result.
  delete from bomstream.line_candidates k where k.line_id = any (v_spent);
  perform bomstream.settle_batch(p_run_id, v_spent, cardinality(v_spent));
  return cardinality(v_spent);
end $$;
comment on function bomstream.fail_spent_lines(uuid, integer) is
  'Fails claimable lines whose attempts are used up, so that a line that kills its workers cannot keep a run open; nothing of what an earlier run found of them stays. The caller holds the run''s row lock. Returns how many.';
revoke all on function bomstream.fail_spent_lines(uuid, integer) from public, anon, authenticated;

create or replace function bomstream.known_ahead(p_suppliers text[], p_lines jsonb, p_fresh_seconds integer default 86400) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  return (
    with asked as (
      select x.line_id, x.orderable_key
      from jsonb_to_recordset(p_lines) as x(line_id uuid, orderable_key text))
    select jsonb_build_object(
      'own', (
        select coalesce(jsonb_agg(jsonb_build_object(
                 'line_id', a.line_id, 'component_id', c.id, 'mpn', c.mpn, 'manufacturer', c.manufacturer, 'fields', c.fields,
                 'observed_at', bomstream.iso(coalesce(c.observed_at, c.updated_at)), 'described_at', c.updated_at)
                 order by c.updated_at desc, c.id), '[]')
        from asked a
        -- one by one, each by its key
        cross join lateral (select k.organization_id from bomstream.bom_lines k where k.id = a.line_id limit 1) l
        join bomstream.components c on c.organization_id = l.organization_id and c.orderable_key = a.orderable_key),
      'answers', (
        select coalesce(jsonb_agg(jsonb_build_object(
                 'supplier', s.supplier, 'orderable_key', s.orderable_key, 'answered_at', bomstream.iso(s.answered_at),
                 'age_seconds', extract(epoch from clock_timestamp() - s.answered_at),
                 -- what functions before 0.3.0 go by
                 'fresh', s.answered_at > clock_timestamp() - p_fresh_seconds * interval '1 second',
                 'answer', s.answer)), '[]')
        from bomstream.supplier_answers s
        where s.supplier = any (p_suppliers) and s.orderable_key = any (array(select a.orderable_key from asked a))),
      -- lines may be gone by now
      'choice', coalesce((
        select jsonb_build_object('names', o.suppliers, 'until_filled', o.suppliers_until_filled)
        from bomstream.organizations o
        where o.id = (select k.organization_id from bomstream.bom_lines k where k.id = (p_lines -> 0 ->> 'line_id')::uuid)),
        jsonb_build_object('names', null, 'until_filled', false))));
end $$;
comment on function bomstream.known_ahead(text[], jsonb, integer) is
  'What is known of the parts of lines before a supplier is asked. p_lines is [{line_id, orderable_key}]. `own` are the components that a line''s own organization keeps for its part, with when it said so and when that was written, `answers` what the suppliers said of the numbers before and how old that is, `choice` which suppliers the organization of the lines wants asked: {names, until_filled}, null for no names where it wants all.';
revoke all on function bomstream.known_ahead(text[], jsonb, integer) from public, anon, authenticated;

create or replace function bomstream.claim_lines(p_worker_id uuid, p_run_id uuid, p_limit integer, p_waits boolean, p_suppliers text[] default null) returns json
language plpgsql security definer set search_path = ''
-- A session keeps the plans that it made when the tables were small. What is found by its key stays so as they grow.
-- Compiling a plan costs more than running it, and a disabled scan of the one row of settings looks dear enough for that.
set enable_seqscan = off set jit = off as $$
declare
  -- More steps than any batch can be divided by.
  c_alone constant integer := 15;
  v_lease interval;
  v_max_attempts smallint;
  v_run bomstream.enrichment_runs;
  v_has_spent boolean;
  v_spent integer := 0;
  v_steps integer;
  v_lines json;
  v_asked jsonb;
begin
  select s.lease_seconds * interval '1 second', s.max_attempts into v_lease, v_max_attempts from bomstream.settings s;

  -- Lock order everywhere: bom, worker, run, line, component, turn.
  -- A BOM that is being deleted is passed by: who waits for it while holding another, as in a claim that looks at several
  -- runs, and the deletion of the organization that both belong to would wait for each other.
  perform from bomstream.boms b where b.id = (select r.bom_id from bomstream.enrichment_runs r where r.id = p_run_id)
    for key share skip locked;
  if not found then
    return null;
  end if;
  select * into v_run from bomstream.enrichment_runs r where r.id = p_run_id;
  insert into bomstream.workers as w (id, organization_id, live_until)
  values (p_worker_id, v_run.organization_id, clock_timestamp() + v_lease)
  on conflict (id) do update
    set heartbeat_at = clock_timestamp(), claimed_at = clock_timestamp(), organization_id = excluded.organization_id,
        live_until = excluded.live_until, stopped_at = null, stop_reason = null;

  v_has_spent := bomstream.has_spent_lines(p_run_id);
  -- To fail them may end the run, and with it the organization's turn: another end of a run may hold that one.
  if v_has_spent and not p_waits then
    return null;
  end if;

  -- The run's lock is needed only to write an event: at the first claim, at the end of a wait, or to fail lines that keep
  -- killing workers.
  if v_has_spent or v_run.status = 'queued' or v_run.waiting_for is not null then
    if p_waits then
      select * into v_run from bomstream.enrichment_runs r where r.id = p_run_id for no key update;
    else
      select * into v_run from bomstream.enrichment_runs r where r.id = p_run_id for no key update skip locked;
    end if;
    if v_run.status = 'queued' then
      update bomstream.enrichment_runs r
         set status = 'enriching', enriching_since = clock_timestamp(), started_at = clock_timestamp(),
             waiting_for = null, waiting_until = null
       where r.id = p_run_id
      returning * into v_run;
      perform bomstream.emit_event(p_run_id, 'enrichment.progress');
    end if;
    if v_has_spent and v_run.status = 'enriching' then
      v_spent := bomstream.fail_spent_lines(p_run_id, v_max_attempts);
    end if;
  end if;
  if v_run.status is distinct from 'enriching' then
    return null;
  end if;

  -- A line whose worker was lost may be what killed it, or have been near one that did. It is taken with half a batch
  -- after the first loss and with a quarter of that after each further one: those that were only near are soon done with,
  -- and one that kills takes ever fewer along. On its last attempt it takes none: what is lost then has failed.
  -- A line that is locked belongs to another claim or commit; the next one tells what is to be taken.
  select case when l.losses + (l.worker_id is not null)::integer = 0 then 0
              when l.attempts >= v_max_attempts - 1 then c_alone
              else l.losses + (l.worker_id is not null)::integer end
    into v_steps from bomstream.bom_lines l
   where l.run_id = p_run_id and l.status = 'pending' and l.visible_at <= statement_timestamp()
   order by l.visible_at, l.line_number limit 1 for update skip locked;

  with taken as (
    update bomstream.bom_lines l
       set visible_at = clock_timestamp() + v_lease, fence = l.fence + 1, attempts = l.attempts + 1,
           losses = l.losses + (l.worker_id is not null)::integer, worker_id = p_worker_id, claimed_at = clock_timestamp(),
           waits_for = null
     where l.id = any (array(
       select c.id from bomstream.bom_lines c
       where c.run_id = p_run_id and c.status = 'pending' and c.visible_at <= statement_timestamp()
         and case when c.losses + (c.worker_id is not null)::integer = 0 then 0
                  when c.attempts >= v_max_attempts - 1 then c_alone
                  else c.losses + (c.worker_id is not null)::integer end = v_steps
       order by c.visible_at, c.line_number
       limit least(p_limit, case when v_steps = 0 then v_run.batch_size
                                 else greatest(1, floor(v_run.batch_size / power(2, 2 * v_steps - 1)))::integer end)
       for update skip locked))
    returning l.id, l.line_number, l.mpn, l.manufacturer, l.quantity, l.fence, l.attempts, l.orderable_key, l.value, l.footprint,
      l.description, left(l.designators, 40) as designators, l.supplier_numbers, l.substitution,
      -- A column of ratings is short; what is not says nothing that is compared.
      case when pg_column_size(l.extra) < 4096 then l.extra end as extra)
  select json_agg(json_build_object(
           'line_id', t.id, 'line_number', t.line_number, 'mpn', t.mpn, 'manufacturer', t.manufacturer, 'quantity', t.quantity,
           'fence', t.fence, 'attempts', t.attempts, 'is_last_attempt', t.attempts >= v_max_attempts, 'value', t.value, 'footprint', t.footprint, 'description', t.description,
           'designators', t.designators, 'supplier_numbers', t.supplier_numbers, 'substitution', t.substitution, 'extra', t.extra,
           'alternates', (select json_agg(json_build_object('mpn', a.mpn, 'manufacturer', a.manufacturer) order by a.position)
                          from bomstream.bom_line_parts a where a.line_id = t.id),
           'decided', case when d.asked is not null then json_build_object('mpn', d.mpn, 'manufacturer', d.manufacturer) end)
         order by t.line_number),
         jsonb_agg(jsonb_build_object('line_id', t.id, 'orderable_key', t.orderable_key))
           filter (where p_suppliers is not null and t.orderable_key is not null)
    into v_lines, v_asked
    from taken t
    -- one by one, each by its key
    left join lateral (
      select p.asked, p.mpn, p.manufacturer from bomstream.part_decisions p
      where p.organization_id = v_run.organization_id
        and p.asked = bomstream.asked_key(t.orderable_key, t.manufacturer, t.value, t.footprint, t.supplier_numbers) limit 1) d on true;
  if v_lines is null and v_spent = 0 then
    return null;
  end if;
  if v_run.waiting_for is not null then
    perform bomstream.note_wait(p_run_id);
  end if;

  -- Who is served next only needs to be roughly right, so this never waits for a commit in progress.
  update bomstream.enrichment_runs r set served_at = clock_timestamp()
   where r.id = (select o.id from bomstream.enrichment_runs o where o.id = p_run_id for no key update skip locked);
  update bomstream.turns t set served_at = clock_timestamp()
   where t.organization_id = (select o.organization_id from bomstream.turns o
                              where o.organization_id = v_run.organization_id for no key update skip locked);
  return json_build_object(
    'run', json_build_object('run_id', v_run.id, 'bom_id', v_run.bom_id, 'organization_id', v_run.organization_id,
                             'run', v_run.run, 'lease_ms', extract(epoch from v_lease) * 1000),
    'lines', coalesce(v_lines, '[]'),
    'known', case when v_asked is not null then
      bomstream.known_ahead(p_suppliers, v_asked) || jsonb_build_object('asked', v_asked) end);
end $$;
comment on function bomstream.claim_lines(uuid, uuid, integer, boolean, text[]) is
  'Leases at most p_limit lines of the run to a worker and raises each line''s fence; null when there is nothing to take. Lines whose worker was lost before are taken apart from others, in ever smaller groups and at last alone. p_waits says whether to wait for the run''s lock where an event is to be written, and to fail lines whose attempts are used up: only who holds no other run''s lock may. Where suppliers are named, `known` is what bomstream.known_ahead has of the lines by the numbers in them, which it lists as `asked`.';
revoke all on function bomstream.claim_lines(uuid, uuid, integer, boolean, text[]) from public, anon, authenticated;

create or replace function bomstream.commit_results(p_worker_id uuid, p_run_id uuid, p_results jsonb, p_published jsonb default null) returns jsonb
language plpgsql security definer set search_path = ''
-- A session keeps the plans that it made when the tables were small. What is found by its key stays so as they grow.
set enable_seqscan = off set jit = off as $$
declare
  v_max_attempts smallint;
  v_run bomstream.enrichment_runs;
  v_accepted uuid[];
  v_settled uuid[];
begin
  perform bomstream.require_at_most(jsonb_array_length(p_results), 100, 'results');
  -- Lock order everywhere: bom, worker, run, line, component, turn.
  perform from bomstream.boms b
    where b.id = (select r.bom_id from bomstream.enrichment_runs r where r.id = p_run_id) for key share;
  update bomstream.workers w set heartbeat_at = clock_timestamp() where w.id = p_worker_id;
  select * into v_run from bomstream.enrichment_runs r where r.id = p_run_id for no key update;
  perform bomstream.mark_published(p_published);
  if v_run.id is null or v_run.status in ('completed', 'failed', 'cancelled') then
    return jsonb_build_object('accepted', 0, 'refused', jsonb_array_length(p_results),
                              'run_status', coalesce(v_run.status, 'deleted'));
  end if;
  select s.max_attempts into v_max_attempts from bomstream.settings s;

  -- Only a line that is still this worker's, by this very claim. A late worker, and a commit sent twice, find none.
  select coalesce(array_agg(s.id), '{}') into v_accepted
  from (select l.id from bomstream.bom_lines l
        join jsonb_to_recordset(p_results) as x(line_id uuid, fence integer) on x.line_id = l.id and x.fence = l.fence
        where l.id = any (array(select r.line_id from jsonb_to_recordset(p_results) as r(line_id uuid)))
          and l.run_id = p_run_id and l.status = 'pending' and l.worker_id = p_worker_id
        order by l.line_number
        for no key update of l) s;

  insert into bomstream.components as c (orderable_key, manufacturer, mpn, fields, quality_score)
  select distinct on (k.orderable_key, k.manufacturer) k.orderable_key, k.manufacturer, k.mpn, k.fields, k.quality_score
  from jsonb_to_recordset(p_results) as x(line_id uuid, component jsonb)
  cross join lateral jsonb_to_record(x.component)
    as k(orderable_key text, manufacturer text, mpn text, fields jsonb, quality_score smallint)
  where x.line_id = any (v_accepted) and k.orderable_key is not null
  -- one order for all commits, or two of them with the same parts could wait for each other for ever
  order by k.orderable_key, k.manufacturer
  on conflict (organization_id, orderable_key, manufacturer) do update
    set mpn = excluded.mpn, fields = excluded.fields, quality_score = excluded.quality_score, updated_at = clock_timestamp()
    where (c.mpn, c.fields, c.quality_score) is distinct from (excluded.mpn, excluded.fields, excluded.quality_score);

  with own as (
    select k.id from bomstream.components k
    where k.id = any (array(
      select x.own_component_id from jsonb_to_recordset(p_results) as x(line_id uuid, own_component_id uuid)
      where x.line_id = any (v_accepted)))
    -- as above, and as lists of components are written
    order by k.orderable_key, k.manufacturer
    for no key update of k)
  update bomstream.components c set known = x.own_fields
  from jsonb_to_recordset(p_results) as x(own_component_id uuid, own_described_at timestamptz, own_fields jsonb)
  where c.id = any (array(select k.id from own k)) and c.id = x.own_component_id and x.own_fields is not null
    and c.organization_id = v_run.organization_id
    -- Its organization may have described it anew since it was looked up.
    and c.updated_at = x.own_described_at and c.known is distinct from x.own_fields;

  with settled as (
    update bomstream.bom_lines l
       set status = s.status, result_status = s.status, result_run = v_run.run, component_id = coalesce(own.id, c.id),
           quality_score = x.quality_score, source = x.source, match_step = x.step,
           candidate_count = coalesce(jsonb_array_length(x.candidates), 0), contradictions = coalesce(x.contradictions, '[]'),
           remarks = coalesce(x.remarks, case when x.status = 'retry' then jsonb_build_array(jsonb_build_object(
             'code', 'gave_up', 'detail', format('Given up after %s attempts.', v_max_attempts))) else '[]' end),
           settled_at = clock_timestamp(), worker_id = null,
           changed_run = v_run.run, changed_seq = v_run.last_seq + 1
      from jsonb_to_recordset(p_results)
        as x(line_id uuid, status text, quality_score smallint, source text, remarks jsonb, component jsonb, own_component_id uuid, uses_attempt boolean,
             step text, candidates jsonb, contradictions jsonb, unit_price numeric, currency text, stock integer, lifecycle text,
             price_quantity numeric, lead_time_days integer, rohs text)
      cross join lateral (select case x.status when 'retry' then 'failed' else x.status end as status) s
      -- one by one, each by its key
      left join lateral (
        select k.id from bomstream.components k
        where k.organization_id is null and k.orderable_key = x.component ->> 'orderable_key'
          and k.manufacturer = x.component ->> 'manufacturer' limit 1) c on true
      -- whose it is, is asked outside: inside, a plan could go through all that the organization has
      left join lateral (
        select k.id, k.organization_id from bomstream.components k
        where k.id = x.own_component_id limit 1) own on own.organization_id = v_run.organization_id
     where l.id = x.line_id and l.id = any (v_accepted)
       -- what fails for the moment every time has failed
       and (x.status <> 'retry' or (l.attempts >= v_max_attempts and coalesce(x.uses_attempt, true)))
    returning l.id, l.status, l.component_id, x.unit_price, x.currency, x.stock, x.lifecycle, x.price_quantity, x.lead_time_days, x.rohs),
  kept as (
    insert into bomstream.run_line_results (run_id, line_id, status, component_id, unit_price, currency, stock, lifecycle, price_quantity, lead_time_days, rohs)
    select p_run_id, s.* from settled s
    returning line_id)
  select array_agg(k.line_id) into v_settled from kept k;

  if v_settled is null or cardinality(v_settled) < cardinality(v_accepted) then
    update bomstream.bom_lines l
       set visible_at = clock_timestamp() + coalesce(x.retry_after_ms * interval '1 millisecond', bomstream.backoff(l.attempts)),
           -- waiting for quota says nothing about the line
           attempts = l.attempts - (not coalesce(x.uses_attempt, true))::integer,
           -- it has not killed this worker
           losses = 0, worker_id = null, waits_for = x.waits_for
      from jsonb_to_recordset(p_results) as x(line_id uuid, retry_after_ms integer, uses_attempt boolean, waits_for text)
     where l.id = x.line_id and l.id = any (v_accepted) and l.status = 'pending';
  end if;
  if v_run.waiting_for is not null or cardinality(v_accepted) > coalesce(cardinality(v_settled), 0) then
    -- What is settled is told of below, with the wait.
    perform bomstream.note_wait(p_run_id, p_alone => v_settled is null);
  end if;

  if v_settled is not null then
    perform bomstream.write_candidates(p_results, v_settled);
    perform bomstream.write_offers(p_results, v_settled);
    perform bomstream.settle_batch(p_run_id, v_settled, jsonb_array_length(p_results));
  end if;
  return jsonb_build_object(
    'accepted', cardinality(v_accepted),
    'refused', jsonb_array_length(p_results) - cardinality(v_accepted),
    'run_status', (select r.status from bomstream.enrichment_runs r where r.id = p_run_id));
end $$;
comment on function bomstream.commit_results(uuid, uuid, jsonb, jsonb) is
  'Notes what was published and writes a batch: line results, components, counters, the event, and the terminal event after the last line. Refuses every line whose fence moved on; repeating it changes nothing. A result is {line_id, fence, status: enriched | not_found | failed | retry, quality_score?, source?, step?, remarks?, candidates?, contradictions?, component?, own_component_id?, own_described_at?, own_fields?, offers?, unit_price?, currency?, stock?, lifecycle?, price_quantity?, lead_time_days?, rohs?, retry_after_ms?, uses_attempt?, waits_for?}. own_component_id links the line to a component of its own organization, of which nothing is written but `known`: own_fields, where it was last described at own_described_at; offers go to bomstream.write_offers; price, stock, lifecycle, lead time and RoHS are kept as what this run found of the line. `retry` leaves the line pending for later, with a backoff where no time is given; a line that used up its attempts is failed instead, unless it only waited (uses_attempt false); waits_for says what for: supplier_minute, supplier_day or supplier_away.';
revoke all on function bomstream.commit_results(uuid, uuid, jsonb, jsonb) from public, anon, authenticated;

create or replace function bomstream.start_run(p_bom_id uuid, p_user_id uuid, p_priority integer, p_mode text, p_source text, p_idempotency_key text)
returns bomstream.enrichment_runs language plpgsql security definer set search_path = '' as $$
declare
  -- What earlier runs found is kept of so many, this one included.
  c_kept constant integer := 10;
  v_bom bomstream.boms;
  v_run bomstream.enrichment_runs;
  -- For so long stock is as good as new, the fact that grows old first (FRESH_SECONDS of shared/enrich/ask.ts has all kinds).
  c_fresh constant interval := interval '12 hours';
  v_active bomstream.enrichment_runs;
  -- `all` takes every line that is not skipped, `refresh` of those the ones that wait or were settled before this time,
  -- `failed` and `pending` those of that status.
  v_takes constant text[] := case when p_mode in ('all', 'refresh') then array['pending', 'enriched', 'not_found', 'failed'] else array[p_mode] end;
  v_before constant timestamptz := case p_mode when 'refresh' then clock_timestamp() - c_fresh else 'infinity' end;
  v_total integer;
  v_skipped integer;
begin
  -- Two starts at once: the second waits here and then sees the first one's run.
  select * into strict v_bom from bomstream.boms b where b.id = p_bom_id for no key update;

  -- A start sent again because its answer was lost is not a second start.
  select * into v_run from bomstream.enrichment_runs r where r.bom_id = p_bom_id and r.idempotency_key = p_idempotency_key;
  if found then
    return v_run;
  end if;
  if p_source = 'schedule' and v_bom.released_at is not null then
    return null;
  end if;
  perform bomstream.require_unreleased(v_bom);
  -- A schedule waits for no run: the tick that starts it may hold the turn that the end of that run waits for.
  if p_source = 'schedule' and exists (
       select from bomstream.enrichment_runs r where r.bom_id = p_bom_id and r.status in ('queued', 'enriching', 'paused')) then
    return null;
  end if;
  select * into v_active from bomstream.enrichment_runs r
  where r.bom_id = p_bom_id and r.status in ('queued', 'enriching', 'paused') for no key update;
  if found then
    if v_active.source <> 'schedule' then
      perform bomstream.refuse(409, 'run_active', 'This BOM has a run that has not ended. Wait for it, resume it or cancel it first.');
    end if;
    perform bomstream.end_run(v_active.id, 'cancelled', 'somebody started a run in place of this one, which was its schedule''s');
  end if;

  select (count(*) filter (where l.status = any (v_takes)
                             and (l.status = 'pending' or coalesce(l.settled_at, '-infinity') < v_before)))::integer,
         (count(*) filter (where p_mode = 'all' and l.status = 'skipped'))::integer
    into v_total, v_skipped
    from bomstream.bom_lines l where l.bom_id = p_bom_id;
  if v_total = 0 and p_source = 'schedule' then
    return null;
  elsif v_total = 0 then
    perform bomstream.refuse(422, 'nothing_to_do', case p_mode
      when 'pending' then 'No line of this BOM is waiting. Start with mode "all" to enrich it again.'
      when 'failed' then 'No line of this BOM failed. Start with mode "all" to enrich it again.'
      when 'refresh' then 'Nothing that is known of this BOM has grown old yet. Start with mode "all" to enrich it again all the same.'
      else 'Every line of this BOM is marked do-not-place or has no part number.' end);
  end if;

  insert into bomstream.enrichment_runs (bom_id, organization_id, project_id, user_id, key_id, source, run, mode, priority, batch_size,
                                      total_items, skipped_items, idempotency_key)
  values (p_bom_id, v_bom.organization_id, v_bom.project_id, bomstream.person(p_user_id), bomstream.key_of(p_user_id), p_source,
          coalesce((select max(r.run) from bomstream.enrichment_runs r where r.bom_id = p_bom_id), 0) + 1,
          p_mode, p_priority,
          -- About twenty batches a run: small enough to watch, large enough to be quick. In tens, as suppliers take ten
          -- parts a call.
          least(100, greatest(10, ceil(v_total / 200.0) * 10))::smallint,
          v_total + v_skipped, v_skipped, p_idempotency_key)
  returning * into v_run;

  update bomstream.bom_lines l
     set status = 'pending', run_id = v_run.id, fence = l.fence + 1, attempts = 0, losses = 0, worker_id = null,
         visible_at = '-infinity', changed_run = v_run.run, changed_seq = 1
   where l.bom_id = p_bom_id and l.status = any (v_takes)
     and (l.status = 'pending' or coalesce(l.settled_at, '-infinity') < v_before);

  if v_skipped > 0 then
    insert into bomstream.run_line_results (run_id, line_id, status)
    select v_run.id, l.id, l.status from bomstream.bom_lines l where l.bom_id = p_bom_id and l.status = 'skipped';
  end if;
  update bomstream.enrichment_runs r set results_expired = true where r.bom_id = p_bom_id and r.run = v_run.run - c_kept;

  perform bomstream.emit_event(v_run.id, 'enrichment.started');
  -- Written to even where it is there, so that the end of the organization's last run before this one waits for us.
  insert into bomstream.turns as t (organization_id) values (v_run.organization_id)
  on conflict (organization_id) do update set served_at = t.served_at;
  return v_run;
end $$;
comment on function bomstream.start_run(uuid, uuid, integer, text, text, text) is
  'Starts the BOM''s next run over the lines the mode takes: accepted and reported in one transaction. With an idempotency key that was used for this BOM before it returns that run instead. A run of a schedule that is active ends for it, cancelled, unless this one is a schedule''s, too. 409 while another run is active and for a released BOM, 422 when the mode takes no line; for a schedule both return null instead.';
revoke all on function bomstream.start_run(uuid, uuid, integer, text, text, text) from public, anon, authenticated;

create or replace function bomstream.start_due_runs() returns integer
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- What one tick starts: more would have users' starts in the same organizations wait for its end.
  c_runs constant integer := 20;
  c_lines constant integer := 20000;
  -- Nobody waits for it.
  c_priority constant integer := 1;
  v_due record;
  v_run bomstream.enrichment_runs;
  v_started integer := 0;
  v_lines integer := 0;
begin
  -- Several BOMs are locked, and none is waited for: whoever holds one may wait for what another start here has locked.
  for v_due in
    select b.id, coalesce(b.schedule, o.schedule) as schedule, o.schedule_hour, o.deleted_at from bomstream.boms b
    join bomstream.organizations o on o.id = b.organization_id
    where b.schedule_due_at <= statement_timestamp()
    order by b.schedule_due_at limit c_runs for no key update of b skip locked
  loop
    -- First of all, and whatever comes of it: what is passed over comes again with its next night.
    update bomstream.boms b
       set schedule_due_at = case when v_due.deleted_at is null then bomstream.next_due(b.id, v_due.schedule, v_due.schedule_hour) end
     where b.id = v_due.id;
    continue when v_due.deleted_at is not null;
    begin
      v_run := bomstream.start_run(v_due.id, null, c_priority, 'refresh', 'schedule', null);
      update bomstream.boms b set schedule_error = null where b.id = v_due.id and b.schedule_error is not null;
    exception when others then
      -- The fault of one BOM is no reason that nobody's run starts, nor for a tick that calls no runners.
      update bomstream.boms b set schedule_error = left(sqlstate || ': ' || sqlerrm, 1000) where b.id = v_due.id;
      raise warning 'bomstream: the scheduled run of BOM % was not started: % (%)', v_due.id, sqlerrm, sqlstate;
      continue;
    end;
    continue when v_run.id is null;
    v_started := v_started + 1;
    v_lines := v_lines + v_run.total_items;
    exit when v_lines >= c_lines;
  end loop;
  return v_started;
end $$;
comment on function bomstream.start_due_runs() is
  'Starts the runs of schedules that are due, at most twenty and about 20,000 lines, the longest due first, and gives each BOM its next time. One with an active run, or with nothing that has grown old, is passed over. What fails for one BOM is kept as its schedule_error and stops no other. Returns how many it started. The caller is the tick.';
revoke all on function bomstream.start_due_runs() from public, anon, authenticated;

create or replace function bomstream.write_offers(p_results jsonb, p_line_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_given jsonb;
  v_components uuid[];
begin
  -- What each supplier offers of each component that the settled lines have got, an organization's own included.
  select jsonb_agg(jsonb_build_object('component_id', g.component_id, 'supplier', g.supplier,
                                      'fetched_at', g.fetched_at, 'offers', g.offers)),
         array_agg(distinct g.component_id)
    into v_given, v_components
  from (select distinct on (line.component_id, o.supplier) line.component_id, o.supplier, o.fetched_at, o.offers
        from jsonb_to_recordset(p_results) as x(line_id uuid, offers jsonb)
        -- one by one, each by its key
        cross join lateral (select l.component_id from bomstream.bom_lines l where l.id = x.line_id limit 1) line
        cross join lateral jsonb_to_recordset(x.offers) as o(supplier text, fetched_at timestamptz, offers jsonb)
        where x.line_id = any (p_line_ids) and jsonb_typeof(x.offers) = 'array' and line.component_id is not null
        order by line.component_id, o.supplier, o.fetched_at desc) g;
  if v_given is null then
    return;
  end if;

  delete from bomstream.supplier_offers o
   using jsonb_to_recordset(v_given) as g(component_id uuid, supplier text, fetched_at timestamptz)
   where o.component_id = any (v_components)
     and o.organization_id is null and o.component_id = g.component_id and o.supplier = g.supplier
     and o.fetched_at < g.fetched_at;

  insert into bomstream.supplier_offers (component_id, supplier, supplier_part_number, stock, min_quantity, multiple,
                                      lead_time_days, price_breaks, url, fetched_at, seller, marketplace, packaging,
                                      max_quantity, reeling_fee, country_of_origin, tariff_code, moisture_sensitivity, status,
                                      manufacturer_as_given)
  select g.component_id, g.supplier, n.supplier_part_number, n.stock, n.min_quantity, n.multiple, n.lead_time_days,
         n.price_breaks, n.url, g.fetched_at, coalesce(n.seller, ''), coalesce(n.marketplace, false), n.packaging,
         n.max_quantity, n.reeling_fee, n.country_of_origin, n.tariff_code, n.moisture_sensitivity, n.status,
         n.manufacturer_as_given
  from jsonb_to_recordset(v_given) as g(component_id uuid, supplier text, fetched_at timestamptz, offers jsonb)
  cross join lateral jsonb_to_recordset(g.offers)
    as n(supplier_part_number text, stock integer, min_quantity integer, multiple integer, lead_time_days integer,
         price_breaks jsonb, url text, seller text, marketplace boolean, packaging text, max_quantity integer,
         reeling_fee jsonb, country_of_origin text, tariff_code text, moisture_sensitivity text, status text,
         manufacturer_as_given text)
  -- what is left after the delete is as new as this, or newer
  where not exists (select from bomstream.supplier_offers o
                    where o.component_id = any (v_components)
                      and o.organization_id is null and o.component_id = g.component_id and o.supplier = g.supplier)
  order by g.component_id, g.supplier, n.seller, n.supplier_part_number
  on conflict do nothing;
end $$;
comment on function bomstream.write_offers(jsonb, uuid[]) is
  'Writes the offers that come with the results of the given lines, `offers: [{supplier, fetched_at, offers: […]}]`: newer ones take the place of all a supplier had for the component, an empty list takes them away, older and equal ones change nothing. Called by the commit after it has written lines and components, whose row locks order two commits with the same component.';
revoke all on function bomstream.write_offers(jsonb, uuid[]) from public, anon, authenticated;

create or replace function public.bomstream_version() returns jsonb
language sql immutable security definer set search_path = '' as $$
  select jsonb_build_object('version', '0.4.0')
$$;
comment on function public.bomstream_version() is
  'The release whose migration this database had last. Functions ask before they rely on it.';
revoke all on function public.bomstream_version() from public, anon, authenticated;
grant execute on function public.bomstream_version() to service_role;

create or replace function public.bomstream_webhook_claim(p_limit integer default 10) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- Longer than an attempt may take, and what is done with its answer.
  c_lease constant interval := interval '30 seconds';
  -- Of one webhook at once: its receiver may hang, and others want to be told meanwhile.
  c_of_one constant integer := 2;
  -- As many as bomstream_webhook_report lets it have. Who never reports has died of it, or been ended.
  c_most constant integer := 6;
  v_webhook record;
  v_taken jsonb;
  v_all jsonb := '[]'::jsonb;
begin
  perform bomstream.require_at_most(p_limit, 100, 'deliveries');
  for v_webhook in
    -- From one to the next by the index: what waits for one is not gone through to find the others.
    with recursive waiting as (
      (select d.webhook_id as id from bomstream.webhook_deliveries d where d.due_at is not null order by d.webhook_id limit 1)
      union all
      select (select d.webhook_id from bomstream.webhook_deliveries d
              where d.due_at is not null and d.webhook_id > w.id order by d.webhook_id limit 1)
      from waiting w where w.id is not null)
    select h.id, h.url, h.secret from waiting w join bomstream.webhooks h on h.id = w.id order by h.served_at
  loop
    with taken as (
      update bomstream.webhook_deliveries d
         set due_at = case when d.attempts < c_most then clock_timestamp() + c_lease end,
             attempts = least(d.attempts + 1, c_most),
             error = case when d.attempts < c_most then d.error else 'Given up: nobody reported what became of the last attempt.' end
       where d.id = any (array(
         select o.id from bomstream.webhook_deliveries o
         where o.webhook_id = v_webhook.id and o.due_at <= statement_timestamp()
         order by o.due_at limit least(c_of_one, p_limit - jsonb_array_length(v_all)) for update skip locked))
      returning d.id, d.attempts, d.body, d.due_at)
    select jsonb_agg(jsonb_build_object('delivery_id', t.id, 'attempt', t.attempts, 'url', v_webhook.url,
                                        'secret', v_webhook.secret, 'body', t.body))
      into v_taken from taken t where t.due_at is not null;
    continue when v_taken is null;
    v_all := v_all || v_taken;
    update bomstream.webhooks w set served_at = clock_timestamp()
     where w.id = (select o.id from bomstream.webhooks o where o.id = v_webhook.id for no key update skip locked);
    exit when jsonb_array_length(v_all) >= p_limit;
  end loop;
  return v_all;
end $$;
comment on function public.bomstream_webhook_claim(integer) is
  'Leases at most p_limit deliveries that are due for half a minute, at most two of each webhook, of the one served longest ago first; what had its six attempts and was never reported on is given up: [{delivery_id, attempt, url, secret, body}].';
revoke all on function public.bomstream_webhook_claim(integer) from public, anon, authenticated;
grant execute on function public.bomstream_webhook_claim(integer) to service_role;

create or replace function public.bomstream_invitation_list(p_user_id uuid, p_organization_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'admin');
  return (
    select jsonb_build_object('invitations', coalesce(jsonb_agg(bomstream.invitation_json(i) order by i.created_at, i.id), '[]'))
    from bomstream.organization_invitations i
    where i.organization_id = p_organization_id and i.expires_at > now());
end $$;
comment on function public.bomstream_invitation_list(uuid, uuid) is
  'The invitations that are open, a hundred at most, the oldest first, with whom each is for and who invited; never a token. Needs admin.';
revoke all on function public.bomstream_invitation_list(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_invitation_list(uuid, uuid) to service_role;

create or replace function public.bomstream_invitation_create(p_user_id uuid, p_organization_id uuid, p_role text, p_token_hash text, p_label text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- They are listed whole.
  c_most constant integer := 100;
  -- A link in a mailbox is for whoever reads it: long enough for a holiday, no longer.
  c_life constant interval := interval '7 days';
  v_invitation bomstream.organization_invitations;
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'admin');
  delete from bomstream.organization_invitations i where i.organization_id = p_organization_id and i.expires_at <= now();
  if (select count(*) from bomstream.organization_invitations i where i.organization_id = p_organization_id) >= c_most then
    perform bomstream.refuse(409, 'too_many_invitations',
      format('%s invitations are open, the most that is possible. Revoke some, or wait until they are used.', c_most));
  end if;
  insert into bomstream.organization_invitations (organization_id, token_hash, created_by, role, expires_at, label)
  values (p_organization_id, p_token_hash, p_user_id, p_role, now() + c_life, p_label)
  returning * into v_invitation;
  return bomstream.invitation_json(v_invitation);
end $$;
comment on function public.bomstream_invitation_create(uuid, uuid, text, text, text) is
  'Opens an invitation to a role for seven days and one use, to whoever brings the token of this SHA-256; p_label says whom it is for. Needs admin.';
revoke all on function public.bomstream_invitation_create(uuid, uuid, text, text, text) from public, anon, authenticated;
grant execute on function public.bomstream_invitation_create(uuid, uuid, text, text, text) to service_role;

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

create or replace function public.bomstream_components_write(
  p_user_id uuid, p_organization_id uuid, p_components jsonb, p_source text default null, p_observed_at timestamptz default null)
returns jsonb language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_count constant integer := jsonb_array_length(p_components);
  v_created integer;
  v_written integer;
begin
  perform bomstream.require_at_most(v_count, 500, 'components');
  -- Held to the end: what is counted as new stays new, and two lists of one organization never wait for each other's rows.
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'editor');

  select (count(*) filter (where known.id is null))::integer into v_created
  from jsonb_to_recordset(p_components) as k(orderable_key text, manufacturer text)
  -- one by one, each by its key
  left join lateral (
    select c.id from bomstream.components c
    where c.organization_id = p_organization_id and c.orderable_key = k.orderable_key and c.manufacturer = k.manufacturer
    limit 1) known on true;
  if v_created > 0 then
    perform bomstream.count_own_components(p_organization_id, v_created);
  end if;

  insert into bomstream.components as c
    (organization_id, orderable_key, manufacturer, mpn, fields, quality_score, source, observed_at)
  select p_organization_id, k.orderable_key, k.manufacturer, k.mpn, k.fields, k.quality_score, p_source, p_observed_at
  from jsonb_to_recordset(p_components)
    as k(orderable_key text, manufacturer text, mpn text, fields jsonb, quality_score smallint)
  -- one order for all, as in commit_results
  order by k.orderable_key, k.manufacturer
  on conflict (organization_id, orderable_key, manufacturer) do update
    set mpn = excluded.mpn, fields = excluded.fields, known = null, quality_score = excluded.quality_score,
        source = excluded.source, observed_at = excluded.observed_at, updated_at = clock_timestamp()
    where (c.mpn, c.fields, c.quality_score, c.source, c.observed_at)
      is distinct from (excluded.mpn, excluded.fields, excluded.quality_score, excluded.source, excluded.observed_at);
  get diagnostics v_written = row_count;
  if v_written > 0 then
    perform bomstream.note_own_data(p_organization_id, 0, 0);
  end if;

  return jsonb_build_object(
    'created', v_created, 'updated', v_written - v_created, 'unchanged', v_count - v_written,
    'component_ids', (
      select coalesce(jsonb_agg(c.id order by k.place), '[]')
      from rows from (jsonb_to_recordset(p_components) as (orderable_key text, manufacturer text))
        with ordinality as k(orderable_key, manufacturer, place)
      cross join lateral (
        select o.id from bomstream.components o
        where o.organization_id = p_organization_id and o.orderable_key = k.orderable_key and o.manufacturer = k.manufacturer
        limit 1) c));
end $$;
comment on function public.bomstream_components_write(uuid, uuid, jsonb, text, timestamptz) is
  'Stores at most 500 components that are the organization''s own, no two of one part: new ones, and those that it has as they are described now. p_source and p_observed_at say which list says so, and as of when. Returns how many were new, changed and the same, and the ids in the order given. Lines that have one show it as it now is. Needs editor.';
revoke all on function public.bomstream_components_write(uuid, uuid, jsonb, text, timestamptz) from public, anon, authenticated;
grant execute on function public.bomstream_components_write(uuid, uuid, jsonb, text, timestamptz) to service_role;

create or replace function public.bomstream_own_stock_write(
  p_user_id uuid, p_organization_id uuid, p_rows jsonb, p_source text default null, p_observed_at timestamptz default null)
returns jsonb language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_count constant integer := jsonb_array_length(p_rows);
  v_created integer;
  v_written integer;
begin
  perform bomstream.require_at_most(v_count, 500, 'rows');
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'editor');

  select (count(*) filter (where known.mpn is null))::integer into v_created
  from jsonb_to_recordset(p_rows) as k(orderable_key text, manufacturer text)
  -- one by one, each by its key
  left join lateral (
    select s.mpn from bomstream.own_stock s
    where s.organization_id = p_organization_id and s.orderable_key = k.orderable_key and s.manufacturer = k.manufacturer limit 1) known on true;

  insert into bomstream.own_stock as s (organization_id, orderable_key, manufacturer, mpn, quantity, source, observed_at)
  select p_organization_id, k.orderable_key, k.manufacturer, k.mpn, k.quantity, p_source, coalesce(p_observed_at, now())
  from jsonb_to_recordset(p_rows) as k(orderable_key text, manufacturer text, mpn text, quantity integer)
  on conflict (organization_id, orderable_key, manufacturer) do update
    set mpn = excluded.mpn, quantity = excluded.quantity, source = excluded.source, observed_at = excluded.observed_at
    where (s.mpn, s.quantity, s.source, s.observed_at) is distinct from
      -- the same list once more, of no date, says nothing new
      (excluded.mpn, excluded.quantity, excluded.source, coalesce(p_observed_at, s.observed_at));
  get diagnostics v_written = row_count;
  if v_written > 0 then
    perform bomstream.note_own_data(p_organization_id, v_created, 0);
  end if;
  return jsonb_build_object('created', v_created, 'updated', v_written - v_created, 'unchanged', v_count - v_written);
end $$;
comment on function public.bomstream_own_stock_write(uuid, uuid, jsonb, text, timestamptz) is
  'Stores at most 500 rows of an organization''s own stock, {orderable_key, manufacturer, mpn, quantity}, no two with one key: new ones, and those that it has as they are now. p_source and p_observed_at say which list says so, and as of when (null: now). Returns how many were new, changed and the same. Needs editor.';
revoke all on function public.bomstream_own_stock_write(uuid, uuid, jsonb, text, timestamptz) from public, anon, authenticated;
grant execute on function public.bomstream_own_stock_write(uuid, uuid, jsonb, text, timestamptz) to service_role;

create or replace function public.bomstream_own_prices_write(
  p_user_id uuid, p_organization_id uuid, p_rows jsonb, p_source text default null, p_observed_at timestamptz default null)
returns jsonb language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_count constant integer := jsonb_array_length(p_rows);
  v_created integer;
  v_written integer;
begin
  perform bomstream.require_at_most(v_count, 500, 'rows');
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'editor');

  select (count(*) filter (where known.mpn is null))::integer into v_created
  from jsonb_to_recordset(p_rows) as k(orderable_key text, manufacturer text, supplier text)
  -- one by one, each by its key
  left join lateral (
    select s.mpn from bomstream.own_prices s
    where s.organization_id = p_organization_id and s.orderable_key = k.orderable_key and s.manufacturer = k.manufacturer and s.supplier = k.supplier limit 1) known on true;

  insert into bomstream.own_prices as s (organization_id, orderable_key, manufacturer, supplier, mpn, price_breaks, valid_until, source, observed_at)
  select p_organization_id, k.orderable_key, k.manufacturer, k.supplier, k.mpn, k.price_breaks, k.valid_until, p_source, coalesce(p_observed_at, now())
  from jsonb_to_recordset(p_rows) as k(orderable_key text, manufacturer text, supplier text, mpn text, price_breaks jsonb, valid_until date)
  on conflict (organization_id, orderable_key, manufacturer, supplier) do update
    set mpn = excluded.mpn, price_breaks = excluded.price_breaks, valid_until = excluded.valid_until, source = excluded.source, observed_at = excluded.observed_at
    where (s.mpn, s.price_breaks, s.valid_until, s.source, s.observed_at) is distinct from
      -- the same list once more, of no date, says nothing new
      (excluded.mpn, excluded.price_breaks, excluded.valid_until, excluded.source, coalesce(p_observed_at, s.observed_at));
  get diagnostics v_written = row_count;
  if v_written > 0 then
    perform bomstream.note_own_data(p_organization_id, 0, v_created);
  end if;
  return jsonb_build_object('created', v_created, 'updated', v_written - v_created, 'unchanged', v_count - v_written);
end $$;
comment on function public.bomstream_own_prices_write(uuid, uuid, jsonb, text, timestamptz) is
  'Stores at most 500 rows of an organization''s own prices, {orderable_key, manufacturer, supplier, mpn, price_breaks, valid_until}, no two with one key: new ones, and those that it has as they are now. p_source and p_observed_at say which list says so, and as of when (null: now). Returns how many were new, changed and the same. Needs editor.';
revoke all on function public.bomstream_own_prices_write(uuid, uuid, jsonb, text, timestamptz) from public, anon, authenticated;
grant execute on function public.bomstream_own_prices_write(uuid, uuid, jsonb, text, timestamptz) to service_role;

create or replace function public.bomstream_component_delete(p_user_id uuid, p_organization_id uuid, p_component_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'editor');
  delete from bomstream.components c where c.id = p_component_id and c.organization_id = p_organization_id;
  if not found then
    perform bomstream.refuse(404, 'component_not_found', 'There is no component with this id among the organization''s own.');
  end if;
  perform bomstream.count_own_components(p_organization_id, -1);
  perform bomstream.note_own_data(p_organization_id, 0, 0);
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_component_delete(uuid, uuid, uuid) is
  'Deletes a component that is the organization''s own. Lines that had it show none until their next run, and are judged as lines whose part nobody knows. Needs editor.';
revoke all on function public.bomstream_component_delete(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_component_delete(uuid, uuid, uuid) to service_role;

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

create or replace function public.bomstream_bom_of_file(p_user_id uuid, p_organization_id uuid, p_sha256 text) returns jsonb
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
             'bom_id', b.id, 'name', b.name, 'project_id', b.project_id, 'revision_of', b.revision_of) order by b.created_at desc), '[]')
    from (select * from bomstream.boms b
          where b.organization_id = p_organization_id and b.file_sha256 = p_sha256
          order by b.created_at desc limit c_most) b);
end $$;
comment on function public.bomstream_bom_of_file(uuid, uuid, text) is
  'The organization''s BOMs that came from a file of this SHA-256, the newest first, at most 20. Needs editor.';
revoke all on function public.bomstream_bom_of_file(uuid, uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_bom_of_file(uuid, uuid, text) to service_role;

create or replace function public.bomstream_bom_line_judging_read(p_user_id uuid, p_bom_id uuid, p_line_id uuid) returns json
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  l bomstream.bom_lines;
  v_details jsonb;
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  select * into l from bomstream.bom_lines b where b.id = p_line_id and b.bom_id = p_bom_id;
  if l.id is null then
    perform bomstream.refuse(404, 'line_not_found', 'This BOM has no line with this id.');
  end if;
  v_details := bomstream.line_details(l);
  return json_build_object(
    'state', bomstream.line_state(l),
    'part', (select json_build_object('mpn', c.mpn, 'fields', coalesce(c.known, c.fields)) from bomstream.components c where c.id = l.component_id limit 1),
    'line', json_build_object(
      'line_id', l.id, 'line_number', l.line_number, 'mpn', l.mpn, 'manufacturer', l.manufacturer, 'quantity', l.quantity,
      'fence', l.fence, 'attempts', l.attempts, 'value', l.value, 'footprint', l.footprint, 'description', l.description,
      'designators', left(l.designators, 40), 'supplier_numbers', l.supplier_numbers, 'substitution', l.substitution,
      'extra', case when pg_column_size(l.extra) < 4096 then l.extra end,
      'alternates', v_details -> 'alternates', 'decided', v_details -> 'decided'));
end $$;
comment on function public.bomstream_bom_line_judging_read(uuid, uuid, uuid) is
  'What a change of a line''s words is judged by: `line` as a claim has it, `part`, the {mpn, fields} that was found for it, or null, and the `state` that both are in. Needs editor.';
revoke all on function public.bomstream_bom_line_judging_read(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_line_judging_read(uuid, uuid, uuid) to service_role;

create or replace function public.bomstream_bom_line_change(
  p_user_id uuid, p_bom_id uuid, p_line_id uuid, p_changes jsonb, p_judged jsonb default null) returns json
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
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
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
    update bomstream.bom_lines l
       set mpn = v_new.mpn, manufacturer = v_new.manufacturer, orderable_key = v_new.orderable_key, quantity = v_new.quantity,
           designators = v_new.designators, description = v_new.description, do_not_place = v_new.do_not_place, value = v_new.value, value_asks = v_new.value_asks,
           footprint = v_new.footprint, supplier_numbers = v_new.supplier_numbers, internal_number = v_new.internal_number,
           substitution = v_new.substitution, note = v_new.note, status = v_new.status,
           -- A worker that still holds it asks for what it was.
           fence = l.fence + 1, worker_id = null, visible_at = '-infinity',
           result_run = case when v_asks_anew then null else l.result_run end,
           result_status = case when v_asks_anew then null else l.result_status end,
           component_id = case when v_asks_anew then null else l.component_id end,
           quality_score = case when v_asks_anew then null else l.quality_score end,
           source = case when v_asks_anew then null else l.source end,
           match_step = case when v_asks_anew then null else l.match_step end,
           candidate_count = case when v_asks_anew then 0 else l.candidate_count end,
           contradictions = case when v_asks_anew then '[]' when p_judged is null or l.result_run is null then l.contradictions
                                 else p_judged -> 'contradictions' end,
           remarks = case when v_asks_anew then '[]' else l.remarks end,
           settled_at = case when v_asks_anew then null else l.settled_at end,
           review = case when v_asks_anew or (l.review = 'approved' and l.status <> 'skipped' and v_changed && c_approved) then 'none' else l.review end
     where l.id = p_line_id;
    if v_asks_anew then
      delete from bomstream.line_candidates k where k.line_id = p_line_id;
    end if;
    if 'alternates' = any (v_changed) then
      perform bomstream.write_alternates(p_line_id, p_changes -> 'alternates');
    end if;
    insert into bomstream.bom_changes (bom_id, line_id, user_id, key_id, action, before, after)
    select p_bom_id, p_line_id, bomstream.person(p_user_id), bomstream.key_of(p_user_id), 'edit', jsonb_object_agg(f, v_before -> f),
           jsonb_object_agg(f, case when f = 'alternates' then bomstream.line_details(v_old) -> f else p_changes -> f end)
    from unnest(v_changed) f;
  end if;
  return public.bomstream_bom_line_read(p_user_id, p_bom_id, p_line_id);
end $$;
comment on function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb, jsonb) is
  'Changes what p_changes names of a line, orderable_key with mpn and value_asks with value and footprint, and says in bom_changes who did it; answers as bomstream_bom_line_read. A line that asks for another part, or is placed again, loses what was found and is pending: the next run takes it. Any other keeps its result, with what it says against its part after the change: p_judged {state, contradictions}, made of bomstream_bom_line_judging_read in that `state`; where the line is in another by now, nothing is done, and {stale} says so. Without p_judged what was said against it stays. A line whose words about its part change is no longer approved. Refuses as lock_line does. Needs editor.';
revoke all on function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb, jsonb) to service_role;

create or replace function public.bomstream_bom_review(p_user_id uuid, p_bom_id uuid, p_line_ids uuid[], p_action text, p_choice jsonb default null) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_line_id uuid;
  v_before jsonb;
  v_line bomstream.bom_lines;
  v_asked text;
  v_asks_anew boolean;
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  perform bomstream.require_at_most(cardinality(p_line_ids), 500, 'lines');
  for v_line_id in select distinct x from unnest(p_line_ids) x order by 1 loop
    v_line := bomstream.lock_line(p_bom_id, v_line_id);
    v_before := bomstream.review_state(v_line_id);
    if p_action = 'nothing_to_buy' and v_line.status = 'pending' and exists (
      select from bomstream.enrichment_runs r where r.id = v_line.run_id and r.status = 'paused') then
      perform bomstream.refuse(409, 'run_active', 'A paused run still has to look this line up. Cancel the run, and then leave the line out.');
    end if;
    -- What was found belongs to what the line asked for: before a choice to the words, and after it to what was chosen.
    v_asks_anew := p_action = 'choose' or (p_action = 'reset' and v_line.remarks @> '[{"code": "chosen"}]');
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
    v_asked := bomstream.asked_key(v_line.orderable_key, v_line.manufacturer, v_line.value, v_line.footprint, v_line.supplier_numbers);
    if p_action in ('choose', 'keep_as_written') then
      insert into bomstream.part_decisions as d (organization_id, asked, mpn, manufacturer, orderable_key, decided_by)
      values (v_line.organization_id, v_asked, p_choice ->> 'mpn', p_choice ->> 'manufacturer', p_choice ->> 'orderable_key', bomstream.person(p_user_id))
      on conflict (organization_id, asked) do update
        set mpn = excluded.mpn, manufacturer = excluded.manufacturer, orderable_key = excluded.orderable_key,
            decided_by = excluded.decided_by, decided_at = clock_timestamp();
    elsif p_action = 'reset' then
      delete from bomstream.part_decisions d where d.organization_id = v_line.organization_id and d.asked = v_asked;
    end if;
    insert into bomstream.bom_changes (bom_id, line_id, user_id, key_id, action, after, reviewed)
    values (p_bom_id, v_line_id, bomstream.person(p_user_id), bomstream.key_of(p_user_id), p_action, p_choice - 'orderable_key',
            jsonb_build_object('before', v_before, 'after', bomstream.review_state(v_line_id) - 'found'));
  end loop;
  return jsonb_build_object('bom_id', p_bom_id, 'reviewed', (select count(distinct x) from unnest(p_line_ids) x));
end $$;
comment on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb) is
  'What people decide of lines, all or none of at most 500: approve (right), choose (p_choice {mpn, manufacturer, orderable_key} is the part that is meant: the line loses what was found but for its candidates, and the next run looks that up), keep_as_written (meant so, whatever was found), nothing_to_buy (skipped from now on), reject (what was found is not it), reset (nothing decided: a line whose chosen part was found loses that, and is pending). What is chosen or kept is remembered for the organization and used for the same words in later runs, until a reset. Refuses as lock_line does. Needs editor.';
revoke all on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb) to service_role;

create or replace function public.bomstream_bom_review_undo(p_user_id uuid, p_bom_id uuid, p_line_ids uuid[]) returns jsonb
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
    select * into v_change from bomstream.bom_changes c
    where c.line_id = v_line_id and c.action not in ('edit', 'undo') and not c.undone
    order by c.id desc limit 1;
    v_now := bomstream.review_state(v_line_id);
    v_before := v_change.reviewed -> 'before';
    v_after := v_change.reviewed -> 'after';
    if v_line.review = 'none' and v_change.action is distinct from 'reset'
       or v_after is not null and (v_now -> 'review', v_now -> 'asked') is distinct from (v_after -> 'review', v_after -> 'asked') then
      perform bomstream.refuse(409, 'nothing_to_undo', format('Line %s was changed since it was decided. Decide it anew.', v_line.line_number));
    end if;

    if v_before is null and v_change.action in ('choose', 'keep_as_written') then
      -- Decided before release 0.4.0, which nobody noted the state before: nothing is decided.
      perform public.bomstream_bom_review(p_user_id, p_bom_id, array[v_line_id], 'reset');
    else
      -- Nothing was found and nobody edited it since; a run at work counts on what it has to look up.
      v_is_same := v_after -> 'state' = v_now -> 'state' and not exists (
        select from bomstream.enrichment_runs r where r.bom_id = p_bom_id and r.status in ('queued', 'enriching', 'paused'));
      if v_change.action = 'reset' and v_is_same is not true then
        perform bomstream.refuse(409, 'nothing_to_undo', format('Line %s was changed since it was decided. Decide it anew.', v_line.line_number));
      end if;
      v_asked_anew := coalesce(v_change.action in ('choose', 'reset'), false);
      v_back := case when v_is_same then jsonb_populate_record(v_line, v_before -> 'found') else v_line end;
      -- What a run has found since of the part that was chosen.
      v_is_anew := v_is_same is not true and v_change.action = 'choose' and v_line.remarks @> '[{"code": "chosen"}]';
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
      -- Nobody has decided of these words since, here or in another BOM.
      if (v_before -> 'decision') is distinct from (v_after -> 'decision') and (v_now -> 'decision') is not distinct from (v_after -> 'decision') then
        delete from bomstream.part_decisions d where d.organization_id = v_line.organization_id and d.asked = v_now ->> 'asked';
        insert into bomstream.part_decisions (organization_id, asked, mpn, manufacturer, orderable_key, decided_by, decided_at)
        select d.organization_id, d.asked, d.mpn, d.manufacturer, d.orderable_key,
               -- whose account may be gone
               (select u.id from auth.users u where u.id = d.decided_by), d.decided_at
        from jsonb_populate_record(null::bomstream.part_decisions, v_before -> 'decision') d where d.asked is not null;
      end if;
    end if;
    update bomstream.bom_changes c set undone = true, reviewed = null where c.id = v_change.id;
    insert into bomstream.bom_changes (bom_id, line_id, user_id, key_id, action)
    values (p_bom_id, v_line_id, bomstream.person(p_user_id), bomstream.key_of(p_user_id), 'undo');
  end loop;
  return jsonb_build_object('bom_id', p_bom_id, 'reviewed', (select count(distinct x) from unnest(p_line_ids) x));
end $$;
comment on function public.bomstream_bom_review_undo(uuid, uuid, uuid[]) is
  'Takes the last review of lines back, all or none of at most 500: each has the review that it had before, and the organization remembers for its words what it did, unless somebody has decided of them since. Where nothing was found and nobody edited it since, it has what was found back, too; else it keeps what was found, but for that of a chosen part, which it loses and is pending. Of a review that was carried over from another revision, nothing is decided. Refuses as lock_line does, and 409 nothing_to_undo where no review is left that could be taken back. Needs editor.';
revoke all on function public.bomstream_bom_review_undo(uuid, uuid, uuid[]) from public, anon, authenticated;
grant execute on function public.bomstream_bom_review_undo(uuid, uuid, uuid[]) to service_role;

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
        'line_id', p.line_id, 'line_number', (select l.line_number from bomstream.bom_lines l where l.id = p.line_id), 'user_id', p.user_id, 'key_id', p.key_id, 'action', p.action, 'before', p.before, 'after', p.after,
        'created_at', bomstream.iso(p.created_at)) order by p.id desc) filter (where p.nth <= p_limit), '[]'),
      'next', case when count(*) > p_limit then min(p.id) filter (where p.nth <= p_limit) end)
    from page p);
end $$;
comment on function public.bomstream_bom_changes(uuid, uuid, bigint, integer) is
  'A page of what people did to lines of the BOM, the newest first. `next` is what to give as p_before for the next page, null on the last one. Needs viewer.';
revoke all on function public.bomstream_bom_changes(uuid, uuid, bigint, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_changes(uuid, uuid, bigint, integer) to service_role;

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

create or replace function public.bomstream_bom_list(
  p_user_id uuid, p_organization_id uuid default null, p_project_id uuid default null, p_status text default null,
  p_search text default null, p_after jsonb default null, p_limit integer default 100)
returns jsonb language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- whole microseconds, as they are stored
  v_after_at timestamptz := timestamptz 'epoch' + (p_after ->> 0)::bigint * interval '1 microsecond';
  v_after_id uuid := (p_after ->> 1)::uuid;
  v_boms bomstream.boms[];
  v_last bomstream.boms;
begin
  perform bomstream.require_at_most(p_limit, 100, 'BOMs');
  if p_organization_id is not null then
    perform bomstream.require_organization(p_user_id, p_organization_id, 'viewer');
  end if;
  -- One more than is answered, to know whether there are more. A search, and a status that few have, look through the BOMs
  -- of the user's organizations and no others.
  v_boms := array(
    select n.bom from bomstream.roles_of(p_user_id) m
    cross join lateral (
      select b as bom from bomstream.boms b
      where b.organization_id = m.organization_id
        and (p_after is null or (b.created_at, b.id) < (v_after_at, v_after_id))
        and (p_project_id is null or b.project_id = p_project_id)
        and (p_search is null or position(lower(p_search collate "und-x-icu") in lower(b.name collate "und-x-icu")) > 0)
        and (p_status is null or case p_status
          when 'active' then exists (select from bomstream.enrichment_runs r
                                     where r.bom_id = b.id and r.status in ('queued', 'enriching', 'paused'))
          else p_status = coalesce((
            select r.status from bomstream.enrichment_runs r where r.bom_id = b.id order by r.run desc limit 1), 'none') end)
      order by b.created_at desc, b.id desc
      limit p_limit + 1) n
    where p_organization_id is null or m.organization_id = p_organization_id
    order by (n.bom).created_at desc, (n.bom).id desc
    limit p_limit + 1);
  if cardinality(v_boms) > p_limit then
    v_last := v_boms[p_limit];
  end if;
  return jsonb_build_object(
    'organizations', (
      select coalesce(jsonb_agg(jsonb_build_object('organization_id', o.id, 'name', o.name, 'role', m.role) order by o.name, o.id), '[]')
      from bomstream.roles_of(p_user_id) m join bomstream.organizations o on o.id = m.organization_id),
    'boms', (select coalesce(jsonb_agg(bomstream.bom_summary(v_boms[place]) order by place), '[]')
             from generate_series(1, least(cardinality(v_boms), p_limit)) place),
    'next', case when v_last.id is not null
      then jsonb_build_array((extract(epoch from v_last.created_at) * 1000000)::bigint, v_last.id) end);
end $$;
comment on function public.bomstream_bom_list(uuid, uuid, uuid, text, text, jsonb, integer) is
  'The user''s organizations with the role in each, and a page of at most 100 of their BOMs, the newest first: of one organization, of one project, with one status (`none` before the first run, `active` of any run that has not ended), with a text in their names, whatever its case. `next` is the p_after of the next page, null on the last one.';
revoke all on function public.bomstream_bom_list(uuid, uuid, uuid, text, text, jsonb, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_list(uuid, uuid, uuid, text, text, jsonb, integer) to service_role;

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
      'judged', case when p_sort is not null then
        json_build_object('event_id', v_judged.event_id, 'boards', v_judged.boards, 'at', bomstream.iso(v_judged.judged_at)) end,
      -- Text until the end, because json would be read, and jsonb copied, once more for each level of the answer around it.
      'lines', coalesce('[' || string_agg(bomstream.line_json(i.l, short.component, j.judged), ',' order by n.place) || ']', '[]')::json,
      'next', case when cardinality(v_ids) > p_limit then (array_agg(i.line_number order by n.place desc))[1] end)
    from unnest(v_ids[:p_limit]) with ordinality n(id, place)
    -- Joined, and so read once: as a column it would be read again wherever a part of it is named.
    cross join lateral (
      select b as l, b.line_number, b.component_id from bomstream.bom_lines b where b.id = n.id limit 1) i
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
  'A page of the BOM''s lines in their order, at most 500 behind the number p_after, and the newest event''s id, from one snapshot; with a since id only the lines changed by later events; with p_sort in the order of bomstream.judged_lines and as p_filter says, behind the line p_after, or only {stale: true} where the BOM has to be judged anew for that and p_stale does not say that old will do. Then each line has what it was judged to be (`judged`), and `judged` beside them says as of when: without p_sort a page is as small as it was. `next` is what to give as p_after for the next page, null on the last one. What a line has not is left out. A component comes in short, without offers and sources: the `facts` named by p_facts, each a text or [number, unit]; `description` where no field is a number with a unit; `disputed`, what other sources say of a fact instead; `sandbox`, that a supplier''s sandbox made up some of it, a fact or an offer. The last three are there only where there is something to say. Needs viewer.';
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
    select (bomstream.line_details(v_line) || jsonb_build_object(
      'bom_id', p_bom_id,
      'event_id', (select p.run || '-' || p.seq from bomstream.enrichment_progress p where p.bom_id = p_bom_id),
      'settled_at', bomstream.iso(v_line.settled_at),
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
  'One line of the BOM with all that is known of its component: every field with its sources, and at most thirty offers, the organization''s own first, a marketplace''s last, and of each the most in stock first; an own offer takes the place of the shared one of the same supplier, seller and supplier part number. Needs viewer.';
revoke all on function public.bomstream_bom_line_read(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_line_read(uuid, uuid, uuid) to service_role;

create or replace function public.bomstream_bom_export(
  p_user_id uuid, p_bom_id uuid, p_after integer default 0, p_limit integer default 500
) returns json
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  v_own bomstream.organizations := (select o from bomstream.organizations o where o.id = v_bom.organization_id);
  v_last integer := (
    select max(number) from (select l.line_number as number from bomstream.bom_lines l
                             where l.bom_id = p_bom_id and l.line_number > p_after
                             order by l.line_number limit p_limit) page);
  v_components uuid[];
  v_shared uuid[];
  v_theirs uuid[];
begin
  v_components := array(select distinct l.component_id from bomstream.bom_lines l
                        where l.bom_id = p_bom_id and l.line_number > p_after and l.line_number <= v_last and l.component_id is not null);
  select array_agg(t.shared_id), array_agg(t.own_id) into v_shared, v_theirs from bomstream.twins_of(v_bom, v_components) t;
  return (
    with twins as materialized (
      select t.shared_id, t.own_id from unnest(v_shared, v_theirs) t(shared_id, own_id)),
    pooled as materialized (
      -- Lines that ask for equal parts are ordered together, on whichever pages they stand.
      select n.part,
             case when f.brief is null then json_build_object('line_number', n.line_number, 'lines', n.lines, 'quantity', n.quantity)
                  -- as it is judged: by what the organization says that it is
                  else json_build_object('line_number', n.line_number, 'lines', n.lines, 'quantity', n.quantity, 'shape',
                         json_build_object('category', f.brief -> 0, 'package', f.brief -> 1, 'pins', f.brief -> 2)) end as need
      from (select coalesce(t.own_id, m.component_id) as part, min(m.line_number) as line_number, count(*) as lines, sum(m.quantity) as quantity
            from bomstream.bom_lines m
            left join twins t on t.shared_id = m.component_id
            where m.bom_id = p_bom_id and m.status <> 'skipped' and m.quantity is not null
              and m.component_id = any (v_components || v_shared || v_theirs)
            group by 1) n
      left join lateral (
        select c.brief::json as brief from bomstream.components c where v_bom.released_at is null and c.id = n.part
        union all
        select p.brief::json from bomstream.released_parts p
        where v_bom.released_at is not null and p.bom_id = p_bom_id and p.component_id = n.part) f on n.part = any (v_theirs))
    select json_build_object(
      'bom_id', p_bom_id,
      'event_id', (select p.run || '-' || p.seq from bomstream.enrichment_progress p where p.bom_id = p_bom_id),
      'name', v_bom.name,
      'exported_at', bomstream.iso(clock_timestamp()),
      'boards', v_bom.boards,
      -- How its columns stood in the file, and what was said of it: once is enough.
      'blocked_suppliers', coalesce(v_bom.release_suppliers -> 'blocked', to_jsonb(v_own.blocked_suppliers)),
      'preferred_suppliers', coalesce(v_bom.release_suppliers -> 'preferred', to_jsonb(v_own.preferred_suppliers)),
      -- In which most of it was judged to be bought, and so what else can be.
      'currency', (select j.currency from bomstream.line_judgements j
                   where j.bom_id = p_bom_id and j.currency is not null group by j.currency order by count(*) desc, j.currency limit 1),
      'file', case when p_after = 0 then v_bom.file end,
      -- The header is written with the first page: what any line says has a column.
      'said', case when p_after = 0 then (
        select json_build_object(
          'fields', array_remove(array[
            case when bool_or(m.designators is not null) then 'designators' end,
            case when bool_or(m.quantity is not null) then 'quantity' end,
            case when bool_or(m.mpn is not null) then 'mpn' end,
            case when bool_or(m.value is not null) then 'value' end,
            case when bool_or(m.footprint is not null) then 'footprint' end,
            case when bool_or(m.description is not null) then 'description' end,
            case when bool_or(m.internal_number is not null) then 'internal_number' end,
            case when bool_or(m.substitution is not null) then 'substitution' end,
            case when bool_or(m.note is not null) then 'note' end], null),
          'extra', (
            select coalesce(json_agg(n.name order by n.first, n.name), '[]')
            from (select k.name, min(e.line_number) as first
                  from bomstream.bom_lines e, jsonb_object_keys(e.extra) k(name)
                  where e.bom_id = p_bom_id and e.extra <> '{}'
                  group by k.name order by 2, 1 limit 401) n),
          'numbers', (
            select coalesce(json_agg(json_build_object('has_mpn', n.has_mpn, 'suppliers', n.suppliers)), '[]')
            from (select distinct s.mpn is not null as has_mpn, jsonb_path_query_array(s.supplier_numbers, '$[*].supplier') as suppliers
                  from bomstream.bom_lines s
                  where s.bom_id = p_bom_id and s.supplier_numbers <> '[]' limit 1001) n),
          'manufacturers', (
            select coalesce(max(a.last), 0)
            from bomstream.bom_lines s
            -- the line's own part is the first
            join lateral (select max(n.position) - 1 as last from bomstream.bom_line_parts n
                          where n.line_id = s.id and n.manufacturer is not null) a on true
            where s.bom_id = p_bom_id))
        from bomstream.bom_lines m where m.bom_id = p_bom_id) end,
      'lines', coalesce(json_agg(
        (bomstream.line_details(l) || jsonb_build_object(
          'own_stock', c.own_stock,
          'pooled', q.need,
          'line', bomstream.line_json(l, case when c.id is not null then json_build_object(
            'component_id', c.id, 'mpn', c.mpn, 'manufacturer', c.manufacturer, 'quality_score', c.quality_score,
            'fields', c.fields, 'offers', c.offers)::text end)::json))::json
        order by l.line_number), '[]'),
      'next', case when exists (select from bomstream.bom_lines m where m.bom_id = p_bom_id and m.line_number > v_last)
                   then v_last end)
    from bomstream.bom_lines l
    left join lateral (
      select w.own_id, case l.component_id when w.own_id then w.shared_id else w.own_id end as other
      from twins w where l.component_id in (w.shared_id, w.own_id) limit 1) t on true
    left join lateral (
      select k.id, k.mpn, k.manufacturer, k.quality_score, coalesce(k.known, k.fields) as fields, bomstream.component_offers(k.id, v_bom.organization_id, null, t.other) as offers,
             s.quantity as own_stock
      from bomstream.components k
      -- who keeps none is not asked for each line
      left join lateral (
        select w.quantity from bomstream.own_stock w
        where v_own.own_stock_rows > 0 and w.organization_id = v_own.id
          and w.orderable_key = k.orderable_key and w.manufacturer = k.manufacturer limit 1) s on true
      where v_bom.released_at is null and k.id = l.component_id
      union all
      select p.component_id, p.mpn, p.manufacturer, p.quality_score, p.fields,
             bomstream.component_offers(p.component_id, v_bom.organization_id, p_bom_id, t.other), p.own_stock
      from bomstream.released_parts p
      where v_bom.released_at is not null and p.bom_id = p_bom_id and p.component_id = l.component_id) c on true
    left join pooled q on q.part = coalesce(t.own_id, l.component_id) and l.status <> 'skipped' and l.quantity is not null
    where l.bom_id = p_bom_id and l.line_number > p_after and l.line_number <= v_last);
end $$;
comment on function public.bomstream_bom_export(uuid, uuid, integer, integer) is
  'A page of the BOM''s lines behind the number p_after with all that is known of each, own stock of its part and what all lines with that part need included, the boards that the BOM is meant for, the suppliers that the organization has blocked and prefers, the currency that most of it is bought in, its columns as the file had them and what any line says (`file`, `said`, with the first page) and the newest event''s id, from one snapshot. `next` is what to give as p_after for the next page, null on the last one. Needs viewer.';
revoke all on function public.bomstream_bom_export(uuid, uuid, integer, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_export(uuid, uuid, integer, integer) to service_role;

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
  insert into bomstream.released_parts (bom_id, component_id, mpn, manufacturer, quality_score, fields, brief, own_stock)
  select p_bom_id, c.id, c.mpn, c.manufacturer, c.quality_score, coalesce(c.known, c.fields), c.brief, w.quantity
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
         release_name = p_name, release_boards = p_boards, boards = coalesce(p_boards, b.boards), schedule_due_at = null,
         release_suppliers = (select jsonb_build_object('blocked', o.blocked_suppliers, 'preferred', o.preferred_suppliers)
                              from bomstream.organizations o where o.id = v_bom.organization_id)
   where b.id = p_bom_id
  returning * into v_bom;
  return bomstream.bom_summary(v_bom);
end $$;
comment on function public.bomstream_bom_release(uuid, uuid, text, integer) is
  'Freezes the BOM with its lines, their components and offers, own stock and agreed prices as they are known now: from then on it is read, compared, exported and deleted, and nothing else. 409 bom_released, and run_active while a run is active. Needs editor.';
revoke all on function public.bomstream_bom_release(uuid, uuid, text, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_release(uuid, uuid, text, integer) to service_role;

create or replace function public.bomstream_claim(p_worker_id uuid, p_limit integer default 100, p_published jsonb default null,
  p_suppliers text[] default null)
returns json language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- Runs looked at before giving up: other workers may hold every claimable line of the first few.
  c_candidates constant integer := 8;
  v_run_id uuid;
  v_claim json;
  v_is_first boolean := true;
begin
  if not bomstream.dismiss_surplus(p_worker_id) then
    for v_run_id in select bomstream.next_runs(c_candidates) loop
      v_claim := bomstream.claim_lines(p_worker_id, v_run_id, p_limit, p_waits => v_is_first, p_suppliers => p_suppliers);
      exit when v_claim is not null;
      v_is_first := false;
    end loop;
  end if;
  perform bomstream.mark_published(p_published);
  if v_claim is null then
    return json_build_object('run', null, 'lines', '[]'::json, 'known', null, 'publish', null);
  end if;
  return json_build_object('run', v_claim -> 'run', 'lines', v_claim -> 'lines', 'known', v_claim -> 'known',
                           'publish', bomstream.unpublished_events((v_claim #>> '{run,bom_id}')::uuid));
end $$;
comment on function public.bomstream_claim(uuid, integer, jsonb, text[]) is
  'Leases at most p_limit lines of one run to a worker and raises each line''s fence: of the organization served longest ago, and there of the run of highest priority, then the one served longest ago. Taking over expired leases is the same call. The reply carries what Redis has not been given yet; no run in it means that nothing is claimable now, or that the worker is one too many. With p_suppliers, the names of those that the caller can ask, the reply also carries what is known of the lines, which spares a call of bomstream_supplier_lookup.';
revoke all on function public.bomstream_claim(uuid, integer, jsonb, text[]) from public, anon, authenticated;
grant execute on function public.bomstream_claim(uuid, integer, jsonb, text[]) to service_role;

create or replace function public.bomstream_advance(p_worker_id uuid, p_run_id uuid, p_results jsonb, p_limit integer default 100, p_published jsonb default null,
  p_changes_over boolean default false, p_suppliers text[] default null)
returns json language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- as in bomstream_claim
  c_candidates constant integer := 8;
  v_run_id uuid;
  v_reply jsonb;
  v_goes_on boolean;
  v_claim json;
  v_next json;
begin
  v_reply := bomstream.commit_results(p_worker_id, p_run_id, p_results, p_published);
  v_goes_on := (p_changes_over or v_reply ->> 'run_status' = 'enriching') and not bomstream.dismiss_surplus(p_worker_id);
  if v_reply ->> 'run_status' = 'enriching' then
    if v_goes_on
       and bomstream.may_go_on(p_run_id, (select w.claimed_at from bomstream.workers w where w.id = p_worker_id)) then
      v_claim := bomstream.claim_lines(p_worker_id, p_run_id, p_limit, p_waits => true, p_suppliers => p_suppliers);
    end if;
    if v_claim is null then
      perform bomstream.note_wait(p_run_id);
    end if;
  end if;
  if p_changes_over and v_goes_on and v_claim is null then
    -- Nothing is waited for: this run's row is locked, and two workers that change over would wait for each other.
    for v_run_id in select bomstream.next_runs(c_candidates) loop
      v_next := bomstream.claim_lines(p_worker_id, v_run_id, p_limit, p_waits => false, p_suppliers => p_suppliers);
      -- One with spent lines is for a claim that may wait, and has its turn there: nobody goes past it for ever.
      exit when v_next is not null or bomstream.has_spent_lines(v_run_id);
    end loop;
  end if;
  if v_reply ->> 'run_status' = 'enriching' then
    perform bomstream.request_runners('work left after a commit');
  end if;
  -- as text, like the events in it: see bomstream.emit_event
  return json_build_object(
    'accepted', v_reply -> 'accepted', 'refused', v_reply -> 'refused', 'run_status', v_reply -> 'run_status',
    'lines', coalesce(v_claim -> 'lines', '[]'), 'known', v_claim -> 'known',
    'publish', bomstream.unpublished_events((select r.bom_id from bomstream.enrichment_runs r where r.id = p_run_id)),
    'next', case when v_next is not null then json_build_object(
      'run', v_next -> 'run', 'lines', v_next -> 'lines', 'known', v_next -> 'known',
      'publish', bomstream.unpublished_events((v_next #>> '{run,bom_id}')::uuid)) end);
end $$;
comment on function public.bomstream_advance(uuid, uuid, jsonb, integer, jsonb, boolean, text[]) is
  'Commits a batch and leases the next one of the same run in one trip, as long as no other run is to be served before it. With p_changes_over, which says that the caller reads it, `next` in the reply is otherwise a claim of the run that is to be served, as bomstream_claim has it, where that takes no waiting. Neither means: ask bomstream_claim. p_suppliers and `known` are as there.';
revoke all on function public.bomstream_advance(uuid, uuid, jsonb, integer, jsonb, boolean, text[]) from public, anon, authenticated;
grant execute on function public.bomstream_advance(uuid, uuid, jsonb, integer, jsonb, boolean, text[]) to service_role;

create or replace function public.bomstream_supplier_lookup(p_suppliers text[], p_lines jsonb, p_fresh_seconds integer default 86400) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_at_most(jsonb_array_length(p_lines), 100, 'lines');
  return bomstream.known_ahead(p_suppliers, p_lines, p_fresh_seconds);
end $$;
comment on function public.bomstream_supplier_lookup(text[], jsonb, integer) is
  'What is known of the parts of lines before a supplier is asked, as bomstream.known_ahead has it.';
revoke all on function public.bomstream_supplier_lookup(text[], jsonb, integer) from public, anon, authenticated;
grant execute on function public.bomstream_supplier_lookup(text[], jsonb, integer) to service_role;

create or replace function public.bomstream_supplier_grant(p_supplier text, p_calls integer, p_limits jsonb default null, p_organization_id uuid default null)
returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  c_minute constant interval := interval '1 minute';
  -- Longer than any call may take: a caller that has not reported by then has died.
  c_probe constant interval := interval '30 seconds';
  -- Most probes are over by then.
  c_ask_again constant interval := interval '2 seconds';
  -- How long calls are kept for who was told to ask again: its lines may have to wait for the next tick.
  c_kept constant interval := interval '30 seconds';
  v_now timestamptz;
  v_limit bomstream.supplier_limits;
  v_share bomstream.supplier_shares;
  v_had_today integer;
  v_had_parts integer;
  v_day date;
  v_of_day integer;
  v_free integer;
  v_of_minute integer;
  v_granted integer;
  v_parts_a_call constant integer := coalesce((p_limits ->> 'parts_a_call')::integer, 0);
  v_affordable integer;
  v_again timestamptz;
begin
  -- Answers that are written at this moment refer to the row, and need not wait.
  select * into v_limit from bomstream.supplier_limits s where s.supplier = p_supplier for no key update;
  if not found and p_limits is not null then
    -- Asked for the first time. Two that come together make one row, which then counts for both.
    insert into bomstream.supplier_limits (supplier, calls_per_minute, calls_per_day, time_zone, parts_in_all)
    values (p_supplier, (p_limits ->> 'per_minute')::integer, (p_limits ->> 'per_day')::integer, p_limits ->> 'time_zone',
            (p_limits ->> 'parts_in_all')::integer)
    on conflict do nothing;
    select * into v_limit from bomstream.supplier_limits s where s.supplier = p_supplier for no key update;
  end if;
  if not found then
    return jsonb_build_object('granted', 0, 'reason', 'unknown_supplier', 'wait_ms', null);
  end if;
  -- Only now: this may have waited for the lock, and moments must not be noted out of order.
  v_now := clock_timestamp();
  v_day := (v_now at time zone v_limit.time_zone)::date;
  if v_limit.day is distinct from v_day then
    v_limit.used_today := 0;
    update bomstream.supplier_limits s set day = v_day, used_today = 0 where s.supplier = p_supplier;
    -- what was had for life is not forgotten with the day
    delete from bomstream.supplier_shares s where s.supplier = p_supplier and s.parts_used = 0;
    update bomstream.supplier_shares s set used_today = 0 where s.supplier = p_supplier;
  end if;
  -- Both are in the order of time, and what is not known of the oldest calls is for whom they were.
  v_limit.recent := v_limit.recent[1 + (select count(*) from unnest(v_limit.recent) t where t <= v_now - c_minute):];
  v_limit.recent_of := v_limit.recent_of[greatest(1, cardinality(v_limit.recent_of) - cardinality(v_limit.recent) + 1):];

  if v_limit.blocked_until > v_now then
    return jsonb_build_object('granted', 0, 'reason', v_limit.last_failure, 'wait_ms', bomstream.wait_ms(v_limit.blocked_until));
  elsif v_limit.probing_until > v_now then
    return jsonb_build_object('granted', 0, 'reason', 'probing',
      'wait_ms', bomstream.wait_ms(least(v_limit.probing_until, v_now + c_ask_again)));
  end if;

  -- Releases before 0.2.0 do not say for whom they ask: what they get is nobody's share.
  if p_organization_id is not null then
    insert into bomstream.supplier_shares (supplier, organization_id, created_by)
    select p_supplier, p_organization_id, (select o.created_by from bomstream.organizations o where o.id = p_organization_id)
    on conflict do nothing;
    select * into strict v_share from bomstream.supplier_shares s
     where s.supplier = p_supplier and s.organization_id = p_organization_id;
    -- Who makes one organization after the other gets one share with all of them.
    select v_share.used_today + coalesce(sum(s.used_today), 0)::integer, v_share.parts_used + coalesce(sum(s.parts_used), 0)::integer
      into v_had_today, v_had_parts
      from bomstream.supplier_shares s
     where s.supplier = p_supplier and s.created_by = v_share.created_by and s.organization_id <> p_organization_id;
  end if;
  v_affordable := case when v_limit.parts_in_all is null or v_parts_a_call = 0 then p_calls
    else bomstream.share_of_rest(v_limit.parts_in_all - v_limit.parts_used, v_had_parts, v_share.organization_id)
      / v_parts_a_call end;
  if v_affordable <= 0 then
    return jsonb_build_object('granted', 0, 'reason', 'budget', 'wait_ms', null);
  end if;
  v_of_day := bomstream.share_of_rest(v_limit.calls_per_day - v_limit.used_today, v_had_today, v_share.organization_id);
  v_free := v_limit.calls_per_minute - cardinality(v_limit.recent);
  v_of_minute := bomstream.share_of_minute(v_limit, v_share, v_free, v_now);
  v_granted := greatest(0, least(p_calls, v_affordable, v_of_day, v_of_minute));
  if v_of_day <= 0 then
    -- Nothing of the minute is to be kept for it.
    update bomstream.supplier_shares s set wants = 0 where s.supplier = p_supplier and s.organization_id = p_organization_id;
    return jsonb_build_object('granted', 0, 'reason', 'day',
      'wait_ms', bomstream.wait_ms((v_day + 1)::timestamp at time zone v_limit.time_zone));
  elsif v_granted = 0 then
    v_again := case when v_free > 0 then v_now + c_ask_again
      else v_limit.recent[cardinality(v_limit.recent) - v_limit.calls_per_minute + 1] + c_minute end;
    update bomstream.supplier_shares s
       set wants = case when s.waits_until > v_now then s.wants else 0 end + p_calls,
           waits_since = case when s.waits_until > v_now then s.waits_since else v_now end,
           waits_until = v_again + c_kept
     where s.supplier = p_supplier and s.organization_id = p_organization_id;
    return jsonb_build_object('granted', 0, 'reason', 'minute', 'wait_ms', bomstream.wait_ms(v_again));
  end if;

  -- It was closed and its time is over: one call finds out whether it is back.
  if v_limit.blocked_until is not null then
    v_granted := 1;
    v_limit.probing_until := v_now + c_probe;
  end if;
  update bomstream.supplier_limits s
     set recent = v_limit.recent || array_fill(v_now, array[v_granted]),
         recent_of = v_limit.recent_of || array_fill(p_organization_id, array[v_granted]),
         used_today = v_limit.used_today + v_granted, parts_used = s.parts_used + v_granted * v_parts_a_call, probing_until = v_limit.probing_until
   where s.supplier = p_supplier;
  update bomstream.supplier_shares s
     set used_today = s.used_today + v_granted, parts_used = s.parts_used + v_granted * v_parts_a_call,
         wants = greatest(0, s.wants - v_granted)
   where s.supplier = p_supplier and s.organization_id = p_organization_id;

  return jsonb_build_object('granted', v_granted, 'reason', null, 'wait_ms', null);
end $$;
comment on function public.bomstream_supplier_grant(text, integer, jsonb, uuid) is
  'Asks for calls to a supplier before they are made. Returns {granted, wait_ms, reason}: at most p_calls, fewer where the limits, or the shares of other organizations in them, leave no more; none with the time to wait and why: minute, day, budget (which ends by an operator alone), probing, unknown_supplier, or the failure that closed the supplier. After a closure one caller is granted one call, as a probe. p_limits, {per_minute, per_day, time_zone, parts_in_all?}, is what a supplier begins with that was never asked; later its row is what holds, which an operator may change. With parts_a_call, each call takes so many out of the supplier''s budget of parts until the report says what it cost.';
revoke all on function public.bomstream_supplier_grant(text, integer, jsonb, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_supplier_grant(text, integer, jsonb, uuid) to service_role;

create or replace function public.bomstream_supplier_report(p_supplier text, p_report jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- The first pause of a supplier that fails, doubled with each further failure.
  c_pause constant interval := interval '5 seconds';
  c_longest_pause constant interval := interval '10 minutes';
  -- A refused key is put right by a person, who wants to see it work soon after.
  c_key_pause constant interval := interval '1 minute';
  -- The shortest quota is one a minute; one that is refused again and again is a longer one.
  c_quota_pause constant interval := interval '1 minute';
  c_longest_quota_pause constant interval := interval '1 hour';
  v_limit bomstream.supplier_limits;
  v_unused constant integer := coalesce((p_report ->> 'unused')::integer, 0);
  v_unused_parts constant integer := coalesce((p_report ->> 'unused_parts')::integer, 0);
  v_failure text := p_report ->> 'failure';
  v_retry_after interval := (p_report ->> 'retry_after_ms')::double precision * interval '1 millisecond';
  v_until timestamptz;
  v_answered_at constant timestamptz := clock_timestamp();
  v_now timestamptz;
begin
  perform bomstream.require_at_most(jsonb_array_length(coalesce(p_report -> 'answers', '[]')), 100, 'answers');
  select * into v_limit from bomstream.supplier_limits s where s.supplier = p_supplier;
  if not found then
    perform bomstream.refuse(404, 'unknown_supplier', 'Nothing is known about the limits of this supplier.');
  end if;
  -- Before the lock, for which everybody waits who calls this supplier.
  insert into bomstream.supplier_answers as a (supplier, orderable_key, answered_at, answer)
  select distinct on (x.orderable_key) p_supplier, x.orderable_key, v_answered_at, nullif(x.answer, 'null')
  from jsonb_to_recordset(p_report -> 'answers') as x(orderable_key text, answer jsonb)
  order by x.orderable_key
  on conflict (supplier, orderable_key) do update set answered_at = excluded.answered_at, answer = excluded.answer;
  -- Most calls go well and change nothing. What somebody else changes at this moment comes after it.
  if v_failure is null and v_unused = 0 and v_unused_parts = 0 and v_limit.failures = 0
     and num_nonnulls(v_limit.last_failure, v_limit.blocked_until, v_limit.probing_until) = 0 then
    return jsonb_build_object('answered_at', bomstream.iso(v_answered_at), 'blocked_ms', null);
  end if;
  select * into strict v_limit from bomstream.supplier_limits s where s.supplier = p_supplier for no key update;
  v_now := clock_timestamp();

  if v_failure = 'stopped' then
    -- Nobody heard what the supplier would have said. If it was a probe, the next caller makes it.
    v_limit.probing_until := null;
  elsif v_failure is null then
    -- A call from before the closure says nothing about whether it is over.
    if not coalesce(v_limit.blocked_until > v_now, false) then
      v_limit.failures := 0;
      v_limit.last_failure := null;
      v_limit.blocked_until := null;
      v_limit.probing_until := null;
    end if;
  else
    v_limit.failures := v_limit.failures + 1;
    v_limit.last_failure := v_failure;
    v_limit.probing_until := null;
    v_until := v_now + case
      when v_retry_after is not null then v_retry_after
      when v_failure = 'misconfigured' then c_key_pause
      when v_failure = 'over_quota' then
        least(c_quota_pause * power(2, least(v_limit.failures - 1, 10)), c_longest_quota_pause)
      when v_limit.failures >= v_limit.trip_after then
        least(c_pause * power(2, least(v_limit.failures - v_limit.trip_after, 10)), c_longest_pause) end;
    -- Several isolates may report one outage; the longest wait that a supplier asked for holds.
    v_limit.blocked_until := greatest(v_limit.blocked_until, v_until);
  end if;
  update bomstream.supplier_limits s
     set failures = v_limit.failures, last_failure = v_limit.last_failure, blocked_until = v_limit.blocked_until,
         probing_until = v_limit.probing_until,
         used_today = greatest(0, s.used_today - v_unused),
         parts_used = greatest(0, s.parts_used - v_unused_parts)
   where s.supplier = p_supplier;
  update bomstream.supplier_shares s
     set used_today = greatest(0, s.used_today - v_unused), parts_used = greatest(0, s.parts_used - v_unused_parts)
   where s.supplier = p_supplier and s.organization_id = (p_report ->> 'organization_id')::uuid
     and (v_unused > 0 or v_unused_parts > 0);

  return jsonb_build_object(
    'answered_at', bomstream.iso(v_answered_at),
    'blocked_ms', case when v_limit.blocked_until > v_now then bomstream.wait_ms(v_limit.blocked_until) end);
end $$;
comment on function public.bomstream_supplier_report(text, jsonb) is
  'How calls to a supplier went: {unused, unused_parts, organization_id, failure, retry_after_ms, answers: [{orderable_key, answer}]}. `failure` is null, stopped, transient, over_quota or misconfigured. Stopped, before anything was answered, says nothing about the supplier; enough of the others in a row close it to all isolates, ever longer, and a time the supplier names itself wins. `unused` calls go back into the day, and into the share of the organization that they were granted to; `unused_parts` into the budget and its share of that. Answers are kept for every later line and run; a null one says the supplier has no such part. Returns {answered_at, blocked_ms}: when these answers count as given, and how long the supplier is closed now.';
revoke all on function public.bomstream_supplier_report(text, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_supplier_report(text, jsonb) to service_role;

create or replace function public.bomstream_health(p_call bigint default null) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  c_jobs constant text[] := array['bomstream-tick', 'bomstream-sweep'];
  -- BOMs whose newest event is told, of those at work and of those that ended last: keys in Redis are of these.
  c_heads constant integer := 50;
  -- What is counted is counted no further than this: the answer is for people, and costs the same however much there is.
  c_counted constant integer := 1000;
  -- BOMs whose scheduled run could not be started: enough to see what is the matter.
  c_failed constant integer := 10;
  v_now timestamptz := clock_timestamp();
  v_jobs jsonb := '[]'::jsonb;
  v_missing jsonb := '[]'::jsonb;
  v_url text;
  v_open_to jsonb := '[]'::jsonb;
  v_call jsonb;
begin
  -- An extension that is not there takes its schema along, and whatever names a table of it would fail.
  if to_regclass('cron.job') is not null then
    select jsonb_agg(jsonb_build_object('name', n.name, 'schedule', j.schedule, 'active', j.active, 'last', l.last) order by n.name desc)
      into v_jobs
    from unnest(c_jobs) as n(name) left join cron.job j on j.jobname = n.name
    left join lateral (
      select jsonb_build_object('at', bomstream.iso(d.start_time), 'status', d.status, 'message', d.return_message,
                                'age_seconds', extract(epoch from v_now - d.start_time)) as last
      from cron.job_run_details d where d.jobid = j.jobid and d.start_time is not null
      order by d.runid desc limit 1) l on true;
  end if;
  if to_regclass('vault.decrypted_secrets') is null then
    v_missing := jsonb_build_array('project_url', 'runner_key');
  else
    select coalesce(jsonb_agg(n.name), '[]') into v_missing
    from (values ('project_url'), ('runner_key')) as n(name)
    where not exists (select from vault.decrypted_secrets s where s.name = n.name);
    select s.decrypted_secret into v_url from vault.decrypted_secrets s where s.name = 'project_url';
  end if;
  if to_regclass('net._http_response') is not null then
    select coalesce(jsonb_agg(r.name), '[]') into v_open_to from (values ('anon'), ('authenticated')) as r(name)
    where has_schema_privilege(r.name, 'net', 'usage')
      and has_table_privilege(r.name, 'net.http_request_queue', 'select');
    select jsonb_build_object('status_code', a.status_code, 'error', a.error_msg) into v_call
    from net._http_response a where a.id = p_call;
  end if;

  return jsonb_build_object(
    'version', public.bomstream_version() ->> 'version',
    -- Those that the functions of the project can call, with the names of their parameters.
    'functions', (select jsonb_object_agg(p.proname, coalesce(to_jsonb(p.proargnames), '[]'))
                  from pg_catalog.pg_proc p
                  where p.pronamespace = 'public'::regnamespace and p.proname like 'bomstream\_%'
                    and has_function_privilege('service_role', p.oid, 'execute')),
    'has_pg_cron', to_regclass('cron.job') is not null,
    'has_pg_net', to_regclass('net._http_response') is not null,
    'cron_jobs', v_jobs,
    'missing_secrets', v_missing,
    'project_url', v_url,
    'net_open_to', v_open_to,
    'call', v_call,
    -- The newest of the last hour of which it is known how it ended: another may have been made a moment ago.
    'last_invocation', (select jsonb_build_object('at', bomstream.iso(i.invoked_at), 'reason', i.reason, 'status_code', i.status_code,
                                                  'error', i.error)
                        from bomstream.invocations i where i.invoked_at > v_now - interval '1 hour'
                        order by i.answered_at is null, i.id desc limit 1),
    'invocations', (select count(*) from (select from bomstream.invocations i
                                          where i.invoked_at > v_now - interval '1 hour' limit c_counted) of_the_hour),
    'unanswered_invocations', (select count(*) from (select from bomstream.invocations i
                                                     where i.invoked_at > v_now - interval '1 hour' and i.status_code is null
                                                       and i.answered_at is not null limit c_counted) silent),
    'workers', (select count(*) from bomstream.workers w where w.live_until > v_now and w.stopped_at is null),
    'active_runs', (select count(*) from (select from bomstream.enrichment_runs r
                                          where r.status in ('queued', 'enriching', 'paused') limit c_counted) active),
    -- Seconds for which the run that waits longest has had events that Redis was not given.
    'unpublished_seconds', (select extract(epoch from v_now - min(w.last_update))
                            from (select r.last_update from bomstream.enrichment_runs r
                                  where r.published_seq < r.last_seq limit c_counted) w),
    'failed_schedules', (select coalesce(jsonb_agg(jsonb_build_object('bom_id', f.id, 'error', f.schedule_error)), '[]')
                         from (select b.id, b.schedule_error from bomstream.boms b
                               -- Of a schedule that was switched off nobody waits for a run.
                               where b.schedule_error is not null and b.schedule_due_at is not null
                               order by b.id limit c_failed) f),
    'suppliers', (select coalesce(jsonb_agg(jsonb_build_object(
                    'supplier', s.supplier, 'failures', s.failures, 'last_failure', s.last_failure,
                    'blocked_seconds', case when s.blocked_until > v_now then extract(epoch from s.blocked_until - v_now) end,
                    'used_this_minute', (select count(*) from unnest(s.recent) t where t > v_now - interval '1 minute'),
                    'calls_per_minute', s.calls_per_minute,
                    'used_today', case when s.day = (v_now at time zone s.time_zone)::date then s.used_today else 0 end,
                    'calls_per_day', s.calls_per_day,
                    'parts_used', s.parts_used, 'parts_in_all', s.parts_in_all) order by s.supplier), '[]')
                  from bomstream.supplier_limits s),
    'heads', (select coalesce(jsonb_agg(jsonb_build_object('bom_id', p.bom_id, 'event_id', p.run || '-' || p.seq)), '[]')
              from bomstream.enrichment_progress p
              where p.bom_id in (
                (select r.bom_id from bomstream.enrichment_runs r where r.status in ('queued', 'enriching', 'paused') limit c_heads)
                union
                (select r.bom_id from bomstream.enrichment_runs r where r.completed_at is not null and not r.events_swept
                 order by r.completed_at desc limit c_heads))));
end $$;
comment on function public.bomstream_health(bigint) is
  'What an operator asks first. Which functions can be called; whether pg_cron and pg_net are there, our cron jobs and how each last ended; which Vault secrets are missing; who can read the calls that pg_net is about to make (their headers hold a key); what became of the last invocation, how many the last hour had, and how many of those got no answer; for how long Redis has not been given events; which BOMs'' scheduled runs could not be started, ten at most; how suppliers answer; the newest event of BOMs that ran lately. With the number that bomstream_invoke gave, also what became of that call. Holds no secret, and ids of all organizations'' BOMs.';
revoke all on function public.bomstream_health(bigint) from public, anon, authenticated;
grant execute on function public.bomstream_health(bigint) to service_role;
