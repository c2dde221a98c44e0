create or replace function bomstream.require_seen(p_user_id uuid, p_bom_id uuid, p_line_ids uuid[], p_as_of bigint, p_fields text[] default null) returns void
-- as line_json: no release could add a column
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- Nobody decides by these, so they stand in nobody's way.
  c_quiet constant text[] := array['note', 'internal_number'];
  -- More would drown the sentence.
  c_most constant integer := 3;
  c_most_chars constant integer := 160;
  v_lines bigint;
  v_said text[];
begin
  -- Under this lock nobody changes a line of the BOM.
  perform from bomstream.boms b where b.id = p_bom_id for no key update;
  with theirs as (
    select distinct on (c.line_id) c.line_id, c as change
    from bomstream.bom_changes c
    left join bomstream.bom_changes k on k.id = c.took_back
    where c.bom_id = p_bom_id and c.id > p_as_of and c.line_id = any (p_line_ids)
      and (p_user_id in (c.user_id, c.key_id)) is not true
      -- What was taken back is told by its undo, unless the line is by that as it was seen.
      and not c.undone
      and not (c.took_back_wholly and k.id > p_as_of and (p_user_id in (k.user_id, k.key_id)) is not true)
      -- An undo is in the way of what the change would be that it took back.
      and case when coalesce(k.action, c.action) = 'edit'
        then exists (select from jsonb_object_keys(coalesce(k.after, c.after)) f
                     where case when p_fields is null then f <> all (c_quiet) else f = any (p_fields) end)
        else p_fields is null or not p_fields <@ c_quiet end
    order by c.line_id, c.id desc)
  select count(*), array_agg(
    format(case (t.change).action
      when 'approve' then '%s approved %s'
      when 'choose' then '%s chosen %3$s for %2$s'
      when 'keep_as_written' then '%s kept %s as written'
      when 'nothing_to_buy' then '%s set %s to nothing to buy'
      when 'reject' then '%s rejected what was found for %s'
      when 'reset' then '%s set %s back'
      when 'undo' then '%s taken back what was done to %s'
      else '%s edited %s: %s' end,
      bomstream.doer_of(p_user_id, t.change), bomstream.line_name(l), case when (t.change).action = 'choose' then (t.change).after ->> 'mpn' else edited.words end)
    order by l.line_number)
    into v_lines, v_said
  from theirs t
  join bomstream.bom_lines l on l.id = t.line_id
  left join lateral (
    select case when char_length(w.words) <= c_most_chars then w.words else left(w.words, c_most_chars - 2) || ' …' end as words
    from (select string_agg(format('%s %s → %s', replace(f, '_', ' '), bomstream.value_words((t.change).before -> f), bomstream.value_words((t.change).after -> f)),
                            '; ' order by f) as words
          from jsonb_object_keys((t.change).after) f) w) edited on (t.change).action = 'edit';
  if v_lines = 1 then
    perform bomstream.refuse(409, 'changed_since', format('Since you looked, %s. Look again, and decide then.', v_said[1]));
  elsif v_lines > 1 then
    perform bomstream.refuse(409, 'changed_since', format('Nothing was decided. Since you looked, %s%s. Look again, and decide then.',
      array_to_string(v_said[:c_most], '; '),
      case when v_lines > c_most then format('; and %s more of these lines were changed', v_lines - c_most) else '' end));
  end if;
end $$;
comment on function bomstream.require_seen(uuid, uuid, uuid[], bigint, text[]) is
  'Refuses to overrule what somebody has not seen: 409 changed_since, with who did what, where anybody else has decided or edited one of the lines after the change p_as_of. For a decision p_fields is null, and edits of notes and own numbers do not count; for an edit it names the fields, and edits of other fields do not count. An undo counts as what it took back, and what others have done and taken back since, so that the line is as it was, does not. Locks the BOM, so that it stays true.';
revoke all on function bomstream.require_seen(uuid, uuid, uuid[], bigint, text[]) from public, anon, authenticated;
