create table bomstream.line_judgements (
  -- By number and not by id: a key to the line would be locked with it, and claims pass locked lines by.
  bom_id uuid not null references bomstream.bom_judgements (bom_id) on delete cascade,
  line_number integer not null,
  verdict text not null check (verdict in ('wrong', 'ask', 'pending', 'short', 'at_risk', 'fine', 'not_fitted')),
  risk smallint check (risk between 0 and 100),
  -- Of one piece, where as many are bought as the boards need.
  unit_price numeric,
  currency text,
  -- Of all suppliers that are bought from; null where not all say.
  stock bigint,
  lifecycle text,
  quality smallint,
  primary key (bom_id, line_number),
  check ((unit_price is null) = (currency is null))
);
comment on table bomstream.line_judgements is 'What bom_judgements says of each line, by which lists are sorted and filtered.';
alter table bomstream.line_judgements enable row level security;
revoke all on bomstream.line_judgements from public, anon, authenticated, service_role;
