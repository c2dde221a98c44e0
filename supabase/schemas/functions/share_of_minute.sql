create or replace function bomstream.share_of_minute(
  p_limit bomstream.supplier_limits, p_share bomstream.supplier_shares, p_free integer, p_now timestamptz)
returns integer language sql stable security definer set search_path = '' set enable_seqscan = off set jit = off as $$
  with others as (
    select s.wants, s.waits_since, s.organization_id,
           (select count(*)::integer from unnest(p_limit.recent_of) o where o = s.organization_id) as has_had
    from bomstream.supplier_shares s
    where s.supplier = p_limit.supplier and s.organization_id is distinct from p_share.organization_id
      and s.wants > 0 and s.waits_until > p_now),
  equal as (
    select ceil(p_limit.calls_per_minute::numeric / (count(*) + 1))::integer as part, count(*) as waiting from others)
  select case when e.waiting = 0 then p_free else least(
    p_free - coalesce((
      select sum(greatest(0, least(o.wants, e.part - o.has_had))) from others o
      where o.waits_since < case when p_share.wants > 0 and p_share.waits_until > p_now then p_share.waits_since else p_now end), 0),
    e.part - (select count(*) from unnest(p_limit.recent_of) o where o = p_share.organization_id))::integer end
  from equal e
$$;
comment on function bomstream.share_of_minute(bomstream.supplier_limits, bomstream.supplier_shares, integer, timestamptz) is
  'Calls that an organization may make now, of p_free that the minute has: all while no other waits for calls; otherwise an equal part of the minute, those that it has had within it included, and none of those that are kept for whoever has waited longer.';
revoke all on function bomstream.share_of_minute(bomstream.supplier_limits, bomstream.supplier_shares, integer, timestamptz) from public, anon, authenticated;
