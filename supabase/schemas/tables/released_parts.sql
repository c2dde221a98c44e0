create table bomstream.released_parts (
  bom_id uuid not null references bomstream.boms (id) on delete cascade,
  -- As the BOM's lines have it. No foreign key: what was released outlives the component. Whoever merges components has to
  -- rename them here and in released_offers as in the lines.
  component_id uuid not null,
  mpn text not null,
  manufacturer text not null,
  quality_score smallint not null,
  fields jsonb not null,
  -- What a BOM's cost and risk are worked out of.
  brief text not null,
  own_stock integer,
  -- Whether it is the organization's own component. Null before 0.5.0.
  own boolean,
  primary key (bom_id, component_id)
);
comment on table bomstream.released_parts is
  'The components of a released BOM as they were known then, so that what it shows does not change with them; released_offers has what they were sold for. Its lines change no more by themselves.';
alter table bomstream.released_parts enable row level security;
revoke all on bomstream.released_parts from public, anon, authenticated, service_role;
