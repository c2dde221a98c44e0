create or replace function bomstream.organization_summary(p_user_id uuid, p_organization_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'organization_id', o.id,
    'name', o.name,
    'role', bomstream.enrichment_access(p_user_id, o.id),
    'created_at', bomstream.iso(o.created_at),
    'settings', jsonb_build_object(
      'auto_start', o.auto_start, 'suppliers', o.suppliers, 'suppliers_until_filled', o.suppliers_until_filled,
      'schedule', o.schedule, 'schedule_hour', o.schedule_hour,
      'blocked_suppliers', o.blocked_suppliers, 'preferred_suppliers', o.preferred_suppliers))
  from bomstream.organizations o where o.id = p_organization_id
$$;
comment on function bomstream.organization_summary(uuid, uuid) is 'An organization as every answer shows it, with the role that the user has in it.';
revoke all on function bomstream.organization_summary(uuid, uuid) from public, anon, authenticated;
