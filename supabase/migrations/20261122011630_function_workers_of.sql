create function private.workers_of(p_organization_id uuid) returns bigint
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select count(*) from private.workers w
          where w.stopped_at is null and w.live_until > statement_timestamp() and w.organization_id = p_organization_id);
end $$;
comment on function private.workers_of(uuid) is 'How many workers are at work that took their last batch from this organization.';
revoke all on function private.workers_of(uuid) from public, anon, authenticated;
