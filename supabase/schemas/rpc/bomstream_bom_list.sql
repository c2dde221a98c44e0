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
