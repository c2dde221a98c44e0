/** Every code a refusal can have: its status, and what it says in docs/api.md and in OpenAPI. */

export interface ErrorKind {
  readonly status: number;
  /** For people who read the table; the answer's own sentence says more. */
  readonly meaning: string;
}

export const ERRORS = {
  invalid_json: { status: 400, meaning: 'The body is not JSON.' },
  invalid_form: { status: 400, meaning: 'The body is no form (multipart/form-data), or was cut off.' },
  not_utf8: { status: 400, meaning: 'The body is not UTF-8.' },
  invalid_id: { status: 400, meaning: 'An id in the address is not a UUID.' },
  invalid_query: { status: 400, meaning: 'A query parameter or a header has a value that cannot be used.' },
  invalid_event_id: { status: 400, meaning: '`since` is not an event id such as `3-17`.' },
  invalid_client: { status: 400, meaning: '`client` is not 1 to 64 of `A-Z a-z 0-9 . _ ~ -`.' },
  invalid_cursor: { status: 400, meaning: '`after` is no cursor that an earlier answer gave.' },
  invalid_idempotency_key: { status: 400, meaning: 'The Idempotency-Key does not have 1 to 128 characters.' },

  missing_token: { status: 401, meaning: 'There is no access token.' },
  invalid_token: {
    status: 401,
    meaning: 'The token has expired, or is no access token of a signed-in user.',
  },
  invalid_ticket: { status: 401, meaning: 'The ticket has expired, or this installation did not issue it.' },
  runner_key_required: { status: 401, meaning: 'The runner opens to its own key only.' },

  role_required: { status: 403, meaning: 'Your role in the organization does not allow this.' },
  organizations_by_operator: { status: 403, meaning: 'Here, only the operator makes organizations.' },
  ticket_for_another: { status: 403, meaning: 'The ticket was issued for another BOM or organization.' },

  bom_not_found: { status: 404, meaning: 'There is no such BOM among yours.' },
  organization_not_found: { status: 404, meaning: 'There is no such organization among yours.' },
  line_not_found: { status: 404, meaning: 'The BOM has no such line.' },
  project_not_found: { status: 404, meaning: 'There is no such project in the organization.' },
  member_not_found: { status: 404, meaning: 'Nobody with this id is a member of the organization.' },
  invitation_not_found: {
    status: 404,
    meaning: 'The invitation was used or revoked, has expired, or never was.',
  },
  component_not_found: {
    status: 404,
    meaning: 'There is no such component among the own ones of the organization.',
  },
  no_such_route: { status: 404, meaning: 'There is nothing at this address.' },

  method_not_allowed: { status: 405, meaning: 'The address answers other methods, which `Allow` lists.' },

  run_active: { status: 409, meaning: 'The BOM has a run that has not ended.' },
  no_active_run: { status: 409, meaning: 'The BOM has no run that could be paused, resumed or cancelled.' },
  last_admin: { status: 409, meaning: 'The organization would be without an admin.' },
  already_member: { status: 409, meaning: 'You are a member of the organization that you are invited to.' },
  component_exists: {
    status: 409,
    meaning: 'The organization has a component of this manufacturer and number.',
  },
  another_part: {
    status: 409,
    meaning: 'The component is of another manufacturer or number, which makes it another part.',
  },
  too_many_organizations: { status: 409, meaning: 'You created 5 organizations, or belong to 100.' },
  too_many_members: { status: 409, meaning: 'The organization has 500 members.' },
  too_many_invitations: { status: 409, meaning: 'The organization has 100 open invitations.' },
  too_many_projects: { status: 409, meaning: 'The organization has 1,000 projects.' },

  body_too_large: { status: 413, meaning: 'The body has too many bytes.' },
  too_many_values: { status: 413, meaning: 'The JSON has more than 250,000 values.' },

  invalid_body: { status: 422, meaning: 'The body is wrong in the places that `errors` lists.' },
  no_file: { status: 422, meaning: 'The form has no file in the field `file`.' },
  unknown_field: { status: 422, meaning: 'The body has fields that do not exist.' },
  empty_bom: { status: 422, meaning: 'The BOM has no lines.' },
  too_many_lines: { status: 422, meaning: 'The BOM has more than 10,000 lines.' },
  file_too_large: { status: 422, meaning: 'The file has more than 10 MB.' },
  unpacks_too_large: { status: 422, meaning: 'The workbook has more than 64 MB when it is unpacked.' },
  unsupported_file: { status: 422, meaning: 'The file is of a kind that is not read.' },
  password_protected: { status: 422, meaning: 'The file is protected by a password.' },
  damaged_file: { status: 422, meaning: 'The file is incomplete or broken.' },
  no_part_numbers: { status: 422, meaning: 'None of the `lines` has a part number.' },
  no_part_number_column: { status: 422, meaning: 'Nothing in the file is recognised as parts.' },
  unknown_column: { status: 422, meaning: '`columns` names a column that the file does not have.' },
  too_many_columns: { status: 422, meaning: 'A row has more than 200 cells.' },
  invalid_mapping: { status: 422, meaning: 'The mapping is none that a preview could answer.' },
  file_changed: { status: 422, meaning: 'The mapping was made for another file: its `file_sha256` differs.' },
  mapping_needed: {
    status: 422,
    meaning: 'The file can be read in several ways: ask `POST boms/preview`, and send the mapping.',
  },
  other_organization: {
    status: 422,
    meaning: 'The BOM that is revised belongs to another organization.',
  },
  nothing_to_do: { status: 422, meaning: 'The BOM has no line that a run of this mode would take.' },
  name_differs: { status: 422, meaning: '`name` is not the name of what is to be deleted.' },

  too_many_boms: { status: 429, meaning: 'You created 60 BOMs within a minute.' },
  too_many_streams: { status: 429, meaning: 'You have 12 streams open in this isolate.' },
  too_many_connects: { status: 429, meaning: 'You connected 120 times within a minute.' },

  internal_error: { status: 500, meaning: 'Something went wrong on our side.' },
  tickets_not_configured: { status: 501, meaning: 'The operator has set no keys for tickets.' },
  database_unavailable: { status: 503, meaning: 'The database does not answer.' },
  database_outdated: { status: 503, meaning: 'The database is older than the functions.' },
  keys_unavailable: { status: 503, meaning: 'The keys that tokens are checked with cannot be fetched.' },
  isolate_full: { status: 503, meaning: 'This isolate has 1,000 streams.' },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERRORS;
