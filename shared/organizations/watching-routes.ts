/** HTTP surface of what runs found: changes, and the webhooks that are told of them. */
import { base64url } from 'jose';
import { z } from 'zod';
import { writeCursor } from '../api/cursor.ts';
import * as contract from '../api/watching.ts';
import { handle, passedOn, Reply } from '../http/handle.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Route } from '../http/router.ts';
import { errorName } from '../log.ts';
import { type AddressRules, refusalOf } from '../webhooks/address.ts';
import type { OrganizationDependencies } from './routes.ts';

/** Twice what nobody can guess. */
const SECRET_BYTES = 32;

/** For what DNS takes to answer, or not to. */
const RESOLVE_TIMEOUT_MS = 3_000;

const ChangesPage = z.object({
  changes: passedOn(contract.listRunChanges.answer.shape.changes),
  next: z.tuple([z.int(), z.int()]).nullable(),
});

const DeliveriesPage = z.object({
  deliveries: passedOn(contract.listDeliveries.answer.shape.deliveries),
  next: z.tuple([z.int(), z.string()]).nullable(),
});

const Done = z.literal(true);

export interface WatchingDependencies extends OrganizationDependencies {
  readonly addresses: AddressRules;
}

export function createWatchingRoutes(dependencies: WatchingDependencies): Route[] {
  const { database, addresses, log } = dependencies;
  /** Of a webhook that the caller names, with whose call it is. */
  const of = (
    { user, params }: {
      readonly user: { readonly id: string };
      readonly params: { readonly organization_id: string; readonly webhook_id: string };
    },
  ) => ({
    p_user_id: user.id,
    p_organization_id: params.organization_id,
    p_webhook_id: params.webhook_id,
  });
  const list = (
    { user, params }: {
      readonly user: { readonly id: string };
      readonly params: { readonly organization_id: string };
    },
  ) =>
    database.call(
      'bomstream_webhook_list',
      { p_user_id: user.id, p_organization_id: params.organization_id },
      passedOn(contract.listWebhooks.answer),
    );
  const requireAddress = async (url: string) => {
    let refusal: string | null;
    try {
      refusal = await refusalOf(url, addresses, AbortSignal.timeout(RESOLVE_TIMEOUT_MS));
    } catch (error) {
      log('address_not_resolved', { error: errorName(error) });
      refusal = 'could not be looked up. Check it, or try again in a moment.';
    }
    if (refusal) throw new Refusal('invalid', 'address_refused', `The address ${refusal}`);
  };

  return [
    handle(contract.listRunChanges, dependencies, async ({ user, params, query }) => {
      const { changes, next } = await database.call('bomstream_organization_changes', {
        p_user_id: user.id,
        p_organization_id: params.organization_id,
        p_bom_id: query.bom_id ?? null,
        p_kind: query.kind ?? null,
        p_since: query.since ?? null,
        p_after: query.after ?? null,
        p_limit: query.limit ?? contract.MAX_CHANGES_OF_A_PAGE,
      }, ChangesPage);
      return { changes, next: next && writeCursor(next) };
    }),

    handle(contract.listWebhooks, dependencies, (asked) => list(asked)),
    handle(contract.createWebhook, dependencies, async (asked) => {
      // Who may not create one learns nothing of where a name leads.
      await list(asked);
      await requireAddress(asked.body.url);
      const secret = `whsec_${base64url.encode(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)))}`;
      const created = await database.call('bomstream_webhook_create', {
        p_user_id: asked.user.id,
        p_organization_id: asked.params.organization_id,
        p_url: asked.body.url,
        p_events: asked.body.events,
        p_secret: secret,
      }, passedOn(contract.Webhook));
      return new Reply({ ...created, secret }, { headers: { 'cache-control': 'no-store' } });
    }),
    handle(contract.changeWebhook, dependencies, async (asked) => {
      await list(asked);
      if (asked.body.url !== undefined) await requireAddress(asked.body.url);
      return await database.call(
        'bomstream_webhook_change',
        { ...of(asked), p_changes: asked.body },
        passedOn(contract.Webhook),
      );
    }),
    handle(contract.deleteWebhook, dependencies, async (asked) => {
      await database.call('bomstream_webhook_delete', of(asked), Done);
      return null;
    }),
    handle(
      contract.testWebhook,
      dependencies,
      (asked) => database.call('bomstream_webhook_test', of(asked), passedOn(contract.testWebhook.answer)),
    ),
    handle(contract.listDeliveries, dependencies, async (asked) => {
      const { deliveries, next } = await database.call('bomstream_webhook_deliveries', {
        ...of(asked),
        p_after: asked.query.after ?? null,
        p_limit: asked.query.limit ?? contract.MAX_DELIVERIES_OF_A_PAGE,
      }, DeliveriesPage);
      return { deliveries, next: next && writeCursor(next) };
    }),
  ];
}
