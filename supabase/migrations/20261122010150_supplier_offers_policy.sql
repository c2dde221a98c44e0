-- Like components: shared rows are open to every member, an organization's own to its members alone.
grant select on public.supplier_offers to authenticated;
create policy shared_or_members_read on public.supplier_offers for select to authenticated
  using (organization_id is null or private.enrichment_access((select auth.uid()), organization_id) is not null);
