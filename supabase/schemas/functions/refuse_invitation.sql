create or replace function bomstream.refuse_invitation() returns void
language plpgsql set search_path = '' as $$
begin
  perform bomstream.refuse(404, 'invitation_not_found',
    'This invitation is not open: it was used, revoked, has expired, or its link is incomplete. Ask for a new one.');
end $$;
comment on function bomstream.refuse_invitation() is
  'Refuses what is no open invitation, in the same words whatever became of it.';
revoke all on function bomstream.refuse_invitation() from public, anon, authenticated;
