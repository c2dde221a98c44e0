create table bomstream.components (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid references bomstream.organizations (id) on delete cascade,
  orderable_key text not null check (orderable_key <> ''),
  manufacturer text not null check (manufacturer <> ''),
  mpn text not null check (mpn <> ''),
  fields jsonb not null check (jsonb_typeof(fields) = 'object'),
  quality_score smallint not null check (quality_score between 0 and 100),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  source text check (char_length(source) between 1 and 200),
  observed_at timestamptz,
  known jsonb check (jsonb_typeof(known) = 'object'),
  brief text not null generated always as (bomstream.component_brief(coalesce(known, fields))) stored,
  unique nulls not distinct (organization_id, orderable_key, manufacturer)
);
comment on table bomstream.components is
  'What we know of a part. Rows without an organization are shared knowledge, written by service code only and never holding a tenant''s own words; a tenant''s own rows are seen by nobody else.';
comment on column bomstream.components.orderable_key is 'Identifies the part among its manufacturer''s: the number as the manufacturer spells it, in upper case, without white space, with plain dashes and quotes and without trailing punctuation. All else tells parts apart: SMBJ5.0A is not SMBJ50A, MAX232CPE not MAX232CPE+.';
comment on column bomstream.components.fields is 'Field name to {value, unit?, source, confidence, reference?, conflicts?}. No field without a source.';
comment on column bomstream.components.source is 'The list that an organization took its own component from; null where somebody described it.';
comment on column bomstream.components.observed_at is 'When that list said so.';
comment on column bomstream.components.known is 'Fields of an organization''s own component with what others say of the part beside what the organization does, as the last run found them; null since the organization described it anew.';
alter table bomstream.components enable row level security;
revoke all on bomstream.components from public, anon, authenticated, service_role;
