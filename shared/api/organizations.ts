/** Calls of functions/organizations: members, projects, settings, own components. */
import { z } from 'zod';
import { ComponentFields } from '../domain/component.ts';
import { ShownFields } from '../domain/known-by.ts';
import { KNOWN_BY } from '../domain/source.ts';
import { PriceBreak } from '../domain/component.ts';
import {
  Named,
  OwnComponent,
  OwnComponents,
  type OwnPrice,
  OwnPriceList,
  type OwnStock,
  OwnStockList,
  Role,
  Settings,
} from '../domain/organization.ts';
import { MAX_PART_NUMBER_CHARS } from '../domain/limits.ts';
import { Name } from '../domain/text.ts';
import { after } from './cursor.ts';
import { IDS } from './examples.ts';
import { defineRoute } from './route.ts';
import { id, Timestamp, yes } from './values.ts';

const organization = { organization_id: id('organization_id') };
const OF = { organization_id: IDS.organization };
const AT = '2026-01-01T12:00:00.000Z';

/** An answer without a body. */
const Nothing = z.null();

const ListedOrganization = z.object({ organization_id: z.guid(), name: z.string(), role: Role });

export const Organization = ListedOrganization.extend({ created_at: Timestamp, settings: Settings });

const SETTINGS: Settings = {
  auto_start: false,
  suppliers: null,
  suppliers_until_filled: false,
  blocked_suppliers: [],
  preferred_suppliers: [],
  schedule: 'none',
  schedule_hour: 2,
};

const ORGANIZATION: z.input<typeof Organization> = {
  ...OF,
  name: 'Example Ltd',
  role: 'admin',
  created_at: AT,
  settings: SETTINGS,
};

export const createOrganization = defineRoute({
  method: 'POST',
  path: '/organizations',
  summary: 'Creates an organization with you as its admin.',
  role: 'user',
  callers: ['person'],
  body: Named,
  status: 201,
  answer: Organization,
  errors: ['organizations_by_operator', 'too_many_organizations'],
  example: { body: { name: 'Example Ltd' }, answer: ORGANIZATION },
});

export const listOrganizations = defineRoute({
  method: 'GET',
  path: '/organizations',
  summary: 'Lists your organizations, with your role in each.',
  role: 'user',
  status: 200,
  answer: z.object({ organizations: z.array(ListedOrganization) }),
  errors: [],
  example: { answer: { organizations: [{ ...OF, name: 'Example Ltd', role: 'admin' }] } },
});

export const readOrganization = defineRoute({
  method: 'GET',
  path: '/organizations/:organization_id',
  summary: 'Reads an organization.',
  role: 'viewer',
  params: organization,
  status: 200,
  answer: Organization,
  errors: ['organization_not_found'],
  example: { params: OF, answer: ORGANIZATION },
});

export const renameOrganization = defineRoute({
  method: 'PATCH',
  path: '/organizations/:organization_id',
  summary: 'Renames an organization.',
  role: 'admin',
  callers: ['person'],
  params: organization,
  body: Named,
  status: 200,
  answer: Organization,
  errors: ['organization_not_found'],
  example: { params: OF, body: { name: 'Example Ltd' }, answer: ORGANIZATION },
});

export const deleteOrganization = defineRoute({
  method: 'DELETE',
  path: '/organizations/:organization_id',
  summary: 'Deletes an organization and everything in it. Repeat its name as confirmation.',
  role: 'admin',
  callers: ['person'],
  params: organization,
  query: { name: z.string() },
  status: 204,
  answer: Nothing,
  errors: ['organization_not_found', 'name_differs'],
  example: { params: OF, query: { name: 'Example Ltd' }, answer: null },
});

export const readSettings = defineRoute({
  method: 'GET',
  path: '/organizations/:organization_id/settings',
  summary: 'Reads the settings of an organization.',
  role: 'viewer',
  params: organization,
  status: 200,
  answer: Settings,
  errors: ['organization_not_found'],
  example: { params: OF, answer: SETTINGS },
});

export const changeSettings = defineRoute({
  method: 'PATCH',
  path: '/organizations/:organization_id/settings',
  summary: 'Changes settings of an organization. Omitted settings stay as they are.',
  role: 'admin',
  params: organization,
  body: Settings.partial(),
  status: 200,
  answer: Settings,
  errors: ['organization_not_found'],
  example: {
    params: OF,
    body: {
      auto_start: true,
      suppliers: ['digikey', 'mouser'],
      blocked_suppliers: ['Example Parts'],
      schedule: 'nightly',
    },
    answer: {
      ...SETTINGS,
      auto_start: true,
      suppliers: ['digikey', 'mouser'],
      blocked_suppliers: ['Example Parts'],
      schedule: 'nightly',
    },
  },
});

const member = { ...organization, user_id: id('user_id') };
const MEMBER = { ...OF, user_id: IDS.user };

export const listMembers = defineRoute({
  method: 'GET',
  path: '/organizations/:organization_id/members',
  summary: 'Lists the members of an organization.',
  role: 'viewer',
  callers: ['person'],
  params: organization,
  status: 200,
  answer: z.object({
    members: z.array(
      z.object({ user_id: z.guid(), email: z.string().nullable(), role: Role, joined_at: Timestamp }),
    ),
  }),
  errors: ['organization_not_found'],
  example: {
    params: OF,
    answer: { members: [{ user_id: IDS.user, email: 'ada@example.com', role: 'admin', joined_at: AT }] },
  },
});

export const leaveOrganization = defineRoute({
  method: 'DELETE',
  path: '/organizations/:organization_id/members/me',
  summary: 'Leaves an organization. The last admin cannot leave.',
  role: 'viewer',
  callers: ['person'],
  params: organization,
  status: 204,
  answer: Nothing,
  errors: ['organization_not_found', 'last_admin'],
  example: { params: OF, answer: null },
});

export const changeMember = defineRoute({
  method: 'PATCH',
  path: '/organizations/:organization_id/members/:user_id',
  summary: "Changes a member's role, from the next call on. The last admin stays admin.",
  role: 'admin',
  callers: ['person'],
  params: member,
  body: z.strictObject({ role: Role }),
  status: 200,
  answer: z.object({ user_id: z.guid(), role: Role }),
  errors: ['organization_not_found', 'member_not_found', 'last_admin'],
  example: { params: MEMBER, body: { role: 'admin' }, answer: { user_id: IDS.user, role: 'admin' } },
});

export const removeMember = defineRoute({
  method: 'DELETE',
  path: '/organizations/:organization_id/members/:user_id',
  summary: 'Removes a member. The last admin cannot be removed.',
  role: 'admin',
  callers: ['person'],
  params: member,
  status: 204,
  answer: Nothing,
  errors: ['organization_not_found', 'member_not_found', 'last_admin'],
  example: { params: MEMBER, answer: null },
});

const Invitation = z.object({
  invitation_id: z.guid(),
  role: Role,
  /** Whom it is for, as the one who invites calls them: a name or an address, that nothing is sent to. */
  label: z.string().nullable(),
  created_by: z.guid(),
  created_at: Timestamp,
  expires_at: Timestamp,
});

const INVITATION: z.input<typeof Invitation> = {
  invitation_id: IDS.invitation,
  role: 'editor',
  label: 'ada@example.com',
  created_by: IDS.user,
  created_at: AT,
  expires_at: '2026-01-08T12:00:00.000Z',
};

export const listInvitations = defineRoute({
  method: 'GET',
  path: '/organizations/:organization_id/invitations',
  summary: 'Lists the open invitations.',
  role: 'admin',
  callers: ['person'],
  params: organization,
  status: 200,
  answer: z.object({ invitations: z.array(Invitation) }),
  errors: ['organization_not_found'],
  example: { params: OF, answer: { invitations: [INVITATION] } },
});

export const createInvitation = defineRoute({
  method: 'POST',
  path: '/organizations/:organization_id/invitations',
  summary:
    'Creates an invitation to a role, valid for seven days and one use; `label` notes whom it is for. The token is shown only once.',
  role: 'admin',
  callers: ['person'],
  params: organization,
  body: z.strictObject({ role: Role, label: Name.nullish() }),
  status: 201,
  answer: Invitation.extend({ token: z.string() }),
  errors: ['organization_not_found', 'too_many_invitations'],
  example: {
    params: OF,
    body: { role: 'editor', label: 'ada@example.com' },
    answer: { ...INVITATION, token: IDS.token },
  },
});

export const revokeInvitation = defineRoute({
  method: 'DELETE',
  path: '/organizations/:organization_id/invitations/:invitation_id',
  summary: 'Revokes an invitation.',
  role: 'admin',
  callers: ['person'],
  params: { ...organization, invitation_id: id('invitation_id') },
  status: 204,
  answer: Nothing,
  errors: ['organization_not_found', 'invitation_not_found'],
  example: { params: { ...OF, invitation_id: IDS.invitation }, answer: null },
});

export const lookAtInvitation = defineRoute({
  method: 'POST',
  path: '/organizations/invitations/look',
  summary:
    'Says what an open invitation is, to whoever has its token, before they have an account; it stays open.',
  role: 'everybody',
  body: z.strictObject({ token: z.string() }),
  maxBodyBytes: 1024,
  status: 200,
  answer: Invitation.pick({ role: true, expires_at: true }).extend({ organization_id: z.guid() }),
  errors: ['invitation_not_found'],
  example: {
    body: { token: IDS.token },
    answer: { ...OF, role: 'editor', expires_at: INVITATION.expires_at },
  },
});

export const acceptInvitation = defineRoute({
  method: 'POST',
  path: '/organizations/invitations/accept',
  summary: 'Accepts an invitation: you become a member of its organization.',
  role: 'user',
  callers: ['person'],
  body: z.strictObject({ token: z.string() }),
  maxBodyBytes: 1024,
  status: 200,
  answer: Organization,
  errors: ['invitation_not_found', 'already_member', 'too_many_members', 'too_many_organizations'],
  example: { body: { token: IDS.token }, answer: { ...ORGANIZATION, role: 'editor' } },
});

const project = { ...organization, project_id: id('project_id') };
const Project = z.object({ project_id: z.guid(), name: z.string(), created_at: Timestamp });
const PROJECT: z.input<typeof Project> = { project_id: IDS.project, name: 'Sensors', created_at: AT };

export const listProjects = defineRoute({
  method: 'GET',
  path: '/organizations/:organization_id/projects',
  summary: 'Lists the projects of an organization.',
  role: 'viewer',
  params: organization,
  status: 200,
  answer: z.object({ projects: z.array(Project) }),
  errors: ['organization_not_found'],
  example: { params: OF, answer: { projects: [PROJECT] } },
});

export const createProject = defineRoute({
  method: 'POST',
  path: '/organizations/:organization_id/projects',
  summary: 'Creates a project.',
  role: 'editor',
  params: organization,
  body: Named,
  status: 201,
  answer: Project,
  errors: ['organization_not_found', 'too_many_projects'],
  example: { params: OF, body: { name: 'Sensors' }, answer: PROJECT },
});

export const renameProject = defineRoute({
  method: 'PATCH',
  path: '/organizations/:organization_id/projects/:project_id',
  summary: 'Renames a project.',
  role: 'editor',
  params: project,
  body: Named,
  status: 200,
  answer: Project,
  errors: ['organization_not_found', 'project_not_found'],
  example: { params: { ...OF, project_id: IDS.project }, body: { name: 'Sensors' }, answer: PROJECT },
});

export const deleteProject = defineRoute({
  method: 'DELETE',
  path: '/organizations/:organization_id/projects/:project_id',
  summary: 'Deletes a project. Its BOMs remain, without a project.',
  role: 'admin',
  params: project,
  status: 204,
  answer: Nothing,
  errors: ['organization_not_found', 'project_not_found'],
  example: { params: { ...OF, project_id: IDS.project }, answer: null },
});

const component = { ...organization, component_id: id('component_id') };

/** As an organization described it, and as the database has it. */
export const StoredOwnComponent = z.object({
  component_id: z.guid(),
  mpn: z.string(),
  manufacturer: z.string(),
  fields: ComponentFields,
  quality_score: z.int(),
  /** The list that says so, and as of when; null where somebody described it. */
  source: z.string().nullable(),
  observed_at: Timestamp.nullable(),
  created_at: Timestamp,
  updated_at: Timestamp,
});
export type StoredOwnComponent = z.infer<typeof StoredOwnComponent>;

const KeptComponent = StoredOwnComponent.extend({ known_by: z.enum(KNOWN_BY), fields: ShownFields });
export type KeptComponent = z.infer<typeof KeptComponent>;

const DESCRIPTION: z.input<typeof OwnComponent> = {
  mpn: 'WS-0603-FUSE',
  manufacturer: 'Example Ltd',
  fields: { category: { value: 'fuse' }, voltage_rating: { value: 32 } },
};
const COMPONENT: z.input<typeof KeptComponent> = {
  component_id: IDS.component,
  mpn: 'WS-0603-FUSE',
  manufacturer: 'Example Ltd',
  known_by: 'own',
  fields: {
    manufacturer: { value: 'Example Ltd', source: 'own', confidence: 1, known_by: 'own' },
    category: { value: 'fuse', source: 'own', confidence: 1, known_by: 'own' },
    voltage_rating: { value: 32, unit: 'V', source: 'own', confidence: 1, known_by: 'own' },
  },
  quality_score: 50,
  source: null,
  observed_at: null,
  created_at: AT,
  updated_at: AT,
};
/** Each field with a long text and its document. */
const MAX_COMPONENT_BYTES = 16 * 1024;
/** As many as a call takes, with a long description each. */
const MAX_COMPONENTS_BYTES = 2 * 1024 * 1024;

export const listComponents = defineRoute({
  method: 'GET',
  path: '/organizations/:organization_id/components',
  summary: "Lists an organization's own components, by number, in pages of 100.",
  role: 'viewer',
  params: organization,
  query: { after: after.optional() },
  status: 200,
  answer: z.object({
    components: z.array(KeptComponent),
    /** For `after`; null on the last page. */
    next: z.string().nullable(),
  }),
  errors: ['organization_not_found', 'invalid_cursor'],
  example: { params: OF, answer: { components: [COMPONENT], next: null } },
});

export const writeComponents = defineRoute({
  method: 'POST',
  path: '/organizations/:organization_id/components',
  summary:
    'Stores up to 500 components of your own: new ones, and those that you have as they are described now. They take precedence over all other sources.',
  role: 'editor',
  params: organization,
  body: OwnComponents,
  maxBodyBytes: MAX_COMPONENTS_BYTES,
  status: 200,
  answer: z.object({
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    /** Which of the list are not stored, counted from 0, and why. */
    refused: z.array(z.object({ index: z.int(), path: z.string(), message: z.string() })),
    /** In the order of the list; null for what was refused. */
    component_ids: z.array(z.guid().nullable()),
  }),
  errors: ['organization_not_found', 'too_many_components'],
  example: {
    params: OF,
    body: {
      source: 'Approved parts.xlsx',
      observed_at: AT,
      components: [DESCRIPTION, { mpn: 'N/A', manufacturer: 'Example Ltd', fields: {} }],
    },
    answer: {
      created: 1,
      updated: 0,
      unchanged: 0,
      refused: [{ index: 1, path: 'mpn', message: 'holds no part number' }],
      component_ids: [IDS.component, null],
    },
  },
});

export const changeComponent = defineRoute({
  method: 'PATCH',
  path: '/organizations/:organization_id/components/:component_id',
  summary: 'Replaces a component of your own. Lines that use it show the new version.',
  role: 'editor',
  params: component,
  body: OwnComponent,
  maxBodyBytes: MAX_COMPONENT_BYTES,
  status: 200,
  answer: KeptComponent,
  errors: ['organization_not_found', 'component_not_found', 'another_part'],
  example: { params: { ...OF, component_id: IDS.component }, body: DESCRIPTION, answer: COMPONENT },
});

export const deleteComponent = defineRoute({
  method: 'DELETE',
  path: '/organizations/:organization_id/components/:component_id',
  summary: 'Deletes a component of your own. Lines that used it have none until their next run.',
  role: 'editor',
  params: component,
  status: 204,
  answer: Nothing,
  errors: ['organization_not_found', 'component_not_found'],
  example: { params: { ...OF, component_id: IDS.component }, answer: null },
});

const Refused = z.array(z.object({ index: z.int(), path: z.string(), message: z.string() }));

/** What became of the rows of a call. */
const Written = z.object({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  /** Which of the list are not stored, counted from 0, and why. */
  refused: Refused,
});
const WRITTEN: z.input<typeof Written> = { created: 1, updated: 0, unchanged: 0, refused: [] };

/** The list that says so, null where somebody wrote it, and as of when. */
const from = { source: z.string().nullable(), observed_at: Timestamp };
const FROM = { source: 'Store.csv', observed_at: AT };
const FUSE = { mpn: 'WS-0603-FUSE', manufacturer: 'Example Ltd' };
/** For `after`; null on the last page. */
const next = z.string().nullable();
const deleted = z.object({ deleted: z.int() });
/** One part, or everything. */
const whichRows = { mpn: z.string().optional(), manufacturer: z.string().optional(), all: yes.optional() };

export const StoredStock = z.object({
  mpn: z.string(),
  manufacturer: z.string(),
  quantity: z.int(),
  ...from,
});

export const whereUsed = defineRoute({
  method: 'GET',
  path: '/organizations/:organization_id/where-used',
  summary: "Lists the lines of an organization's BOMs that have got a component, in pages of 500.",
  role: 'viewer',
  params: organization,
  query: {
    mpn: z.string().trim().min(1).max(MAX_PART_NUMBER_CHARS),
    manufacturer: z.string().trim().min(1).max(MAX_PART_NUMBER_CHARS),
    after: after.optional(),
  },
  status: 200,
  answer: z.object({
    lines: z.array(z.object({
      bom_id: z.guid(),
      /** Its name. */
      bom: z.string(),
      line_id: z.guid(),
      line_number: z.int(),
      designators: z.string().nullable(),
      quantity: z.number().nullable(),
      do_not_place: z.boolean(),
    })),
    next,
  }),
  errors: ['organization_not_found', 'invalid_cursor'],
  example: {
    params: OF,
    query: { mpn: 'RC0603FR-0710KL', manufacturer: 'Yageo' },
    answer: {
      lines: [{
        bom_id: IDS.bom,
        bom: 'Sensor rev C',
        line_id: IDS.line,
        line_number: 1,
        designators: 'R1 R2',
        quantity: 2,
        do_not_place: false,
      }],
      next: null,
    },
  },
});

export const listStock = defineRoute({
  method: 'GET',
  path: '/organizations/:organization_id/stock',
  summary: "Lists an organization's own stock, by number, in pages of 500.",
  role: 'viewer',
  params: organization,
  query: { after: after.optional() },
  status: 200,
  answer: z.object({ stock: z.array(StoredStock), next }),
  errors: ['organization_not_found', 'invalid_cursor'],
  example: { params: OF, answer: { stock: [{ ...FUSE, quantity: 1200, ...FROM }], next: null } },
});

export const writeStock = defineRoute({
  method: 'POST',
  path: '/organizations/:organization_id/stock',
  summary:
    'Stores up to 500 rows of own stock: new ones, and those that you have as they are now. A BOM buys so many pieces fewer.',
  role: 'editor',
  params: organization,
  body: OwnStockList,
  maxBodyBytes: MAX_COMPONENTS_BYTES,
  status: 200,
  answer: Written,
  errors: ['organization_not_found', 'too_many_own_rows'],
  example: {
    params: OF,
    body: { ...FROM, stock: [{ ...FUSE, quantity: 1200 } satisfies z.input<typeof OwnStock>] },
    answer: WRITTEN,
  },
});

export const deleteStock = defineRoute({
  method: 'DELETE',
  path: '/organizations/:organization_id/stock',
  summary: 'Deletes what own stock says of one part (`mpn` and `manufacturer`), or all of it (`all=true`).',
  role: 'editor',
  params: organization,
  query: whichRows,
  status: 200,
  answer: deleted,
  errors: ['organization_not_found'],
  example: { params: OF, query: FUSE, answer: { deleted: 1 } },
});

export const StoredPrice = z.object({
  mpn: z.string(),
  manufacturer: z.string(),
  /** `own` where the list named nobody. */
  supplier: z.string(),
  price_breaks: z.array(PriceBreak),
  valid_until: z.iso.date().nullable(),
  ...from,
});

export const listPrices = defineRoute({
  method: 'GET',
  path: '/organizations/:organization_id/prices',
  summary: 'Lists the prices that an organization has agreed with suppliers, by number, in pages of 500.',
  role: 'viewer',
  params: organization,
  query: { after: after.optional() },
  status: 200,
  answer: z.object({ prices: z.array(StoredPrice), next }),
  errors: ['organization_not_found', 'invalid_cursor'],
  example: {
    params: OF,
    answer: {
      prices: [{
        ...FUSE,
        supplier: 'Example Parts',
        price_breaks: [{ quantity: 100, price: 0.08, currency: 'EUR' }],
        valid_until: '2026-12-31',
        ...FROM,
      }],
      next: null,
    },
  },
});

export const writePrices = defineRoute({
  method: 'POST',
  path: '/organizations/:organization_id/prices',
  summary:
    'Stores up to 500 agreed prices: new ones, and those that you have as they are now. They compete with what suppliers ask.',
  role: 'editor',
  params: organization,
  body: OwnPriceList,
  maxBodyBytes: MAX_COMPONENTS_BYTES,
  status: 200,
  answer: Written,
  errors: ['organization_not_found', 'too_many_own_rows'],
  example: {
    params: OF,
    body: {
      ...FROM,
      prices: [
        {
          ...FUSE,
          supplier: 'Example Parts',
          currency: 'EUR',
          prices: [{ quantity: 100, price: 0.08 }],
          valid_until: '2026-12-31',
        } satisfies z.input<typeof OwnPrice>,
      ],
    },
    answer: WRITTEN,
  },
});

export const deletePrices = defineRoute({
  method: 'DELETE',
  path: '/organizations/:organization_id/prices',
  summary:
    'Deletes the agreed prices of one part (`mpn` and `manufacturer`), of one `supplier` or of all, or all prices (`all=true`).',
  role: 'editor',
  params: organization,
  query: { ...whichRows, supplier: z.string().optional() },
  status: 200,
  answer: deleted,
  errors: ['organization_not_found'],
  example: { params: OF, query: FUSE, answer: { deleted: 1 } },
});

export const exportOrganization = defineRoute({
  method: 'GET',
  path: '/organizations/:organization_id/export',
  summary:
    'Streams everything an organization has, one JSON object a line. `after` resumes an interrupted export.',
  role: 'admin',
  params: organization,
  query: { after: after.optional() },
  status: 200,
  mediaTypes: ['application/x-ndjson'],
  answer: z.string(),
  errors: ['organization_not_found', 'invalid_cursor'],
  example: {
    params: OF,
    answer: `{"record":"organization","name":"Example Ltd",…}\n…\n{"record":"end"}\n`,
  },
});
