create table bomstream.run_line_results (
  -- No foreign keys: they would be checked at each settlement. A run takes its results along when it is deleted, which is
  -- with its BOM; a component that is gone is no longer shown.
  run_id uuid not null,
  line_id uuid not null,
  status text not null check (status in ('enriched', 'not_found', 'failed', 'skipped')),
  component_id uuid,
  -- Of one piece, where the line's quantity is bought. Null is what no source said.
  unit_price numeric,
  currency text,
  -- Pieces of the order that the price is of: at another break it says nothing of a rise.
  price_quantity numeric,
  stock integer,
  lifecycle text,
  lead_time_days integer,
  rohs text,
  primary key (run_id, line_id),
  check ((unit_price is null) = (currency is null))
);
comment on table bomstream.run_line_results is
  'What a run found of each line that it settled or skipped, so that runs can be compared. Kept for the last ten runs of a BOM.';
alter table bomstream.run_line_results enable row level security;
revoke all on bomstream.run_line_results from public, anon, authenticated, service_role;
