create or replace function public.bomstream_lost_rights(p_viewers jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  -- As many streams as one isolate has.
  perform bomstream.require_at_most(jsonb_array_length(p_viewers), 1000, 'viewers');
  return (
    select coalesce(jsonb_agg(jsonb_build_object('user_id', v.user_id, 'kind', v.kind, 'id', v.id)
      || case when a.role is not null then jsonb_build_object('role', a.role)
              else jsonb_build_object('reason', case when o.id is null then 'deleted' else 'access_revoked' end) end), '[]')
    from jsonb_to_recordset(p_viewers) as v(user_id uuid, kind text, id uuid, role text)
    left join bomstream.boms b on v.kind = 'bom' and b.id = v.id
    left join bomstream.organizations o
      on o.id = case v.kind when 'bom' then b.organization_id when 'organization' then v.id end and o.deleted_at is null
    cross join lateral (select bomstream.enrichment_access(v.user_id, o.id, b.id) as role offset 0) a
    where a.role is null or a.role <> v.role);
end $$;
comment on function public.bomstream_lost_rights(jsonb) is
  'Which of these viewers, at most 1,000 of {user_id, kind, id} with the id of a BOM or an organization, may no longer read what they watch, with the `reason`: it was deleted, they are no members any more, or the key or link was revoked or has expired; and of those that name the `role` they have had, whose is another now, with the new one. For streams whose clients were let in one by one.';
revoke all on function public.bomstream_lost_rights(jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_lost_rights(jsonb) to service_role;
