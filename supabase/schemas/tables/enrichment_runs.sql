create table bomstream.enrichment_runs (
  id uuid primary key default gen_random_uuid(),
  bom_id uuid not null,
  organization_id uuid not null,
  project_id uuid,
  user_id uuid references auth.users (id) on delete set null,
  -- The key that started it, if none of the users did. No foreign key: it stays told apart once the key is revoked.
  key_id uuid,
  -- A client that lost the answer sends its start again with the same key and gets the same run.
  idempotency_key text check (char_length(idempotency_key) between 1 and 128),
  source text not null default 'user' check (source in ('user', 'auto', 'schedule')),
  run integer not null check (run > 0),
  mode text not null check (mode in ('all', 'failed', 'pending', 'refresh')),
  priority smallint not null check (priority between 1 and 9),
  status text not null default 'queued'
    check (status in ('queued', 'enriching', 'paused', 'completed', 'failed', 'cancelled')),
  batch_size smallint not null check (batch_size between 1 and 100),

  total_items integer not null check (total_items > 0),
  enriched_items integer not null default 0 check (enriched_items >= 0),
  not_found_items integer not null default 0 check (not_found_items >= 0),
  failed_items integer not null default 0 check (failed_items >= 0),
  skipped_items integer not null default 0 check (skipped_items >= 0),
  -- Derived by the database itself: enriched + not_found + failed + skipped + pending = total in every row.
  pending_items integer not null
    generated always as (total_items - enriched_items - not_found_items - failed_items - skipped_items) stored
    check (pending_items >= 0),
  current_batch integer not null default 0,

  -- Events are numbered 1.. under this row's lock; what Redis has been given follows behind.
  last_seq integer not null default 0,
  published_seq integer not null default 0,
  publish_due_at timestamptz not null default 'infinity',
  publish_failures smallint not null default 0,

  -- Enriching time excludes pauses and waits for a supplier's day: finished stretches are summed up, the current one counts from `enriching_since`.
  enriching_since timestamptz,
  enriching_seconds double precision not null default 0,
  -- What holds it up, and until when, as its newest event says; null while somebody is at work on it.
  waiting_for text check (waiting_for in ('supplier_minute', 'supplier_day', 'supplier_away', 'nobody_to_work')),
  waiting_until timestamptz,
  -- When an event last went out for no other reason than that.
  wait_told_at timestamptz not null default '-infinity',
  served_at timestamptz not null default '-infinity',
  created_at timestamptz not null default now(),
  started_at timestamptz,
  last_update timestamptz not null default now(),
  completed_at timestamptz,
  -- Its events are deleted 30 days after its end. From then on the sweep does not look at it again.
  events_swept boolean not null default false,
  -- Ten runs of the BOM have been started since: the sweep deletes what it found of each line, and clears this.
  results_expired boolean not null default false,

  unique (bom_id, run),
  unique (bom_id, idempotency_key),
  foreign key (bom_id, organization_id) references bomstream.boms (id, organization_id) on delete cascade,
  check (published_seq <= last_seq),
  check ((status in ('completed', 'failed', 'cancelled')) = (completed_at is not null)),
  check (waiting_for is null or status in ('queued', 'enriching'))
) with (fillfactor = 70);
create unique index enrichment_runs_one_active_per_bom on bomstream.enrichment_runs (bom_id)
  where status in ('queued', 'enriching', 'paused');
create index enrichment_runs_to_serve on bomstream.enrichment_runs (organization_id, (source = 'schedule'), priority desc, served_at, created_at)
  where status in ('queued', 'enriching');
create index enrichment_runs_unpublished on bomstream.enrichment_runs (publish_due_at) where published_seq < last_seq;
create index enrichment_runs_active_by_organization on bomstream.enrichment_runs (organization_id, created_at desc)
  where status in ('queued', 'enriching', 'paused');
create index enrichment_runs_by_organization on bomstream.enrichment_runs (organization_id, created_at desc);
-- A run that has not ended is not in it, so the events of a paused one are never even looked at.
create index enrichment_runs_to_sweep on bomstream.enrichment_runs (completed_at)
  where completed_at is not null and not events_swept;
create index enrichment_runs_expired on bomstream.enrichment_runs (id) where results_expired;
create index enrichment_runs_by_user on bomstream.enrichment_runs (user_id) where user_id is not null;
comment on table bomstream.enrichment_runs is
  'One enrichment pass over a BOM, numbered 1.. per BOM. At most one is active. The row''s lock orders everything that happens to the run.';
alter table bomstream.enrichment_runs enable row level security;
revoke all on bomstream.enrichment_runs from public, anon, authenticated, service_role;
