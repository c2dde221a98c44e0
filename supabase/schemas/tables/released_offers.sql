create table bomstream.released_offers (
  -- No foreign keys: they would be checked for each of a hundred thousand rows. Released parts take their offers along when
  -- they are deleted, which is with their BOM.
  bom_id uuid not null,
  component_id uuid not null,
  -- As supplier_offers has it, or, where it was agreed, own_prices.
  own boolean not null,
  agreed boolean not null,
  supplier text not null,
  supplier_part_number text not null,
  stock integer,
  min_quantity integer,
  multiple integer,
  lead_time_days integer,
  price_breaks jsonb not null,
  url text,
  manufacturer_as_given text,
  fetched_at timestamptz not null,
  seller text not null,
  marketplace boolean not null,
  packaging text,
  max_quantity integer,
  reeling_fee jsonb,
  country_of_origin text,
  tariff_code text,
  moisture_sensitivity text,
  status text,
  valid_until date,
  -- What a BOM's cost and risk are worked out of.
  brief text not null
);
create index released_offers_by_part on bomstream.released_offers (bom_id, component_id);
comment on table bomstream.released_offers is
  'The offers of released_parts as they were known then, shared, own and agreed ones. Rows, because whoever releases a large BOM does not wait until all of it is JSON: that is made of a page when it is read.';
alter table bomstream.released_offers enable row level security;
revoke all on bomstream.released_offers from public, anon, authenticated, service_role;
