create table bomstream.swept_jobs (
  only_row boolean primary key default true check (only_row),
  runid bigint not null
);
-- What was logged before there was a job of ours is none of it.
insert into bomstream.swept_jobs (runid) select coalesce(max(d.runid), 0) from cron.job_run_details d;
comment on table bomstream.swept_jobs is 'Up to which number the sweep has been through the log of cron: one row.';
alter table bomstream.swept_jobs enable row level security;
revoke all on bomstream.swept_jobs from public, anon, authenticated, service_role;
