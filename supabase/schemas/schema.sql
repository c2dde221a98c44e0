-- Tables and inner functions live in a schema of their own: the product can be installed beside other tables, and the Data
-- API never exposes it. Nobody but the functions of this product reaches a table: no role of the Data API has a right to
-- one, and there is no policy. Shared components, planner estimates and timestamps would tell what others work on,
-- whoever may read only some of the rows. Revokes are explicit, so that a project's default privileges change nothing.
create schema bomstream;
comment on schema bomstream is 'BOM enrichment: tables and inner functions. What the Edge Functions call is public.bomstream_*.';
revoke all on schema bomstream from public, anon, authenticated, service_role;
