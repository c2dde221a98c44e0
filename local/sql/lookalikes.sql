-- Look-alikes of pg_cron, pg_net and Vault: the same schemas, functions and columns as far as the product uses
-- them, so that its migrations run unmodified. Each is left out where the real extension can be had.
do $lookalikes$
begin
  if not (exists (select from pg_available_extensions where name = 'pg_cron')
          and current_setting('cron.database_name', true) = current_database()) then
    create schema if not exists cron;
    create table if not exists cron.job (
      jobid bigint generated always as identity primary key,
      schedule text not null,
      command text not null,
      jobname text unique,
      active boolean not null default true
    );
    create table if not exists cron.job_run_details (
      runid bigint generated always as identity primary key,
      jobid bigint not null,
      status text not null,
      return_message text,
      start_time timestamptz not null,
      end_time timestamptz not null
    );
    create or replace function cron.schedule(job_name text, schedule text, command text) returns bigint
    language sql security definer set search_path = '' as $f$
      insert into cron.job (jobname, schedule, command) values ($1, $2, $3)
      on conflict (jobname) do update set schedule = excluded.schedule, command = excluded.command
      returning jobid
    $f$;
    create or replace function cron.unschedule(job_name text) returns boolean
    language sql security definer set search_path = '' as $f$
      delete from cron.job where jobname = job_name returning true
    $f$;
    create or replace function cron.alter_job(
      job_id bigint, schedule text default null, command text default null, database text default null,
      username text default null, active boolean default null)
    returns void language sql security definer set search_path = '' as $f$
      update cron.job j
         set schedule = coalesce($2, j.schedule), command = coalesce($3, j.command), active = coalesce($6, j.active)
       where j.jobid = $1
    $f$;
    grant usage on schema cron to postgres;
    grant select on cron.job, cron.job_run_details to postgres;
    grant delete on cron.job_run_details to postgres;
  end if;

  if not exists (select from pg_available_extensions where name = 'pg_net') then
    create schema if not exists net;
    create unlogged table if not exists net.http_request_queue (
      id bigint generated always as identity primary key,
      url text not null,
      headers jsonb not null,
      body bytea,
      timeout_milliseconds integer not null
    );
    create unlogged table if not exists net._http_response (
      id bigint primary key,
      status_code integer,
      error_msg text,
      created timestamptz not null default now()
    );
    create or replace function net.http_post(
      url text, body jsonb default '{}', params jsonb default '{}',
      headers jsonb default '{"Content-Type": "application/json"}', timeout_milliseconds integer default 5000)
    returns bigint language plpgsql security definer set search_path = '' as $f$
    declare
      v_id bigint;
    begin
      insert into net.http_request_queue (url, headers, body, timeout_milliseconds)
      values (url, headers, convert_to(body::text, 'UTF8'), timeout_milliseconds)
      returning id into v_id;
      -- delivered at commit, like pg_net, whose worker sees only committed requests
      perform pg_notify('net_http_request', '');
      return v_id;
    end $f$;
    create or replace function net.worker_restart() returns boolean
    language sql security definer set search_path = '' as $f$
      select pg_notify('net_http_request', '') is not null
    $f$;
    grant usage on schema net to postgres;
    grant select on net._http_response to postgres;
  end if;

  if not exists (select from pg_available_extensions where name = 'supabase_vault') then
    create schema if not exists vault;
    create table if not exists vault.secrets (
      id uuid primary key default gen_random_uuid(),
      name text unique,
      secret text not null
    );
    create or replace view vault.decrypted_secrets as
      select id, name, secret, secret as decrypted_secret from vault.secrets;
    create or replace function vault.create_secret(new_secret text, new_name text default null) returns uuid
    language sql security definer set search_path = '' as $f$
      insert into vault.secrets (secret, name) values ($1, $2) returning id
    $f$;
    create or replace function vault.update_secret(secret_id uuid, new_secret text) returns void
    language sql security definer set search_path = '' as $f$
      update vault.secrets set secret = $2 where id = $1
    $f$;
    grant usage on schema vault to postgres;
    grant select on vault.decrypted_secrets to postgres;
    grant select, delete on vault.secrets to postgres;
  end if;
end $lookalikes$;
