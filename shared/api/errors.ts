/** Every code a refusal can have: its status, and what it says in docs/api.md and in OpenAPI. */

export interface ErrorKind {
  readonly status: number;
  /** For people who read the table; the answer's own sentence says more. */
  readonly meaning: string;
}

export const ERRORS = {
  invalid_json: { status: 400, meaning: 'The body is not JSON.' },
  invalid_form: { status: 400, meaning: 'The body is not a form (multipart/form-data), or is incomplete.' },
  not_utf8: { status: 400, meaning: 'The body is not UTF-8.' },
  invalid_id: { status: 400, meaning: 'An id in the address is not a UUID.' },
  invalid_query: { status: 400, meaning: 'A query parameter or header has an invalid value.' },
  invalid_event_id: { status: 400, meaning: '`since` is not an event id such as `3-17`.' },
  invalid_client: { status: 400, meaning: '`client` is not 1 to 64 of `A-Z a-z 0-9 . _ ~ -`.' },
  invalid_cursor: { status: 400, meaning: '`after` is not a cursor from an earlier answer.' },
  invalid_idempotency_key: { status: 400, meaning: 'The Idempotency-Key does not have 1 to 128 characters.' },

  missing_token: { status: 401, meaning: 'The access token is missing.' },
  invalid_token: {
    status: 401,
    meaning:
      'The token has expired, or is no access token of a signed-in user, no key and no link that opens anything.',
  },
  key_in_address: {
    status: 401,
    meaning: 'A key or a read-only link stood in the address, where only a ticket may.',
  },
  invalid_ticket: { status: 401, meaning: 'The ticket has expired, or another installation issued it.' },
  runner_key_required: { status: 401, meaning: 'The runner accepts only its own key.' },

  role_required: { status: 403, meaning: 'Your role in the organization does not allow this.' },
  person_required: {
    status: 403,
    meaning: 'A person has to do this: neither a key nor a read-only link may.',
  },
  not_by_link: { status: 403, meaning: 'A read-only link opens one BOM for reading, and not this.' },
  organizations_by_operator: { status: 403, meaning: 'Only the operator creates organizations here.' },
  ticket_for_another: { status: 403, meaning: 'The ticket was issued for another BOM or organization.' },

  bom_not_found: { status: 404, meaning: 'You have no such BOM.' },
  organization_not_found: { status: 404, meaning: 'You belong to no such organization.' },
  run_not_found: {
    status: 404,
    meaning: 'The BOM has no such run, or what it found is no longer kept.',
  },
  line_not_found: { status: 404, meaning: 'The BOM has no such line.' },
  project_not_found: { status: 404, meaning: 'The organization has no such project.' },
  member_not_found: { status: 404, meaning: 'The organization has no such member.' },
  invitation_not_found: {
    status: 404,
    meaning: 'The invitation was used or revoked, has expired, or never existed.',
  },
  key_not_found: { status: 404, meaning: 'The organization has no such key.' },
  link_not_found: { status: 404, meaning: 'The BOM has no such read-only link.' },
  component_not_found: {
    status: 404,
    meaning: 'The organization has no such component of its own.',
  },
  webhook_not_found: { status: 404, meaning: 'The organization has no such webhook.' },
  no_such_route: { status: 404, meaning: 'There is nothing at this address.' },

  method_not_allowed: { status: 405, meaning: 'The address accepts only the methods listed in `Allow`.' },

  bom_released: { status: 409, meaning: 'The BOM was released, and does not change any more.' },
  run_active: { status: 409, meaning: 'The BOM has an active run.' },
  nothing_to_undo: {
    status: 409,
    meaning:
      'Nothing was decided of a line, or somebody has decided or changed it since: the sentence says who.',
  },
  changed_since: {
    status: 409,
    meaning: 'Somebody else has decided or edited a line since `as_of`: the sentence says who and what.',
  },
  no_active_run: { status: 409, meaning: 'The BOM has no active run to pause, resume or cancel.' },
  designators_differ_in_case: {
    status: 409,
    meaning: 'Two designators differ in nothing but case, which assemblers refuse.',
  },
  last_admin: { status: 409, meaning: 'The organization would have no admin.' },
  already_member: { status: 409, meaning: 'You are already a member of the organization.' },
  too_many_own_rows: {
    status: 409,
    meaning: 'The organization would have more than 200,000 rows of own stock, or of own prices.',
  },
  another_part: {
    status: 409,
    meaning: 'The body names another manufacturer or number, which is another part.',
  },
  too_many_organizations: { status: 409, meaning: 'You created 5 organizations, or belong to 100.' },
  too_many_members: { status: 409, meaning: 'The organization has 500 members.' },
  too_many_invitations: { status: 409, meaning: 'The organization has 100 open invitations.' },
  too_many_keys: { status: 409, meaning: 'The organization has 50 keys.' },
  too_many_links: { status: 409, meaning: 'The BOM has 50 read-only links.' },
  too_many_projects: { status: 409, meaning: 'The organization has 1,000 projects.' },
  too_many_webhooks: { status: 409, meaning: 'The organization has 10 webhooks.' },
  too_many_components: {
    status: 409,
    meaning: 'The organization would have more than 200,000 components of its own.',
  },

  body_too_large: { status: 413, meaning: 'The body is too large.' },
  too_many_values: { status: 413, meaning: 'The JSON has more than 250,000 values.' },

  invalid_body: { status: 422, meaning: 'The body has the errors listed in `errors`.' },
  no_file: { status: 422, meaning: 'The form has no file in the field `file`.' },
  unknown_field: { status: 422, meaning: 'The body has unknown fields.' },
  empty_bom: { status: 422, meaning: 'The BOM has no lines.' },
  too_many_lines: { status: 422, meaning: 'The BOM has more than 10,000 lines.' },
  file_too_large: { status: 422, meaning: 'The file is larger than 10 MB.' },
  unpacks_too_large: { status: 422, meaning: 'The unpacked workbook is larger than 64 MB.' },
  unsupported_file: { status: 422, meaning: 'The format of the file is not supported.' },
  password_protected: { status: 422, meaning: 'The file is password-protected.' },
  damaged_file: { status: 422, meaning: 'The file is incomplete or damaged.' },
  no_part_numbers: {
    status: 422,
    meaning:
      "None of the `lines` has a part number, a distributor's number, or a value or description that asks for a part.",
  },
  no_part_number_column: { status: 422, meaning: 'The file has no recognisable parts.' },
  unknown_column: { status: 422, meaning: '`columns` names a column that the file does not have.' },
  too_many_cells: { status: 422, meaning: 'The file has more than 500,000 cells with text.' },
  too_many_columns: { status: 422, meaning: 'A row has more than 200 cells.' },
  invalid_mapping: { status: 422, meaning: 'The mapping is not one that a preview could answer.' },
  file_changed: { status: 422, meaning: 'The mapping was made for another file: its `file_sha256` differs.' },
  mapping_needed: {
    status: 422,
    meaning: 'The file is ambiguous: call `POST boms/preview` and send the mapping.',
  },
  other_organization: {
    status: 422,
    meaning: 'The BOM to revise belongs to another organization.',
  },
  nothing_to_do: { status: 422, meaning: 'The BOM has no line for a run of this mode.' },
  address_refused: {
    status: 422,
    meaning:
      'The address is not one that the product sends to: not https, not found, or not on the internet.',
  },
  name_differs: { status: 422, meaning: '`name` does not match the name of what is to be deleted.' },

  too_many_boms: { status: 429, meaning: 'You created 60 BOMs within a minute.' },
  too_many_exports: {
    status: 429,
    meaning: 'Two exports are at work in this isolate: wait as `Retry-After` says.',
  },
  too_many_tests: { status: 429, meaning: 'You sent 10 test deliveries to the webhook within a minute.' },
  too_many_streams: { status: 429, meaning: 'You have 12 streams open in this isolate.' },
  too_many_connects: { status: 429, meaning: 'You connected 120 times within a minute.' },

  internal_error: { status: 500, meaning: 'Something went wrong on our side.' },
  tickets_not_configured: { status: 501, meaning: 'The operator has not set any ticket keys.' },
  database_unavailable: { status: 503, meaning: 'The database does not answer.' },
  database_outdated: { status: 503, meaning: 'The database is older than the functions.' },
  keys_unavailable: { status: 503, meaning: 'The signing keys of the issuer cannot be fetched.' },
  isolate_full: { status: 503, meaning: 'This isolate has 1,000 streams.' },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERRORS;
