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
        'change_id', p.id, 'line_id', p.line_id, 'line_number', l.line_number, 'line_name', bomstream.line_name(l.line, true),
        'user_id', p.user_id, 'key_id', p.key_id, 'action', p.action, 'before', p.before, 'after', p.after,
        'created_at', bomstream.iso(p.created_at)) order by p.id desc) filter (where p.nth <= p_limit), '[]'),
      'next', case when count(*) > p_limit then min(p.id) filter (where p.nth <= p_limit) end)
    from page p
    left join lateral (select b as line, b.line_number from bomstream.bom_lines b where b.id = p.line_id limit 1) l on true);
end $$;
comment on function public.bomstream_bom_changes(uuid, uuid, bigint, integer) is
  'A page of what people did to lines of the BOM, the newest first, each with how people call its line. `next` is what to give as p_before for the next page, null on the last one. Needs viewer.';
revoke all on function public.bomstream_bom_changes(uuid, uuid, bigint, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_changes(uuid, uuid, bigint, integer) to service_role;
