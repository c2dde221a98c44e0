create function private.mode_takes(p_mode text, p_line_status text) returns boolean
language sql immutable set search_path = '' as $$
  select case p_mode when 'all' then p_line_status <> 'skipped' else p_line_status = p_mode end
$$;
comment on function private.mode_takes(text, text) is
  'Whether a run of the mode works on a line of the status: `all` takes every line that is not skipped, `failed` and `pending` those of that status.';
revoke all on function private.mode_takes(text, text) from public, anon, authenticated;
