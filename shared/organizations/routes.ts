/** HTTP surface of organizations: members, projects, settings, own components. */
import { z } from 'zod';
import * as keys from '../api/keys.ts';
import * as contract from '../api/organizations.ts';
import { blockedAndPreferred, type Suppliers } from '../assess/cost/rules.ts';
import type { Arguments, FunctionName } from '../database/functions.ts';
import type { Database } from '../database/port.ts';
import { shownFields } from '../domain/known-by.ts';
import { Refusal } from '../domain/refusal.ts';
import type { OwnComponent } from '../domain/organization.ts';
import type { Authenticate, User } from '../http/auth.ts';
import { hashOf, newRandom, newSecret } from '../http/secrets.ts';
import { writeCursor } from '../api/cursor.ts';
import { handle, passedOn, Reply } from '../http/handle.ts';
import type { Route } from '../http/router.ts';
import type { Log } from '../log.ts';
import { exportOrganization } from './export.ts';
import { loadSeries } from '../parts/decoders/source.ts';
import { identify, OWN, readComponents, toComponent } from './own-component.ts';
import { readPrices, readStock } from './own-data.ts';

/** Components of a page: some hundred kilobytes where each field is said. */
const COMPONENTS_PAGE = 100;

const Done = z.literal(true);

const ComponentsPage = z.object({
  components: passedOn(z.array(contract.StoredOwnComponent)),
  next: z.tuple([z.string(), z.string()]).nullable(),
});

/** Rows of own stock and prices on a page: a hundred kilobytes. */
const OWN_ROWS_PAGE = 500;

const own = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: passedOn(z.array(row)), next: z.array(z.string()).nullable() });
const StockPage = own(contract.StoredStock);
const PricesPage = own(contract.StoredPrice);
const Written = passedOn(contract.writeStock.answer.omit({ refused: true }));

const UsesPage = z.object({
  lines: passedOn(contract.whereUsed.answer.shape.lines),
  next: z.tuple([z.string(), z.int()]).nullable(),
});

const listOf = (
  { source, observed_at }: { readonly source: string | null; readonly observed_at: string | null },
) => ({ p_source: source, p_observed_at: observed_at });

/** The part whose rows go, as the tables know it; nothing: all of them. */
async function whichOf(
  { mpn, manufacturer, supplier, all }: {
    readonly mpn?: string | undefined;
    readonly manufacturer?: string | undefined;
    readonly supplier?: string | undefined;
    readonly all?: string | undefined;
  },
) {
  const isOfOne = (mpn ?? manufacturer ?? supplier) !== undefined;
  if (all === 'true' && !isOfOne) return {};
  if (all === 'true' || mpn === undefined || manufacturer === undefined) {
    throw invalidQuery('Say which part (mpn and manufacturer), or all=true and neither.');
  }
  return await partOf({ mpn, manufacturer });
}

/** @throws Refusal 400 where that is no part */
async function partOf({ mpn, manufacturer }: { readonly mpn: string; readonly manufacturer: string }) {
  await loadSeries();
  const identity = identify({ mpn, manufacturer });
  if ('message' in identity) throw invalidQuery(`The ${identity.path} ${identity.message}.`);
  return { p_orderable_key: identity.orderable_key, p_manufacturer: identity.manufacturer };
}

/** @throws Refusal 422 where a supplier would be blocked and preferred */
function refuseContradiction(suppliers: Suppliers): void {
  const name = blockedAndPreferred(suppliers);
  if (name === undefined) return;
  throw new Refusal(
    'invalid',
    'invalid_body',
    `The supplier "${name}" would be blocked and preferred. Take it off one of the two lists.`,
    { errors: [{ path: 'preferred_suppliers', message: `has "${name}", which is blocked` }] },
  );
}

const invalidQuery = (detail: string) => new Refusal('malformed', 'invalid_query', detail);

export interface OrganizationDependencies {
  readonly database: Database;
  readonly authenticate: Authenticate;
  readonly log: Log;
}

/** What an organization keeps, it knows. */
const shown = (component: contract.StoredOwnComponent): contract.KeptComponent => ({
  ...component,
  known_by: OWN,
  fields: shownFields(component.fields),
});

/** Whose call about which organization it is, as every function of the database takes it. */
const by = (
  { user, params }: { readonly user: User; readonly params: { readonly organization_id: string } },
) => ({
  p_user_id: user.id,
  p_organization_id: params.organization_id,
});

const page = (
  asked: Parameters<typeof by>[0] & { readonly query: { readonly after?: readonly unknown[] | undefined } },
) => ({ ...by(asked), p_limit: OWN_ROWS_PAGE, p_after: asked.query.after ?? null });

export function createOrganizationRoutes(dependencies: OrganizationDependencies): Route[] {
  const { database } = dependencies;
  const settings = async <Name extends FunctionName>(name: Name, args: Arguments<Name>) =>
    (await database.call(name, args, passedOn(contract.Organization))).settings;
  /** Does what has no answer. */
  const run = async <Name extends FunctionName>(name: Name, args: Arguments<Name>) => {
    await database.call(name, args, Done);
    return null;
  };
  const change = async (
    args: Omit<Arguments<'bomstream_component_write'>, 'p_component'>,
    described: OwnComponent,
  ) => {
    // the number is kept as its manufacturer spells it
    await loadSeries();
    return shown(
      await database.call(
        'bomstream_component_write',
        { ...args, p_component: toComponent(described) },
        passedOn(contract.StoredOwnComponent),
      ),
    );
  };
  const write = async (
    args: Omit<Arguments<'bomstream_components_write'>, 'p_components'>,
    list: readonly unknown[],
  ) => {
    await loadSeries();
    const { components, indices, refused } = readComponents(list);
    // Asked even where nothing is left to store: who may not write learns nothing of a list but that.
    const written = await database.call(
      'bomstream_components_write',
      { ...args, p_components: components },
      passedOn(contract.writeComponents.answer.omit({ refused: true })),
    );
    const ids = new Map(indices.map((index, i) => [index, written.component_ids[i]!]));
    return {
      ...written,
      refused: [...refused],
      component_ids: list.map((_, index) => ids.get(index) ?? null),
    };
  };

  return [
    handle(contract.createOrganization, dependencies, ({ user, body }) =>
      database.call(
        'bomstream_organization_create',
        { p_user_id: user.id, p_name: body.name },
        passedOn(contract.Organization),
      )),
    handle(contract.listOrganizations, dependencies, ({ user }) =>
      database.call(
        'bomstream_organization_list',
        { p_user_id: user.id },
        passedOn(contract.listOrganizations.answer),
      )),
    handle(
      contract.readOrganization,
      dependencies,
      (asked) => database.call('bomstream_organization_read', by(asked), passedOn(contract.Organization)),
    ),
    handle(contract.renameOrganization, dependencies, (asked) =>
      database.call(
        'bomstream_organization_update',
        { ...by(asked), p_name: asked.body.name },
        passedOn(contract.Organization),
      )),
    handle(
      contract.deleteOrganization,
      dependencies,
      (asked) => run('bomstream_organization_delete', { ...by(asked), p_name: asked.query.name }),
    ),

    handle(
      contract.readSettings,
      dependencies,
      (asked) => settings('bomstream_organization_read', by(asked)),
    ),
    handle(contract.changeSettings, dependencies, async (asked) => {
      const { blocked_suppliers, preferred_suppliers } = asked.body;
      if (blocked_suppliers !== undefined || preferred_suppliers !== undefined) {
        // only one of the lists may have been sent
        const kept = await settings('bomstream_organization_read', by(asked));
        refuseContradiction({
          blocked: blocked_suppliers ?? kept.blocked_suppliers,
          preferred: preferred_suppliers ?? kept.preferred_suppliers,
        });
      }
      return await settings('bomstream_organization_update', { ...by(asked), p_settings: asked.body });
    }),

    handle(
      contract.listMembers,
      dependencies,
      (asked) => database.call('bomstream_member_list', by(asked), passedOn(contract.listMembers.answer)),
    ),
    handle(
      contract.leaveOrganization,
      dependencies,
      (asked) => run('bomstream_member_remove', { ...by(asked), p_member_id: asked.user.id }),
    ),
    handle(contract.changeMember, dependencies, (asked) =>
      database.call(
        'bomstream_member_update',
        { ...by(asked), p_member_id: asked.params.user_id, p_role: asked.body.role },
        passedOn(contract.changeMember.answer),
      )),
    handle(
      contract.removeMember,
      dependencies,
      (asked) => run('bomstream_member_remove', { ...by(asked), p_member_id: asked.params.user_id }),
    ),

    handle(contract.lookAtInvitation, dependencies, async ({ body }) =>
      database.call(
        'bomstream_invitation_look',
        { p_token_hash: await hashOf(body.token) },
        passedOn(contract.lookAtInvitation.answer),
      )),
    handle(contract.acceptInvitation, dependencies, async ({ user, body }) =>
      database.call(
        'bomstream_invitation_accept',
        { p_user_id: user.id, p_token_hash: await hashOf(body.token) },
        passedOn(contract.Organization),
      )),
    handle(
      contract.listInvitations,
      dependencies,
      (asked) =>
        database.call('bomstream_invitation_list', by(asked), passedOn(contract.listInvitations.answer)),
    ),
    handle(contract.createInvitation, dependencies, async (asked) => {
      const token = newRandom();
      const invitation = await database.call(
        'bomstream_invitation_create',
        {
          ...by(asked),
          p_role: asked.body.role,
          p_token_hash: await hashOf(token),
          p_label: asked.body.label ?? null,
        },
        passedOn(contract.createInvitation.answer.omit({ token: true })),
      );
      return new Reply({ ...invitation, token }, { headers: { 'cache-control': 'no-store' } });
    }),
    handle(
      contract.revokeInvitation,
      dependencies,
      (asked) =>
        run('bomstream_invitation_revoke', { ...by(asked), p_invitation_id: asked.params.invitation_id }),
    ),

    handle(
      keys.listKeys,
      dependencies,
      (asked) => database.call('bomstream_key_list', by(asked), passedOn(keys.listKeys.answer)),
    ),
    handle(keys.createKey, dependencies, async (asked) => {
      const { id, token, hash } = await newSecret('key');
      const key = await database.call('bomstream_key_create', {
        ...by(asked),
        p_key_id: id,
        p_token_hash: hash,
        p_name: asked.body.name,
        p_role: asked.body.role,
        p_days: asked.body.expires_in_days,
      }, passedOn(keys.createKey.answer.omit({ key: true })));
      return new Reply({ ...key, key: token }, { headers: { 'cache-control': 'no-store' } });
    }),
    handle(
      keys.revokeKey,
      dependencies,
      (asked) => run('bomstream_key_revoke', { ...by(asked), p_key_id: asked.params.key_id }),
    ),

    handle(
      contract.listProjects,
      dependencies,
      (asked) => database.call('bomstream_project_list', by(asked), passedOn(contract.listProjects.answer)),
    ),
    handle(contract.createProject, dependencies, (asked) =>
      database.call(
        'bomstream_project_create',
        { ...by(asked), p_name: asked.body.name },
        passedOn(contract.createProject.answer),
      )),
    handle(contract.renameProject, dependencies, (asked) =>
      database.call(
        'bomstream_project_rename',
        { ...by(asked), p_project_id: asked.params.project_id, p_name: asked.body.name },
        passedOn(contract.renameProject.answer),
      )),
    handle(
      contract.deleteProject,
      dependencies,
      (asked) => run('bomstream_project_delete', { ...by(asked), p_project_id: asked.params.project_id }),
    ),

    handle(contract.listComponents, dependencies, async (asked) => {
      const [key = '', manufacturer = ''] = asked.query.after ?? [];
      const { components, next } = await database.call('bomstream_component_list', {
        ...by(asked),
        p_limit: COMPONENTS_PAGE,
        p_after_key: String(key),
        p_after_manufacturer: String(manufacturer),
      }, ComponentsPage);
      return { components: components.map(shown), next: next && writeCursor(next) };
    }),
    handle(contract.writeComponents, dependencies, (asked) => {
      const { source, observed_at, components } = asked.body;
      return write({ ...by(asked), p_source: source, p_observed_at: observed_at }, components);
    }),
    handle(
      contract.changeComponent,
      dependencies,
      (asked) => change({ ...by(asked), p_component_id: asked.params.component_id }, asked.body),
    ),
    handle(
      contract.deleteComponent,
      dependencies,
      (asked) =>
        run('bomstream_component_delete', { ...by(asked), p_component_id: asked.params.component_id }),
    ),

    handle(contract.whereUsed, dependencies, async (asked) => {
      const { p_orderable_key, p_manufacturer } = await partOf(asked.query);
      const { lines, next } = await database.call('bomstream_where_used', {
        ...by(asked),
        p_orderable_key,
        p_manufacturer,
        p_after: asked.query.after ?? null,
      }, UsesPage);
      return { lines, next: next && writeCursor(next) };
    }),

    handle(contract.listStock, dependencies, async (asked) => {
      const { rows, next } = await database.call('bomstream_own_stock_list', page(asked), StockPage);
      return { stock: rows, next: next && writeCursor(next) };
    }),
    handle(contract.writeStock, dependencies, async (asked) => {
      await loadSeries();
      const { rows, refused } = readStock(asked.body.stock);
      const args = { ...by(asked), ...listOf(asked.body), p_rows: rows };
      return { ...await database.call('bomstream_own_stock_write', args, Written), refused };
    }),
    handle(contract.deleteStock, dependencies, async (asked) => {
      const args = { ...by(asked), ...await whichOf(asked.query) };
      return database.call('bomstream_own_stock_delete', args, passedOn(contract.deleteStock.answer));
    }),
    handle(contract.listPrices, dependencies, async (asked) => {
      const { rows, next } = await database.call('bomstream_own_prices_list', page(asked), PricesPage);
      return { prices: rows, next: next && writeCursor(next) };
    }),
    handle(contract.writePrices, dependencies, async (asked) => {
      await loadSeries();
      const { rows, refused } = readPrices(asked.body.prices);
      const args = { ...by(asked), ...listOf(asked.body), p_rows: rows };
      return { ...await database.call('bomstream_own_prices_write', args, Written), refused };
    }),
    handle(contract.deletePrices, dependencies, async (asked) => {
      const args = { ...by(asked), ...await whichOf(asked.query), p_supplier: asked.query.supplier ?? null };
      return database.call('bomstream_own_prices_delete', args, passedOn(contract.deletePrices.answer));
    }),

    handle(
      contract.exportOrganization,
      dependencies,
      (asked) => exportOrganization(by(asked), asked.query.after ?? null, dependencies),
    ),
  ];
}
