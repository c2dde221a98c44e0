create table bomstream.bom_line_parts (
  line_id uuid not null references bomstream.bom_lines (id) on delete cascade,
  -- The line's own part is the first choice; these are the next ones, in the order in which they may be taken.
  position smallint not null check (position between 2 and 21),
  mpn text not null check (char_length(mpn) <= 120),
  manufacturer text check (char_length(manufacturer) <= 120),
  orderable_key text not null,
  primary key (line_id, position)
);
comment on table bomstream.bom_line_parts is 'Alternates of a line: other parts that its BOM allows in its place.';
alter table bomstream.bom_line_parts enable row level security;
revoke all on bomstream.bom_line_parts from public, anon, authenticated, service_role;
