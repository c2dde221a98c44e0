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
