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
        and p.asked = bomstream.asked_key(t.orderable_key, t.manufacturer, t.value, t.footprint, t.supplier_numbers, t.description) limit 1) d on true;
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
