create table bomstream.line_candidates (
  line_id uuid not null references bomstream.bom_lines (id) on delete cascade,
  -- 1 is the likeliest.
  position smallint not null check (position between 1 and 20),
  step text not null check (step in ('exact', 'spelling', 'supplier_sku', 'packing', 'finish', 'series', 'parametric', 'similar')),
  confidence real not null check (confidence between 0 and 1),
  mpn text not null check (char_length(mpn) <= 120),
  manufacturer text not null check (char_length(manufacturer) <= 200),
  orderable_key text not null,
  fields jsonb not null check (jsonb_typeof(fields) = 'object'),
  -- What speaks for it, and what was not compared.
  reason text not null,
  primary key (line_id, position)
);
comment on table bomstream.line_candidates is 'Parts that a line may have meant, by the run that settled it last. A person chooses one, or none.';
alter table bomstream.line_candidates enable row level security;
revoke all on bomstream.line_candidates from public, anon, authenticated, service_role;
