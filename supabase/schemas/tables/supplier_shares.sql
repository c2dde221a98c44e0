create table bomstream.supplier_shares (
  supplier text not null references bomstream.supplier_limits (supplier) on delete cascade,
  -- No foreign key: a deletion holds the organization while it works, and everybody's calls would wait for it.
  organization_id uuid not null,
  -- Who made the organization: what a user's organizations have had is had by one, those that are deleted included.
  created_by uuid,
  used_today integer not null default 0,
  -- Of a supplier that sells parts of answers, for life.
  parts_used integer not null default 0,
  -- Calls that the minute did not have for it. Until waits_until they are kept for it, in the order of waits_since.
  wants integer not null default 0,
  waits_since timestamptz not null default '-infinity',
  waits_until timestamptz not null default '-infinity',
  primary key (supplier, organization_id)
);
create index supplier_shares_by_creator on bomstream.supplier_shares (supplier, created_by) where created_by is not null;
comment on table bomstream.supplier_shares is
  'What organizations have had of a supplier''s calls today and of its budget, and which of them wait for calls of the minute. When the supplier''s day begins, what was had of the budget alone is kept.';
alter table bomstream.supplier_shares enable row level security;
revoke all on bomstream.supplier_shares from public, anon, authenticated, service_role;
