create table bomstream.own_stock (
  organization_id uuid not null references bomstream.organizations (id) on delete cascade,
  orderable_key text not null check (orderable_key <> ''),
  manufacturer text not null check (char_length(manufacturer) between 1 and 200),
  mpn text not null check (char_length(mpn) between 1 and 200),
  quantity integer not null check (quantity >= 0),
  source text check (char_length(source) between 1 and 200),
  observed_at timestamptz not null,
  primary key (organization_id, orderable_key, manufacturer)
);
comment on table bomstream.own_stock is
  'Pieces of a part that an organization has on hand. By number and manufacturer, whether a component of it is known yet or not.';
comment on column bomstream.own_stock.source is 'The list that says so; null where somebody wrote it.';
comment on column bomstream.own_stock.observed_at is 'As of when.';
alter table bomstream.own_stock enable row level security;
revoke all on bomstream.own_stock from public, anon, authenticated, service_role;
