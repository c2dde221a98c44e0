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
