-- 0.7.0.

create or replace function public.bomstream_version() returns jsonb
language sql immutable security definer set search_path = '' as $$
  select jsonb_build_object('version', '0.7.0')
$$;
comment on function public.bomstream_version() is
  'The release whose migration this database had last. Functions ask before they rely on it.';
revoke all on function public.bomstream_version() from public, anon, authenticated;
grant execute on function public.bomstream_version() to service_role;
