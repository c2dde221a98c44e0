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
