create table bomstream.organizations (
  id uuid primary key default gen_random_uuid(),
  name text not null check (char_length(name) between 1 and 200),
  -- An imported BOM is enriched at once, without anybody asking.
  auto_start boolean not null default false,
  -- The suppliers that are asked, in this order; null: all that there are keys for.
  suppliers text[] check (cardinality(suppliers) <= 20),
  -- One after the other, until what is required of a part is known; otherwise side by side.
  suppliers_until_filled boolean not null default false,
  -- Its BOMs are enriched again each night or week, from this hour (UTC) on; a BOM may have it otherwise.
  schedule text not null default 'none' check (schedule in ('none', 'nightly', 'weekly')),
  schedule_hour smallint not null default 2 check (schedule_hour between 0 and 23),
  -- Null where an operator made it, or the user is gone.
  created_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default now(),
  -- Nobody belongs to it from then on. The sweep deletes what it has, a bite each time, and at last this row.
  deleted_at timestamptz,
  -- Its own components, counted where they are made and deleted: to count them anew would cost more with each.
  own_components integer not null default 0 check (own_components >= 0),
  -- Rows of its own stock and prices, as own_components; and a number that rises with each change of either, of own
  -- components and of the suppliers below, by which who keeps what a BOM was judged by learns that it is old.
  own_stock_rows integer not null default 0 check (own_stock_rows >= 0),
  own_price_rows integer not null default 0 check (own_price_rows >= 0),
  own_data_version integer not null default 0,
  -- Bought from never, and wherever they have enough, by any spelling of their names.
  blocked_suppliers text[] not null default '{}' check (cardinality(blocked_suppliers) <= 50),
  preferred_suppliers text[] not null default '{}' check (cardinality(preferred_suppliers) <= 50),
  -- When a member last got another role, or left. Streams ask then what their viewers may, instead of half a minute later.
  members_changed_at timestamptz
);
-- Asked at every creation, for the limit on them, and for a user who is deleted.
create index organizations_by_creator on bomstream.organizations (created_by) where created_by is not null;
create index organizations_to_sweep on bomstream.organizations (deleted_at) where deleted_at is not null;
comment on table bomstream.organizations is 'A tenant. Everything a user sees belongs to one, or to nobody and is then shared knowledge.';
alter table bomstream.organizations enable row level security;
revoke all on bomstream.organizations from public, anon, authenticated, service_role;
