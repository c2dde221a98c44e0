create table private.supplier_limits (
  supplier text primary key check (supplier <> ''),
  calls_per_minute integer not null check (calls_per_minute > 0),
  calls_per_day integer not null check (calls_per_day > 0),
  -- Where the supplier's day begins.
  time_zone text not null,
  -- Failures in a row that close the supplier for a while. One may be a lost connection; three are an outage.
  trip_after smallint not null default 3 check (trip_after > 0),

  -- Moments of the calls granted within the last minute: exact in any minute, where a bucket that is full at its
  -- start lets through twice the limit.
  recent timestamptz[] not null default '{}',
  day date,
  used_today integer not null default 0,
  failures integer not null default 0,
  last_failure text,
  blocked_until timestamptz,
  -- One caller is trying whether the supplier is back; the others wait for what it finds, until then at most.
  probing_until timestamptz
);
alter table private.supplier_limits enable row level security;
comment on table private.supplier_limits is
  'What all isolates together may ask of a supplier, and how it has answered lately. An operator may change the limits; a supplier without a row is not asked.';

-- Mouser's published limits. When its day begins it does not say; it is at home in Texas.
insert into private.supplier_limits (supplier, calls_per_minute, calls_per_day, time_zone) values
  ('mouser', 30, 1000, 'America/Chicago'),
  ('mouser-sandbox', 30, 1000, 'America/Chicago');

create table private.supplier_answers (
  supplier text not null references private.supplier_limits (supplier) on delete cascade,
  orderable_key text not null check (orderable_key <> ''),
  answered_at timestamptz not null default clock_timestamp(),
  -- {findings, offers}; null: the supplier has no such part
  answer jsonb,
  primary key (supplier, orderable_key)
);
create index supplier_answers_by_age on private.supplier_answers (answered_at);
alter table private.supplier_answers enable row level security;
comment on table private.supplier_answers is
  'The newest answer of each supplier about each part number, the unknown ones included, so that no run asks again what another has just asked. It holds what suppliers say, never a word of a BOM.';
