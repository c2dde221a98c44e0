create or replace function public.bomstream_unpublished() returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- BOMs handed out at once: what one runner can publish well within a Redis timeout or two.
  c_boms constant integer := 20;
  v_boms uuid[];
begin
  with due as (
    select r.id from bomstream.enrichment_runs r
    where r.published_seq < r.last_seq and r.publish_due_at <= statement_timestamp()
    order by r.publish_due_at
    limit c_boms
    for no key update skip locked),
  taken as (
    update bomstream.enrichment_runs r
       -- 10 s, 20 s, ... at most about 10 minutes: while Redis refuses, asking again soon helps nobody
       set publish_failures = least(r.publish_failures + 1, 6),
           publish_due_at = clock_timestamp() + interval '10 seconds' * power(2, least(r.publish_failures, 6)) * (0.75 + random() / 2)
      from due where r.id = due.id
    returning r.bom_id)
  select array_agg(distinct t.bom_id) into v_boms from taken t;
  return (select coalesce(jsonb_agg(u.events), '[]')
          from unnest(v_boms) as b(id) cross join lateral (select bomstream.unpublished_events(b.id) as events) u
          where u.events is not null);
end $$;
comment on function public.bomstream_unpublished() is
  'Hands out what writers failed to publish, and puts it off ever longer until somebody reports success.';
revoke all on function public.bomstream_unpublished() from public, anon, authenticated;
grant execute on function public.bomstream_unpublished() to service_role;
