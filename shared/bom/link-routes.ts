/** HTTP surface of read-only links: made, listed and revoked by those who may edit the BOM. */
import { z } from 'zod';
import * as contract from '../api/keys.ts';
import type { Database } from '../database/port.ts';
import type { Authenticate } from '../http/auth.ts';
import { handle, passedOn, Reply } from '../http/handle.ts';
import type { Route } from '../http/router.ts';
import { newSecret } from '../http/secrets.ts';

export interface LinkDependencies {
  readonly database: Database;
  readonly authenticate: Authenticate;
}

export function createLinkRoutes(dependencies: LinkDependencies): Route[] {
  const { database } = dependencies;
  return [
    handle(contract.listLinks, dependencies, ({ user, params }) =>
      database.call(
        'bomstream_link_list',
        { p_user_id: user.id, p_bom_id: params.bom_id },
        passedOn(contract.listLinks.answer),
      )),
    handle(contract.createLink, dependencies, async ({ user, params, body }) => {
      const { id, token, hash } = await newSecret('link');
      const link = await database.call('bomstream_link_create', {
        p_user_id: user.id,
        p_bom_id: params.bom_id,
        p_link_id: id,
        p_token_hash: hash,
        p_name: body.name,
        p_days: body.expires_in_days,
      }, passedOn(contract.createLink.answer.omit({ link: true })));
      return new Reply({ ...link, link: token }, { headers: { 'cache-control': 'no-store' } });
    }),
    handle(contract.revokeLink, dependencies, async ({ user, params }) => {
      await database.call('bomstream_link_revoke', {
        p_user_id: user.id,
        p_bom_id: params.bom_id,
        p_link_id: params.link_id,
      }, z.literal(true));
      return null;
    }),
  ];
}
