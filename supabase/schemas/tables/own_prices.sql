create table bomstream.own_prices (
  organization_id uuid not null references bomstream.organizations (id) on delete cascade,
  orderable_key text not null check (orderable_key <> ''),
  manufacturer text not null check (char_length(manufacturer) between 1 and 200),
  -- With whom it is agreed; `own` where the list does not say.
  supplier text not null check (char_length(supplier) between 1 and 200),
  mpn text not null check (char_length(mpn) between 1 and 200),
  price_breaks jsonb not null check (jsonb_typeof(price_breaks) = 'array'),
  -- The last day; null: until another is agreed.
  valid_until date,
  source text check (char_length(source) between 1 and 200),
  observed_at timestamptz not null,
  brief text not null generated always as (bomstream.offer_brief(
    true, supplier, '', mpn, null, null, null, null, null, false, null, null, price_breaks, observed_at)) stored,
  primary key (organization_id, orderable_key, manufacturer, supplier)
);
comment on table bomstream.own_prices is
  'Prices that an organization has agreed with a supplier. By number and manufacturer, whether a component of it is known yet or not.';
comment on column bomstream.own_prices.price_breaks is '[{quantity, price, currency}], by rising quantity.';
comment on column bomstream.own_prices.source is 'The list that says so; null where somebody wrote it.';
comment on column bomstream.own_prices.observed_at is 'As of when.';
alter table bomstream.own_prices enable row level security;
revoke all on bomstream.own_prices from public, anon, authenticated, service_role;
