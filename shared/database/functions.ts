/**
 * The functions of the database that the product calls, with their parameters as supabase/schemas/rpc declares them; a test
 * holds the two equal. A wrong name or a missing argument is an error of the compiler, not of a user's call.
 */

interface SqlTypes {
  readonly uuid: string;
  readonly 'uuid[]': readonly string[];
  readonly text: string;
  readonly 'text[]': readonly string[];
  readonly integer: number;
  readonly bigint: number;
  readonly 'bigint[]': readonly number[];
  readonly boolean: boolean;
  /** ISO 8601. */
  readonly 'timestamp with time zone': string;
  readonly jsonb: unknown;
}

/** `?`: has a default, so it may be left out or null. `|null`: has to be there and may be null. */
type Parameter = keyof SqlTypes | `${keyof SqlTypes}?` | `${keyof SqlTypes}|null`;

export const FUNCTIONS = {
  bomstream_active: { p_organization_ids: 'uuid[]' },
  bomstream_advance: {
    p_worker_id: 'uuid',
    p_run_id: 'uuid',
    p_results: 'jsonb',
    p_limit: 'integer?',
    p_published: 'jsonb?',
    p_changes_over: 'boolean?',
    p_suppliers: 'text[]?',
  },
  bomstream_bom_change: { p_user_id: 'uuid', p_bom_id: 'uuid', p_changes: 'jsonb' },
  bomstream_bom_create: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_project_id: 'uuid|null',
    p_name: 'text',
    p_lines: 'jsonb',
    p_idempotency_key: 'text?',
    p_file: 'jsonb?',
    p_again: 'boolean?',
    p_revision_of: 'uuid?',
  },
  bomstream_bom_changes: { p_user_id: 'uuid', p_bom_id: 'uuid', p_before: 'bigint?', p_limit: 'integer?' },
  bomstream_bom_line_change: {
    p_user_id: 'uuid',
    p_bom_id: 'uuid',
    p_line_id: 'uuid',
    p_changes: 'jsonb',
    p_judged: 'jsonb?',
    p_as_of: 'bigint?',
  },
  bomstream_bom_line_judging_read: { p_user_id: 'uuid', p_bom_id: 'uuid', p_line_id: 'uuid' },
  bomstream_bom_review: {
    p_user_id: 'uuid',
    p_bom_id: 'uuid',
    p_line_ids: 'uuid[]',
    p_action: 'text',
    p_choice: 'jsonb?',
    p_as_of: 'bigint?',
  },
  bomstream_bom_review_undo: {
    p_user_id: 'uuid',
    p_bom_id: 'uuid',
    p_line_ids: 'uuid[]',
    p_change_ids: 'bigint[]?',
  },
  bomstream_mapping_list: { p_user_id: 'uuid', p_organization_id: 'uuid' },
  bomstream_bom_release: { p_user_id: 'uuid', p_bom_id: 'uuid', p_name: 'text?', p_boards: 'integer?' },
  bomstream_bom_delete: { p_user_id: 'uuid', p_bom_id: 'uuid' },
  bomstream_bom_export: { p_user_id: 'uuid', p_bom_id: 'uuid', p_after: 'integer?', p_limit: 'integer?' },
  bomstream_bom_line_read: { p_user_id: 'uuid', p_bom_id: 'uuid', p_line_id: 'uuid' },
  bomstream_bom_compare: {
    p_user_id: 'uuid',
    p_bom_id: 'uuid',
    p_other_id: 'uuid',
    p_run: 'integer?',
    p_other_run: 'integer?',
    p_field: 'text?',
    p_after: 'integer?',
    p_limit: 'integer?',
  },
  bomstream_bom_judging_read: { p_user_id: 'uuid', p_bom_id: 'uuid', p_known: 'text?' },
  bomstream_bom_order_read: { p_user_id: 'uuid', p_bom_id: 'uuid' },
  bomstream_bom_lines_read: {
    p_user_id: 'uuid',
    p_bom_id: 'uuid',
    p_facts: 'text[]',
    p_since_run: 'integer?',
    p_since_seq: 'integer?',
    p_after: 'integer?',
    p_limit: 'integer?',
    p_sort: 'text?',
    p_descending: 'boolean?',
    p_filter: 'jsonb?',
    p_stale: 'boolean?',
  },
  bomstream_bom_list: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid?',
    p_project_id: 'uuid?',
    p_status: 'text?',
    p_search: 'text?',
    p_after: 'jsonb?',
    p_limit: 'integer?',
    p_verdict: 'text?',
  },
  bomstream_bom_may_create: { p_user_id: 'uuid', p_organization_id: 'uuid', p_project_id: 'uuid|null' },
  bomstream_bom_of_file: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_sha256: 'text',
    p_mapping: 'jsonb?',
  },
  bomstream_bom_read: { p_user_id: 'uuid', p_bom_id: 'uuid' },
  bomstream_bom_runs: { p_user_id: 'uuid', p_bom_id: 'uuid', p_after: 'integer?', p_limit: 'integer?' },
  bomstream_claim: {
    p_worker_id: 'uuid',
    p_limit: 'integer?',
    p_published: 'jsonb?',
    p_suppliers: 'text[]?',
  },
  bomstream_commit: { p_worker_id: 'uuid', p_run_id: 'uuid', p_results: 'jsonb', p_published: 'jsonb?' },
  bomstream_bom_judging_take: { p_bom_id: 'uuid' },
  bomstream_bom_judging_write: {
    p_bom_id: 'uuid',
    p_state: 'text',
    p_event_id: 'text|null',
    p_boards: 'integer',
    p_verdicts: 'jsonb',
    p_rows: 'jsonb',
  },
  bomstream_component_delete: { p_user_id: 'uuid', p_organization_id: 'uuid', p_component_id: 'uuid' },
  bomstream_component_list: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_limit: 'integer',
    p_after_key: 'text?',
    p_after_manufacturer: 'text?',
  },
  bomstream_component_write: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_component: 'jsonb',
    p_component_id: 'uuid?',
  },
  bomstream_where_used: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_orderable_key: 'text',
    p_manufacturer: 'text',
    p_after: 'jsonb?',
    p_limit: 'integer?',
  },
  bomstream_own_stock_list: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_limit: 'integer',
    p_after: 'jsonb?',
  },
  bomstream_own_stock_write: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_rows: 'jsonb',
    p_source: 'text?',
    p_observed_at: 'timestamp with time zone?',
  },
  bomstream_own_stock_delete: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_orderable_key: 'text?',
    p_manufacturer: 'text?',
  },
  bomstream_own_prices_list: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_limit: 'integer',
    p_after: 'jsonb?',
  },
  bomstream_own_prices_write: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_rows: 'jsonb',
    p_source: 'text?',
    p_observed_at: 'timestamp with time zone?',
  },
  bomstream_own_prices_delete: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_orderable_key: 'text?',
    p_manufacturer: 'text?',
    p_supplier: 'text?',
  },
  bomstream_components_write: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_components: 'jsonb',
    p_source: 'text?',
    p_observed_at: 'timestamp with time zone?',
  },
  bomstream_connect: {
    p_user_id: 'uuid|null',
    p_bom_id: 'uuid',
    p_cursor_run: 'integer?',
    p_cursor_seq: 'integer?',
    p_with_admin_token: 'boolean?',
  },
  bomstream_control: { p_user_id: 'uuid', p_bom_id: 'uuid', p_action: 'text' },
  bomstream_extend: { p_worker_id: 'uuid', p_run_id: 'uuid', p_line_ids: 'uuid[]' },
  bomstream_head: { p_bom_id: 'uuid' },
  bomstream_health: { p_call: 'bigint?' },
  bomstream_invitation_accept: { p_user_id: 'uuid', p_token_hash: 'text' },
  bomstream_invitation_create: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_role: 'text',
    p_token_hash: 'text',
    p_label: 'text?',
  },
  bomstream_invitation_list: { p_user_id: 'uuid', p_organization_id: 'uuid' },
  bomstream_invitation_look: { p_token_hash: 'text' },
  bomstream_invitation_revoke: { p_user_id: 'uuid', p_organization_id: 'uuid', p_invitation_id: 'uuid' },
  bomstream_key_create: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_key_id: 'uuid',
    p_token_hash: 'text',
    p_name: 'text',
    p_role: 'text',
    p_days: 'integer',
  },
  bomstream_key_list: { p_user_id: 'uuid', p_organization_id: 'uuid' },
  bomstream_key_revoke: { p_user_id: 'uuid', p_organization_id: 'uuid', p_key_id: 'uuid' },
  bomstream_key_use: { p_key_id: 'uuid', p_token_hash: 'text' },
  bomstream_link_create: {
    p_user_id: 'uuid',
    p_bom_id: 'uuid',
    p_link_id: 'uuid',
    p_token_hash: 'text',
    p_name: 'text',
    p_days: 'integer',
  },
  bomstream_link_list: { p_user_id: 'uuid', p_bom_id: 'uuid' },
  bomstream_link_revoke: { p_user_id: 'uuid', p_bom_id: 'uuid', p_link_id: 'uuid' },
  bomstream_link_use: { p_link_id: 'uuid', p_token_hash: 'text' },
  bomstream_lost_rights: { p_viewers: 'jsonb' },
  bomstream_invoke: {},
  bomstream_member_list: { p_user_id: 'uuid', p_organization_id: 'uuid' },
  bomstream_member_remove: { p_user_id: 'uuid', p_organization_id: 'uuid', p_member_id: 'uuid' },
  bomstream_member_update: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_member_id: 'uuid',
    p_role: 'text',
  },
  bomstream_newest: { p_bom_ids: 'uuid[]' },
  bomstream_organization_changes: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_bom_id: 'uuid?',
    p_kind: 'text?',
    p_since: 'timestamp with time zone?',
    p_after: 'jsonb?',
    p_limit: 'integer?',
  },
  bomstream_organization_connect: {
    p_user_id: 'uuid|null',
    p_organization_id: 'uuid',
    p_with_admin_token: 'boolean?',
  },
  bomstream_organization_create: { p_user_id: 'uuid', p_name: 'text' },
  bomstream_organization_delete: { p_user_id: 'uuid', p_organization_id: 'uuid', p_name: 'text' },
  bomstream_organization_export: { p_user_id: 'uuid', p_organization_id: 'uuid', p_after: 'jsonb?' },
  bomstream_organization_list: { p_user_id: 'uuid' },
  bomstream_organization_read: { p_user_id: 'uuid', p_organization_id: 'uuid' },
  bomstream_organization_update: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_name: 'text?',
    p_auto_start: 'boolean?',
    p_settings: 'jsonb?',
  },
  bomstream_project_create: { p_user_id: 'uuid', p_organization_id: 'uuid', p_name: 'text' },
  bomstream_project_delete: { p_user_id: 'uuid', p_organization_id: 'uuid', p_project_id: 'uuid' },
  bomstream_project_list: { p_user_id: 'uuid', p_organization_id: 'uuid' },
  bomstream_project_rename: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_project_id: 'uuid',
    p_name: 'text',
  },
  bomstream_published: { p_published: 'jsonb' },
  bomstream_release: { p_worker_id: 'uuid', p_reason: 'text', p_published: 'jsonb?' },
  bomstream_replay: { p_cursors: 'jsonb' },
  bomstream_require_viewer: { p_user_id: 'uuid', p_bom_id: 'uuid?', p_organization_id: 'uuid?' },
  bomstream_start: {
    p_user_id: 'uuid',
    p_bom_id: 'uuid',
    p_organization_id: 'uuid',
    p_project_id: 'uuid|null',
    p_priority: 'integer',
    p_mode: 'text',
    p_idempotency_key: 'text?',
  },
  bomstream_status: { p_user_id: 'uuid', p_bom_id: 'uuid' },
  bomstream_supplier_forget: { p_orderable_key: 'text' },
  bomstream_supplier_grant: {
    p_supplier: 'text',
    p_calls: 'integer',
    p_limits: 'jsonb?',
    p_organization_id: 'uuid?',
  },
  bomstream_supplier_lookup: { p_suppliers: 'text[]', p_lines: 'jsonb', p_fresh_seconds: 'integer?' },
  bomstream_supplier_report: { p_supplier: 'text', p_report: 'jsonb' },
  bomstream_unpublished: {},
  bomstream_version: {},
  bomstream_webhook_change: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_webhook_id: 'uuid',
    p_changes: 'jsonb',
  },
  bomstream_webhook_claim: { p_limit: 'integer?' },
  bomstream_webhook_create: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_url: 'text',
    p_events: 'text[]',
    p_secret: 'text',
  },
  bomstream_webhook_delete: { p_user_id: 'uuid', p_organization_id: 'uuid', p_webhook_id: 'uuid' },
  bomstream_webhook_deliveries: {
    p_user_id: 'uuid',
    p_organization_id: 'uuid',
    p_webhook_id: 'uuid',
    p_after: 'jsonb?',
    p_limit: 'integer?',
  },
  bomstream_webhook_list: { p_user_id: 'uuid', p_organization_id: 'uuid' },
  bomstream_webhook_report: { p_results: 'jsonb' },
  bomstream_webhook_test: { p_user_id: 'uuid', p_organization_id: 'uuid', p_webhook_id: 'uuid' },
} as const satisfies Record<string, Readonly<Record<string, Parameter>>>;

export type FunctionName = keyof typeof FUNCTIONS;

type Required<Of> = { [Name in keyof Of]: Of[Name] extends `${string}?` ? never : Name }[keyof Of];

type Value<Of> = Of extends `${infer Type extends keyof SqlTypes}|null` ? SqlTypes[Type] | null
  : Of extends `${infer Type extends keyof SqlTypes}?` ? SqlTypes[Type] | null
  : Of extends keyof SqlTypes ? SqlTypes[Of]
  : never;

/** What a function is called with. */
export type Arguments<Name extends FunctionName> = ArgumentsOf<(typeof FUNCTIONS)[Name]>;

type ArgumentsOf<Of> =
  & { readonly [Name in Required<Of>]: Value<Of[Name]> }
  & { readonly [Name in Exclude<keyof Of, Required<Of>>]?: Value<Of[Name]> };
