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
