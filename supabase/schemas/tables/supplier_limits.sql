create table bomstream.supplier_limits (
  supplier text primary key check (supplier <> ''),
  calls_per_minute integer not null check (calls_per_minute > 0),
  calls_per_day integer not null check (calls_per_day > 0),
  -- Where the supplier's day begins.
  time_zone text not null,
  -- Where the supplier sells parts of answers: how many in all, which never come back by themselves, and how many it has counted.
  parts_in_all integer check (parts_in_all >= 0),
  parts_used integer not null default 0,
  -- Failures in a row that close the supplier for a while. One may be a lost connection; three are an outage.
  trip_after smallint not null default 3 check (trip_after > 0),

  -- Moments of the calls granted within the last minute: exact in any minute, where a bucket that is full at its
  -- start lets through twice the limit.
  recent timestamptz[] not null default '{}',
  -- For whom each of them was: an organization, or nobody that was named.
  recent_of uuid[] not null default '{}',
  day date,
  used_today integer not null default 0,
  failures integer not null default 0,
  last_failure text,
  blocked_until timestamptz,
  -- One caller is trying whether the supplier is back; the others wait for what it finds, until then at most.
  probing_until timestamptz
);
comment on table bomstream.supplier_limits is
  'What all isolates together may ask of a supplier, and how it has answered lately. The first question to a supplier makes its row, with the limits that it publishes; an operator may change them.';
alter table bomstream.supplier_limits enable row level security;
revoke all on bomstream.supplier_limits from public, anon, authenticated, service_role;
