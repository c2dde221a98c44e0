create table bomstream.supplier_offers (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid references bomstream.organizations (id) on delete cascade,
  component_id uuid not null references bomstream.components (id) on delete cascade,
  supplier text not null check (supplier <> ''),
  supplier_part_number text not null check (supplier_part_number <> ''),
  -- Null wherever the supplier did not say, or said it in a way that could be read in two ways.
  stock integer check (stock >= 0),
  min_quantity integer check (min_quantity > 0),
  multiple integer check (multiple > 0),
  lead_time_days integer check (lead_time_days >= 0),
  price_breaks jsonb not null check (jsonb_typeof(price_breaks) = 'array'),
  url text,
  -- What the supplier calls the manufacturer, where that is another name than the component's: a brand that it took over.
  manufacturer_as_given text check (manufacturer_as_given <> ''),
  fetched_at timestamptz not null,
  -- Empty: the supplier itself.
  seller text not null default '',
  marketplace boolean not null default false,
  packaging text check (packaging in ('reel', 'cut_tape', 'custom_reel', 'tube', 'tray', 'box', 'bulk')),
  max_quantity integer check (max_quantity > 0),
  reeling_fee jsonb,
  country_of_origin text,
  tariff_code text,
  moisture_sensitivity text,
  status text,
  brief text not null generated always as (bomstream.offer_brief(
    organization_id is not null, supplier, seller, supplier_part_number, stock, min_quantity, multiple, max_quantity,
    lead_time_days, marketplace, packaging, reeling_fee, price_breaks, fetched_at)) stored,
  unique nulls not distinct (organization_id, component_id, supplier, seller, supplier_part_number)
);
create index supplier_offers_by_component on bomstream.supplier_offers (component_id);
comment on table bomstream.supplier_offers is
  'What a supplier sells a component for. Rows without an organization are shared knowledge and written by service code only, in the transaction of the commit that brought them; those of an organization''s own component are seen where that is.';
comment on column bomstream.supplier_offers.marketplace is 'Sold and sent by the seller, apart from the supplier''s own goods.';
comment on column bomstream.supplier_offers.reeling_fee is '{price, currency}: what a reel made to order costs besides the pieces on it.';
comment on column bomstream.supplier_offers.status is 'The supplier''s own word for what becomes of the part.';
comment on column bomstream.supplier_offers.price_breaks is '[{quantity, price, currency}], by rising quantity. A price that could not be read for certain is left out.';
alter table bomstream.supplier_offers enable row level security;
revoke all on bomstream.supplier_offers from public, anon, authenticated, service_role;
