-- 0.5.0.

-- Edits are taken back as reviews are.
drop index bomstream.bom_changes_to_undo;
create index bom_changes_to_undo on bomstream.bom_changes (line_id, id) where action <> 'undo' and not undone;
-- A released BOM goes on to judge a part of two rows by the organization's own.
alter table bomstream.released_parts add column own boolean;
-- What was decided is known to be taken back by what decided it.
alter table bomstream.part_decisions add column change_id bigint;
-- Streams tell what people change of lines.
alter table bomstream.boms add column change_id bigint, add column changed_at timestamptz;
-- Pages tell what came since they were opened: what was changed before the upgrade is no news.
update bomstream.boms b set change_id = c.newest
from (select bom_id, max(id) as newest from bomstream.bom_changes group by bom_id) c where c.bom_id = b.id;
create index boms_by_change on bomstream.boms (organization_id, changed_at) where changed_at is not null;
-- Each has a parameter more.
drop function public.bomstream_bom_review_undo(uuid, uuid, uuid[]);
drop function public.bomstream_bom_of_file(uuid, uuid, text);
drop function public.bomstream_bom_list(uuid, uuid, uuid, text, text, jsonb, integer);

create or replace function bomstream.refuse_invitation() returns void
language plpgsql set search_path = '' as $$
begin
  perform bomstream.refuse(404, 'invitation_not_found',
    'This invitation is not open: it was used, revoked, has expired, or its link is incomplete. Ask for a new one.');
end $$;
comment on function bomstream.refuse_invitation() is
  'Refuses what is no open invitation, in the same words whatever became of it.';
revoke all on function bomstream.refuse_invitation() from public, anon, authenticated;

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
        or l.review = 'none' and (l.component_id is null and l.candidate_count > 0 and not l.remarks @> '[{"code": "kept_as_written"}]' or l.contradictions #>> '{0,severity}' = 'error'
          or l.remarks @> '[{"code": "manufacturer_asked"}]'));
    if v_lines > 0 then
      perform bomstream.queue_deliveries(p_run.organization_id, 'review.needed', v_run || jsonb_build_object('lines', v_lines));
    end if;
  end if;
end $$;
comment on function bomstream.tell_of_end(bomstream.enrichment_runs, text, integer) is
  'Tells the organization''s webhooks of a run that has ended: run.ended, changes.found where it found any, and review.needed where people have to decide of lines that it settled.';
revoke all on function bomstream.tell_of_end(bomstream.enrichment_runs, text, integer) from public, anon, authenticated;

create or replace function bomstream.twins_of(p_bom bomstream.boms, p_components uuid[])
returns table (shared_id uuid, own_id uuid)
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  if p_bom.released_at is not null then
    -- What it is released with has lost its key, and keeps its name. Of those released before it was noted which is whose, the
    -- one that is known to be something stands for both.
    return query
      select t.ids[2], t.ids[1]
      from (select array_agg(p.component_id order by p.own desc nulls last, p.brief::json ->> 0 is null, p.component_id) as ids
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
  'Of the components p_components, and of others with which they are one part: which of the BOM''s are everybody''s and the organization''s own row of one part. Lines that were looked up before the organization described it have the one, and later ones the other. Of a BOM released before 0.5.0 nobody knows any more which of two is whose.';
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
                              case when l.contradictions <> '[]' or o.whose is not null or k.kept then
                                concat(',', coalesce(l.contradictions #> '{0,severity}', 'null'), ',', coalesce(l.contradictions #> '{0,sentence}', 'null')) end,
                              case when k.kept then coalesce(o.whose, ',null,null') || ',true' else o.whose end, ']'),
                       ',' order by l.line_number)
     from bomstream.bom_lines l
     -- Most lines have no remarks, and are not looked through.
     cross join lateral (select case when l.remarks <> '[]' then (
       select concat(',', to_json(r ->> 'code' = 'manufacturer_asked'), ',', r -> 'detail') from jsonb_array_elements(l.remarks) r
       where r ->> 'code' in ('manufacturer_open', 'manufacturer_asked') limit 1) end as whose) o
     -- Who approves a line, or keeps it as written, does so of a part that nobody knows, too; what was chosen is another part.
     cross join lateral (select l.component_id is null and l.result_status = 'not_found' and not l.remarks @> '[{"code": "chosen"}]'
       and (l.review = 'approved' or l.remarks @> '[{"code": "kept_as_written"}]') as kept) k
     where l.bom_id = p_bom.id),
    v_parts, v_twins)::json;
end $$;
comment on function bomstream.judging_of(bomstream.boms, text) is
  'All that a BOM is judged by, in one snapshot and without names of fields, since it may be ten thousand lines: `bom` {bom_id, name, event_id, status, blocked, preferred, suppliers_not_asked: [{supplier, lines}]}; `lines` as [id, line number, number, quantity, component id or "", status, result status or "", review, worst contradiction, its sentence, whether it asks for a manufacturer, in a sentence why, and true where nobody knows its part and it is meant as written], the last only there, the two before only where the manufacturer is open, the two before those where any of these is or there is a contradiction, and null where only a later one is; `parts` as [component id, component_brief, [offer_brief, …]], of own and shared offers, and, where the organization has either, its own stock and [offer_brief, …] of the prices that it has agreed and that still hold; of a released BOM all as they were. `twins` [component id, the id of the same part that stands for both, …], of parts that are everybody''s and the organization''s own. `boards` that the BOM is meant for, 25 where nobody said; `state`, its judging_version; `version` tells this state from others; where it is p_known, nothing but `version` comes.';
revoke all on function bomstream.judging_of(bomstream.boms, text) from public, anon, authenticated;

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
        'remarks', l.remarks, 'settled_at', l.settled_at, 'candidate_count', l.candidate_count))
    from bomstream.bom_lines l
    cross join lateral (
      select bomstream.asked_key(l.orderable_key, l.manufacturer, l.value, l.footprint, l.supplier_numbers) as asked) a
    where l.id = p_line_id);
end $$;
comment on function bomstream.review_state(uuid) is
  'All of a line that a review changes, and what an edit changes besides its words: {asked, state, review, decision, found}, with the decision that the organization remembers for its words.';
revoke all on function bomstream.review_state(uuid) from public, anon, authenticated;

create or replace function bomstream.doer_of(p_user_id uuid, c bomstream.bom_changes) returns text
-- as line_json: no release could add a column
language plpgsql stable security definer set search_path = '' as $$
begin
  return case when p_user_id in (c.user_id, c.key_id) then 'You have' else coalesce(
    -- Of those who are members now, every member reads the address.
    (select u.email || ' has' from bomstream.boms b
     join bomstream.organization_members m on m.organization_id = b.organization_id and m.user_id = c.user_id
     join auth.users u on u.id = m.user_id
     where b.id = c.bom_id),
    (select format('The key %s has', k.name) from bomstream.organization_keys k where k.id = c.key_id),
    'Somebody has') end;
end $$;
comment on function bomstream.doer_of(uuid, bomstream.bom_changes) is
  'Who did something to a line, for a sentence that a user reads: `You have`, `maria@example.com has`, or `Somebody has` of who is no member any more.';
revoke all on function bomstream.doer_of(uuid, bomstream.bom_changes) from public, anon, authenticated;

create or replace function bomstream.line_name(p_line bomstream.bom_lines, p_begins boolean default false) returns text
-- as line_json: no release could add a column
language plpgsql stable security definer set search_path = '' as $$
declare
  -- Longer ones would drown the sentence.
  c_most constant integer := 40;
begin
  if coalesce(p_line.designators, '') = '' then
    return case when p_begins then 'Line ' else 'line ' end || p_line.line_number;
  end if;
  return case when char_length(p_line.designators) <= c_most then p_line.designators else left(p_line.designators, c_most - 2) || ' …' end;
end $$;
comment on function bomstream.line_name(bomstream.bom_lines, boolean) is
  'How a line is called in a sentence that a user reads: by its designators, and where it has none by its number. p_begins: at the beginning of it.';
revoke all on function bomstream.line_name(bomstream.bom_lines, boolean) from public, anon, authenticated;

create or replace function bomstream.change_to_undo(p_user_id uuid, p_line bomstream.bom_lines, p_change_ids bigint[]) returns bomstream.bom_changes
-- as line_json: no release could add a column
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_change bomstream.bom_changes;
  v_since bomstream.bom_changes;
begin
  select * into v_change from bomstream.bom_changes c
  where c.bom_id = p_line.bom_id and c.line_id = p_line.id and c.id = any (p_change_ids) and c.action <> 'undo'
  order by c.id desc limit 1;
  if v_change.id is null then
    perform bomstream.refuse(409, 'nothing_to_undo', format('Of %s nothing is named that could be taken back. Read the line again.', bomstream.line_name(p_line)));
  end if;
  if v_change.undone then
    select * into v_since from bomstream.bom_changes c
    where c.bom_id = p_line.bom_id and c.id > v_change.id and c.line_id = p_line.id and c.action = 'undo'
    order by c.id limit 1;
    perform bomstream.refuse(409, 'nothing_to_undo', format('%s taken that back of %s already.', bomstream.doer_of(p_user_id, v_since), bomstream.line_name(p_line)));
  end if;
  -- An edit that left a decision as it was does not stand in its way, as a note.
  select * into v_since from bomstream.bom_changes c
  where c.line_id = p_line.id and c.action <> 'undo' and not c.undone and c.id > v_change.id
    and (v_change.action = 'edit' or c.action <> 'edit'
         or (c.reviewed #> '{before,review}', c.reviewed #> '{before,asked}') is distinct from (c.reviewed #> '{after,review}', c.reviewed #> '{after,asked}'))
  order by c.id desc limit 1;
  if v_since.id is not null then
    perform bomstream.refuse(409, 'nothing_to_undo', format('%s %s %s since.', bomstream.doer_of(p_user_id, v_since),
      case when v_since.action = 'edit' then 'edited' else 'decided' end, bomstream.line_name(p_line)));
  end if;
  return v_change;
end $$;
comment on function bomstream.change_to_undo(uuid, bomstream.bom_lines, bigint[]) is
  'The change of a locked line that somebody names to take it back. 409 nothing_to_undo, with who did it, where it is taken back already or somebody has decided or edited the line since; edits that left the decision as it was stand in the way of an edit only.';
revoke all on function bomstream.change_to_undo(uuid, bomstream.bom_lines, bigint[]) from public, anon, authenticated;

create or replace function bomstream.restate_changes(p_line_id uuid, p_before_id bigint, p_states text[]) returns void
-- as line_json: no release could add a column
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  -- On both sides of a change: taken back, a decision leaves the line in the state that it found, which the change below it left.
  update bomstream.bom_changes c set reviewed = (
      select jsonb_object_agg(s.key, case when s.value ->> 'state' = any (p_states)
        then s.value || jsonb_build_object('state', bomstream.line_state(l)) else s.value end)
      from jsonb_each(c.reviewed) s)
    from bomstream.bom_lines l
   where l.id = p_line_id and c.line_id = p_line_id and c.action <> 'undo' and not c.undone and c.id < p_before_id
     and (c.reviewed #>> '{before,state}' = any (p_states) or c.reviewed #>> '{after,state}' = any (p_states));
end $$;
comment on function bomstream.restate_changes(uuid, bigint, text[]) is
  'Tells the changes of a line before the given one, which found or left it in one of p_states (bomstream.line_state), that it is in the same state again, under another name: fences only rise. Without that, nobody could take them back with what was found.';
revoke all on function bomstream.restate_changes(uuid, bigint, text[]) from public, anon, authenticated;

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
  v_candidates jsonb := '[]'::jsonb;
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

create or replace function bomstream.note_change(p_bom_id uuid) returns void
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  update bomstream.boms b
     set change_id = (select max(c.id) from bomstream.bom_changes c where c.bom_id = p_bom_id), changed_at = now()
   where b.id = p_bom_id;
end $$;
comment on function bomstream.note_change(uuid) is
  'Says on the BOM what was changed last of its lines, for streams, which tell those who watch it: decisions and edits are no events of a run. Called once by whatever has written bom_changes, under the lock of the BOM, so a later change has a higher id.';
revoke all on function bomstream.note_change(uuid) from public, anon, authenticated;

create or replace function bomstream.undo_edit(p_user_id uuid, p_line bomstream.bom_lines, p_change bomstream.bom_changes) returns void
-- as line_json: no release could add a column
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_before constant jsonb := p_change.reviewed -> 'before';
  v_words jsonb := (p_change.before - 'alternates') || (v_before -> 'words');
  -- A decision that the edit had left as it was may have been taken back since, and with it what was found.
  v_is_decided_alike constant boolean := p_change.reviewed #>> '{after,review}' = p_line.review;
  v_old bomstream.bom_lines;
  v_edited json;
begin
  if v_before is null then
    perform bomstream.refuse(409, 'nothing_to_undo', format('%s was edited before edits could be taken back. Edit it again.', bomstream.line_name(p_line, true)));
  end if;
  -- Nothing was found of it since; a paused run still has to look up what it had to look up before.
  if p_change.reviewed #>> '{after,state}' = bomstream.line_state(p_line)
     and (v_before #>> '{found,status}' = 'pending' and p_line.status = 'pending' or not exists (
       select from bomstream.enrichment_runs r where r.bom_id = p_line.bom_id and r.status in ('queued', 'enriching', 'paused'))) then
    v_old := jsonb_populate_record(case when v_is_decided_alike then jsonb_populate_record(p_line, v_before -> 'found') else p_line end, v_words);
    update bomstream.bom_lines l
       set mpn = v_old.mpn, manufacturer = v_old.manufacturer, orderable_key = v_old.orderable_key, quantity = v_old.quantity,
           designators = v_old.designators, description = v_old.description, do_not_place = v_old.do_not_place, value = v_old.value, value_asks = v_old.value_asks,
           footprint = v_old.footprint, supplier_numbers = v_old.supplier_numbers, internal_number = v_old.internal_number,
           substitution = v_old.substitution, note = v_old.note, status = v_old.status, review = case when v_is_decided_alike then v_before ->> 'review' else l.review end,
           result_run = v_old.result_run, result_status = v_old.result_status, component_id = v_old.component_id,
           quality_score = v_old.quality_score, source = v_old.source, match_step = v_old.match_step,
           candidate_count = v_old.candidate_count, contradictions = v_old.contradictions, remarks = v_old.remarks, settled_at = v_old.settled_at,
           -- A worker that still holds it asks for what it was.
           fence = l.fence + 1, worker_id = null, visible_at = '-infinity'
     where l.id = p_line.id;
    if v_before ? 'alternates' then
      perform bomstream.write_alternates(p_line.id, v_before -> 'alternates');
    end if;
    if v_before ? 'candidates' then
      perform bomstream.write_candidates(jsonb_build_array(jsonb_build_object('line_id', p_line.id, 'candidates', v_before -> 'candidates')), array[p_line.id]);
    end if;
    perform bomstream.restate_changes(p_line.id, p_change.id, array[v_before ->> 'state', p_change.reviewed #>> '{after,state}']);
    return;
  end if;
  -- What was found is held against the words as they are: here nobody could say how it stands against others.
  if p_line.result_run is not null and not p_change.before ?| array['mpn', 'manufacturer', 'do_not_place'] and p_change.before ?| array['value', 'footprint', 'description', 'designators', 'supplier_numbers', 'alternates'] then
    perform bomstream.refuse(409, 'nothing_to_undo', format('%s was looked up since it was edited. Edit it again.', bomstream.line_name(p_line, true)));
  end if;
  v_edited := public.bomstream_bom_line_change(p_user_id, p_line.bom_id, p_line.id, v_words
    || case when v_before ? 'alternates' then jsonb_build_object('alternates', v_before -> 'alternates') else '{}' end);
  -- The undo itself tells of it, and is nothing that somebody edited since.
  delete from bomstream.bom_changes c where c.id = (v_edited ->> 'change_id')::bigint;
end $$;
comment on function bomstream.undo_edit(uuid, bomstream.bom_lines, bomstream.bom_changes) is
  'Gives a locked line back what it said before its newest edit, and, unless a run has taken it since, what was found of it, its candidates and its review. Else it is as after an edit that says the former words. 409 nothing_to_undo where a run has held the words against a part since, and of an edit before release 0.5.0.';
revoke all on function bomstream.undo_edit(uuid, bomstream.bom_lines, bomstream.bom_changes) from public, anon, authenticated;

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
  v_has_decisions boolean;
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

  -- Most organizations have decided nothing yet: the words that decisions are found by need not be put together.
  v_has_decisions := exists (select from bomstream.part_decisions p where p.organization_id = v_run.organization_id);
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
      where v_has_decisions and p.organization_id = v_run.organization_id
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

create or replace function public.bomstream_version() returns jsonb
language sql immutable security definer set search_path = '' as $$
  select jsonb_build_object('version', '0.5.0')
$$;
comment on function public.bomstream_version() is
  'The release whose migration this database had last. Functions ask before they rely on it.';
revoke all on function public.bomstream_version() from public, anon, authenticated;
grant execute on function public.bomstream_version() to service_role;

create or replace function public.bomstream_invitation_look(p_token_hash text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_invitation bomstream.organization_invitations;
begin
  select * into v_invitation from bomstream.organization_invitations i
   where i.token_hash = p_token_hash and i.expires_at > now();
  if not found then
    perform bomstream.refuse_invitation();
  end if;
  return jsonb_build_object('organization_id', v_invitation.organization_id, 'role', v_invitation.role,
    'expires_at', bomstream.iso(v_invitation.expires_at));
end $$;
comment on function public.bomstream_invitation_look(text) is
  'What the open invitation is whose token has this SHA-256, for whoever has the token, signed in or not: of which organization by its id, to which role, until when. It is not used up by that. Any other is refused as by bomstream_invitation_accept.';
revoke all on function public.bomstream_invitation_look(text) from public, anon, authenticated;
grant execute on function public.bomstream_invitation_look(text) to service_role;

create or replace function public.bomstream_invitation_accept(p_user_id uuid, p_token_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- Both are listed whole.
  c_members constant integer := 500;
  c_organizations constant integer := 100;
  v_invitation bomstream.organization_invitations;
  v_role text;
begin
  perform bomstream.require_user(p_user_id);
  -- The organization first, as everywhere, and then, in a statement that sees what was committed meanwhile, the invitation.
  perform from bomstream.organizations o
    where o.id = (select i.organization_id from bomstream.organization_invitations i where i.token_hash = p_token_hash)
    for no key update;
  delete from bomstream.organization_invitations i
   where i.token_hash = p_token_hash and i.expires_at > now()
  returning * into v_invitation;
  if not found then
    perform bomstream.refuse_invitation();
  end if;
  v_role := bomstream.enrichment_access(p_user_id, v_invitation.organization_id);
  if v_role is not null then
    -- The invitation stays open for whom it was meant: a refusal undoes everything.
    perform bomstream.refuse(409, 'already_member', format('You are %s in this organization already.', v_role));
  end if;
  if (select count(*) from bomstream.organization_members m where m.organization_id = v_invitation.organization_id) >= c_members then
    perform bomstream.refuse(409, 'too_many_members',
      format('The organization has %s members, the most that is possible.', c_members));
  end if;
  if (select count(*) from bomstream.organization_members m where m.user_id = p_user_id) >= c_organizations then
    perform bomstream.refuse(409, 'too_many_organizations',
      format('You are a member of %s organizations, the most that is possible. Leave one first.', c_organizations));
  end if;
  insert into bomstream.organization_members (organization_id, user_id, role)
  values (v_invitation.organization_id, p_user_id, v_invitation.role);
  return bomstream.organization_summary(p_user_id, v_invitation.organization_id);
end $$;
comment on function public.bomstream_invitation_accept(uuid, text) is
  'Makes the user a member by the invitation whose token has this SHA-256, which is used up by that: of several who bring it at once one joins. Who is a member already keeps his role, and leaves it open.';
revoke all on function public.bomstream_invitation_accept(uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_invitation_accept(uuid, text) to service_role;

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
  -- What it had when it said the same before.
  v_known jsonb;
  v_loses boolean;
  v_reviewed jsonb;
  v_now jsonb;
  v_change_id bigint;
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
      || case when v_asks_anew then jsonb_build_object('candidates', (
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
comment on function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb, jsonb) is
  'Changes what p_changes names of a line, orderable_key with mpn and value_asks with value and footprint, and says in bom_changes who did it; answers as bomstream_bom_line_read, and `change_id`, what it wrote, for bomstream_bom_review_undo, null where nothing changed. A line that asks for another part, or is placed again, loses what was found and is pending: the next run takes it; unless it said the same before (known_of_words), and has that again. Any other keeps its result, with what it says against its part after the change: p_judged {state, contradictions}, made of bomstream_bom_line_judging_read in that `state`; where the line is in another by now, nothing is done, and {stale} says so. Without p_judged what was said against it stays. A line whose words about its part change is no longer approved. Refuses as lock_line does. Needs editor.';
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
  v_change_id bigint;
  v_changes jsonb := jsonb '[]';
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
comment on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb) is
  'What people decide of lines, all or none of at most 500: approve (right), choose (p_choice {mpn, manufacturer, orderable_key} is the part that is meant: the line loses what was found but for its candidates, and the next run looks that up), keep_as_written (meant so, whatever was found; a line whose part was chosen loses what was found of it, and is pending), nothing_to_buy (skipped from now on), reject (what was found is not it), reset (nothing decided: a line whose chosen part was found loses that, and is pending). What is chosen or kept is remembered for the organization and used for the same words in later runs, until a reset. `changes` [{line_id, change_id}] is what it wrote, for bomstream_bom_review_undo. Refuses as lock_line does. Needs editor.';
revoke all on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb) to service_role;

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
    insert into bomstream.bom_changes (bom_id, line_id, user_id, key_id, action)
    values (p_bom_id, v_line_id, bomstream.person(p_user_id), bomstream.key_of(p_user_id), 'undo');
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
        'change_id', p.id, 'line_id', p.line_id, 'line_number', (select l.line_number from bomstream.bom_lines l where l.id = p.line_id), 'user_id', p.user_id, 'key_id', p.key_id, 'action', p.action, 'before', p.before, 'after', p.after,
        'created_at', bomstream.iso(p.created_at)) order by p.id desc) filter (where p.nth <= p_limit), '[]'),
      'next', case when count(*) > p_limit then min(p.id) filter (where p.nth <= p_limit) end)
    from page p);
end $$;
comment on function public.bomstream_bom_changes(uuid, uuid, bigint, integer) is
  'A page of what people did to lines of the BOM, the newest first. `next` is what to give as p_before for the next page, null on the last one. Needs viewer.';
revoke all on function public.bomstream_bom_changes(uuid, uuid, bigint, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_changes(uuid, uuid, bigint, integer) to service_role;

create or replace function public.bomstream_bom_list(
  p_user_id uuid, p_organization_id uuid default null, p_project_id uuid default null, p_status text default null,
  p_search text default null, p_after jsonb default null, p_limit integer default 100, p_verdict text default null)
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
  -- One more than is answered, to know whether there are more. A search, and a status or verdict that few have, look through the BOMs
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
        and (p_verdict is null or exists (select from bomstream.bom_judgements j
                                          where j.bom_id = b.id and (j.verdicts ->> p_verdict)::integer > 0))
      order by b.created_at desc, b.id desc
      limit p_limit + 1) n
    where p_organization_id is null or m.organization_id = p_organization_id
    order by (n.bom).created_at desc, (n.bom).id desc
    limit p_limit + 1);
  if cardinality(v_boms) > p_limit then
    v_last := v_boms[p_limit];
  end if;
  return jsonb_build_object(
    'key_name', (select k.name from bomstream.organization_keys k where k.id = p_user_id),
    'organizations', (
      select coalesce(jsonb_agg(jsonb_build_object('organization_id', o.id, 'name', o.name, 'role', m.role) order by o.name, o.id), '[]')
      from bomstream.roles_of(p_user_id) m join bomstream.organizations o on o.id = m.organization_id),
    'boms', (select coalesce(jsonb_agg(bomstream.bom_summary(v_boms[place]) order by place), '[]')
             from generate_series(1, least(cardinality(v_boms), p_limit)) place),
    'next', case when v_last.id is not null
      then jsonb_build_array((extract(epoch from v_last.created_at) * 1000000)::bigint, v_last.id) end);
end $$;
comment on function public.bomstream_bom_list(uuid, uuid, uuid, text, text, jsonb, integer, text) is
  'The user''s organizations with the role in each, and a page of at most 100 of their BOMs, the newest first: of one organization, of one project, with one status (`none` before the first run, `active` of any run that has not ended), with a text in their names, whatever its case, with a line of this verdict, as they were judged last. `next` is the p_after of the next page, null on the last one; `key_name` that of the key that asks, null where a person does.';
revoke all on function public.bomstream_bom_list(uuid, uuid, uuid, text, text, jsonb, integer, text) from public, anon, authenticated;
grant execute on function public.bomstream_bom_list(uuid, uuid, uuid, text, text, jsonb, integer, text) to service_role;

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
    select (bomstream.line_details(v_line) || jsonb_build_object(
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
  'One line of the BOM with all that is known of its component: every field with its sources, and at most thirty offers, the organization''s own first, a marketplace''s last, and of each the most in stock first; an own offer takes the place of the shared one of the same supplier, seller and supplier part number. `review_change_id` is the newest review of it that nobody has taken back, for bomstream_bom_review_undo; `last_change` {change_id, action} the newest of all that could be taken back, edits as well. Needs viewer.';
revoke all on function public.bomstream_bom_line_read(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_line_read(uuid, uuid, uuid) to service_role;

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

create or replace function public.bomstream_status(p_user_id uuid, p_bom_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- Counted no further: an organization with thousands of runs would pay for a number that tells nobody anything.
  c_most constant integer := 100;
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  v_event jsonb;
  v_run bomstream.enrichment_runs;
  v_position bigint;
begin
  select p.event into v_event from bomstream.enrichment_progress p where p.bom_id = p_bom_id;
  if v_event #>> '{state,status}' = 'queued' then
    select * into v_run from bomstream.enrichment_runs r where r.id = (v_event ->> 'run_id')::uuid;
    -- Only the organization's own runs: how many others there are is nobody's business, and they take turns with it.
    select count(*) + 1 into v_position
    from (select from bomstream.enrichment_runs r
          where r.organization_id = v_run.organization_id and r.status in ('queued', 'enriching')
            and (r.source = 'schedule', -r.priority, r.served_at, r.created_at, r.id)
                < (v_run.source = 'schedule', -v_run.priority, v_run.served_at, v_run.created_at, v_run.id)
            -- run by run, as in next_runs
            and (select true from bomstream.bom_lines l
                 where l.run_id = r.id and l.status = 'pending' and l.visible_at <= statement_timestamp()
                 limit 1)
          limit c_most) before;
  end if;
  return jsonb_build_object('event', v_event, 'queue_position', v_position, 'change_id', v_bom.change_id);
end $$;
comment on function public.bomstream_status(uuid, uuid) is
  'The BOM''s newest event, null before its first run; and for a queued run its place among the runs of its organization, 1 for the next to be served, counted up to 101. `change_id` is the newest of what people changed of its lines, null where nobody did. Needs viewer.';
revoke all on function public.bomstream_status(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_status(uuid, uuid) to service_role;

create or replace function public.bomstream_replay(p_cursors jsonb) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('bom_id', m.bom_id, 'news', m.news, 'events', m.events)
      || case when m.change_id is not null then jsonb_build_object('change_id', m.change_id) else '{}' end), '[]')
    from (
      select x.bom_id, s.news, v.change_id, coalesce(case when s.news = 'events' then (
        select jsonb_agg(w.event order by w.run, w.seq) from (
          select f.*, row_number() over following as place,
            -- Weighed only for a client that catches up alone.
            case when x.most is not null then sum(octet_length(f.event::text)) over following end as bytes
          from (
            select e.run, e.seq, e.event from bomstream.enrichment_events e
            where e.bom_id = x.bom_id and (e.run, e.seq) > (x.run, x.seq)
            order by e.run, e.seq
            -- One answer stays small; a reader that is further behind asks again from where this ends.
            limit least(x.most, 100)) f
          window following as (order by f.run, f.seq)) w
        -- A thousand clients that come back at once are given no more than they can be sent: one event, or 32 KiB.
        where w.bytes is null or w.place = 1 or w.bytes <= 32768) end, '[]') as events
      from jsonb_to_recordset(p_cursors) as x(bom_id uuid, run integer, seq integer, most integer, change bigint)
      -- the cheap probe: only BOMs that moved have their events read
      left join bomstream.enrichment_progress p on p.bom_id = x.bom_id
      left join bomstream.organizations o
        on o.id = coalesce(p.organization_id, (select b.organization_id from bomstream.boms b where b.id = x.bom_id))
      -- What people changed is no event; asked only for those who say what they know of it.
      left join lateral (
        select b.change_id from bomstream.boms b where b.id = x.bom_id and x.change is not null and b.change_id > x.change) v on true
      cross join lateral (select case
        -- What an organization had goes in bites, and all of it is gone with the first.
        when o.id is null or o.deleted_at is not null then 'gone'
        when (p.run, p.seq) > (x.run, x.seq) then 'events'
        when (p.run, p.seq) < (x.run, x.seq) then 'ahead'
        when p.bom_id is null and x.run > 0 then 'ahead'
        when v.change_id is not null then 'events'
      end as news) s
      where s.news is not null) m);
end $$;
comment on function public.bomstream_replay(jsonb) is
  'For each {bom_id, run, seq, most, change} its news: `events`, those that follow, oldest first, at most 100, or where `most` is given no more than that and, but for the first, than 32 KiB of them; `ahead` when the cursor is above everything committed; `gone` when there is no such BOM, or its organization was deleted. With `change`, the newest known of what people changed of its lines, also `change_id` where there is a newer one, with or without events. BOMs that did not move are left out. Asks nobody''s rights: for the stream hub, whose clients were let in one by one.';
revoke all on function public.bomstream_replay(jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_replay(jsonb) to service_role;

create or replace function public.bomstream_connect(p_user_id uuid, p_bom_id uuid, p_cursor_run integer default null, p_cursor_seq integer default null, p_with_admin_token boolean default false)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  -- Further behind than this, the newest state is more use than a thousand old ones.
  c_max_behind constant integer := 1000;
  v_bom bomstream.boms;
  v_newest jsonb;
  v_behind integer;
  v_known boolean;
begin
  -- Only what says so itself opens every BOM: a user id that got lost on the way must open none.
  if p_with_admin_token then
    select * into v_bom from bomstream.boms b where b.id = p_bom_id;
    if v_bom.id is null then
      perform bomstream.refuse(404, 'bom_not_found', 'There is no BOM with this id.');
    end if;
  else
    v_bom := bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  end if;
  select p.event, (p.run, p.seq) = (p_cursor_run, p_cursor_seq) into v_newest, v_known
  from bomstream.enrichment_progress p where p.bom_id = p_bom_id;
  if p_cursor_run is not null then
    -- The newest id stays known once retention has deleted its event: whoever has it has missed nothing. Called lost, a
    -- finished BOM's stream would be reset and ended at each reconnect, for ever, instead of answering 204.
    v_known := v_known or exists (select from bomstream.enrichment_events e
                                  where (e.bom_id, e.run, e.seq) = (p_bom_id, p_cursor_run, p_cursor_seq));
    select count(*)::integer into v_behind from (
      select from bomstream.enrichment_events e
      where e.bom_id = p_bom_id and (e.run, e.seq) > (p_cursor_run, p_cursor_seq)
      limit c_max_behind + 1) following;
  end if;
  return jsonb_build_object(
    'organization_id', v_bom.organization_id,
    'newest', v_newest,
    'change_id', v_bom.change_id,
    'cursor', case when p_cursor_run is null then 'none'
                   when v_known and v_behind <= c_max_behind then 'honoured'
                   else 'lost' end,
    'following', case when v_known and v_behind between 1 and c_max_behind
      then public.bomstream_replay(jsonb_build_array(
             jsonb_build_object('bom_id', p_bom_id, 'run', p_cursor_run, 'seq', p_cursor_seq, 'most', 10))) #> '{0,events}'
      else '[]' end);
end $$;
comment on function public.bomstream_connect(uuid, uuid, integer, integer, boolean) is
  'What a stream needs at its start, from one snapshot: the right to read, the newest event, the newest of what people changed of its lines, whether the client''s cursor can be honoured (`none`, `honoured`, or `lost` when it is unknown, from the future or more than 1,000 events behind; the newest id is known even where its event was deleted with age), and the first of the events that follow an honoured one: ten, or fewer where they are large. Needs viewer, or that the caller has seen the admin token.';
revoke all on function public.bomstream_connect(uuid, uuid, integer, integer, boolean) from public, anon, authenticated;
grant execute on function public.bomstream_connect(uuid, uuid, integer, integer, boolean) to service_role;

create or replace function public.bomstream_active(p_organization_ids uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'organization_id', o.id,
    'bom_ids', to_jsonb(coalesce(a.bom_ids[:50], '{}')),
    'more', coalesce(a.active > 50, false),
    'changed', coalesce(c.boms, '[]'))), '[]')
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
  where o.id = any (p_organization_ids) and o.deleted_at is null
$$;
comment on function public.bomstream_active(uuid[]) is
  'For each organization the newest 50 BOMs with a run at work, then, as far as there is room, those with one that was started within the last minute and is over; and whether more than 50 have a run at work; `changed`, the newest 50 BOMs of whose lines people changed something within the last minute, with the newest change. An organization that was deleted is left out. Asks nobody''s rights: for streams whose clients were let in one by one.';
revoke all on function public.bomstream_active(uuid[]) from public, anon, authenticated;
grant execute on function public.bomstream_active(uuid[]) to service_role;
