create table bomstream.supplier_answers (
  supplier text not null references bomstream.supplier_limits (supplier) on delete cascade,
  orderable_key text not null check (orderable_key <> ''),
  answered_at timestamptz not null default clock_timestamp(),
  -- {findings, offers}; null: the supplier has no such part
  answer jsonb,
  primary key (supplier, orderable_key)
);
create index supplier_answers_by_age on bomstream.supplier_answers (answered_at);
comment on table bomstream.supplier_answers is
  'The newest answer of each supplier about each part number, the unknown ones included, so that no run asks again what another has just asked. It holds what suppliers say, never a word of a BOM.';
alter table bomstream.supplier_answers enable row level security;
revoke all on bomstream.supplier_answers from public, anon, authenticated, service_role;
