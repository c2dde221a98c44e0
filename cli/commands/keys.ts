/** `bomstream keys`: keys with which programs act for an organization. */
import type { Command } from 'commander';
import { MAX_KEY_DAYS } from '../../shared/domain/limits.ts';
import { confirm, isAsking } from '../ask.ts';
import type { Api } from '../api-client.ts';
import { accessOf, describe, numberUpTo, oneOf, outputOf } from '../command.ts';
import { Misuse } from '../exit-codes.ts';
import { say } from '../output.ts';

/** What an admin may do needs a person. */
const KEY_ROLES = ['viewer', 'editor'] as const;
/** A build that nobody looks at for longer is one that nobody needs. */
const EXPIRES_IN_DAYS = 90;

interface Of {
  readonly organization?: string;
}
interface Made extends Of {
  readonly name: string;
  readonly role: (typeof KEY_ROLES)[number];
  readonly days: number;
}

export default function define(command: Command): void {
  describe(command, [
    ['bomstream keys create --name "Nightly build"', 'make one and print it'],
    ['bomstream keys list', 'who made each, and when it was last used'],
    ['bomstream keys revoke KEY_ID', 'end one'],
  ]);
  const ofOrganization = [
    '--organization <id>',
    'of this one, instead of the first in which you are an admin',
  ] as const;

  describe(
    command.command('list').description('Lists the keys of the organization, expired ones included.'),
    [
      ['bomstream keys list', 'who made each, and when it was last used'],
    ],
  ).option(...ofOrganization).action(async ({ organization }: Of, command: Command) => {
    const { api } = await accessOf(command);
    const params = { organization_id: await administered(api, organization) };
    const { keys } = await api.call('GET /organizations/:organization_id/keys', { params });
    await outputOf(command).list(keys, {
      KEY: ({ key_id }) => key_id,
      ROLE: ({ role }) => role,
      EXPIRES: ({ expires_at }) => expires_at.slice(0, 10),
      USED: ({ last_used_at }) => last_used_at?.slice(0, 16).replace('T', ' ') ?? 'never',
      'MADE BY': ({ created_by_email }) => created_by_email ?? 'nobody who is still here',
      NAME: ({ name }) => name,
    }, 'There are no keys.');
  });

  describe(
    command.command('create').description(
      'Makes a key. Standard output has the key and nothing else; it is shown this once.',
    ),
    [
      ['bomstream keys create --name "Nightly build" > key', 'a file for BOMSTREAM_TOKEN_FILE'],
      ['bomstream keys create --name Reports --role viewer --days 365', 'one that reads, for a year'],
    ],
  )
    .requiredOption('--name <name>', 'what it is for')
    .addOption(oneOf('--role <role>', 'what it may do', KEY_ROLES).default('editor'))
    .option(
      '--days <number>',
      `how long it holds, at most ${MAX_KEY_DAYS}`,
      numberUpTo(MAX_KEY_DAYS),
      EXPIRES_IN_DAYS,
    )
    .option(...ofOrganization)
    .action(async ({ name, role, days, organization }: Made, command: Command) => {
      const { api } = await accessOf(command);
      const made = await api.call('POST /organizations/:organization_id/keys', {
        params: { organization_id: await administered(api, organization) },
        body: { name, role, expires_in_days: days },
      });
      say(
        `It holds until ${
          made.expires_at.slice(0, 10)
        }; programs find it in BOMSTREAM_KEY. Its id is ${made.key_id}.`,
      );
      outputOf(command).value(made, () => made.key);
    });

  describe(
    command.command('revoke').description('Revokes a key: whatever uses it is refused from then on.'),
    [
      ['bomstream keys revoke KEY_ID', 'asks first'],
      ['bomstream keys revoke KEY_ID --yes', 'does not, for scripts'],
    ],
  )
    .argument('<key>', 'id of the key, as list says it')
    .option('--yes', 'do not ask')
    .option(...ofOrganization)
    .action(
      async (key_id: string, { organization, yes }: Of & { readonly yes?: boolean }, command: Command) => {
        if (!yes && !isAsking()) {
          throw new Misuse('Nobody is here to ask. Say --yes to revoke without a question.');
        }
        const { api } = await accessOf(command);
        const params = { organization_id: await administered(api, organization), key_id };
        const revoked = yes === true || await confirm('Revoke the key? Programs that use it are refused.');
        if (revoked) await api.call('DELETE /organizations/:organization_id/keys/:key_id', { params });
        outputOf(command).value({ key_id, revoked }, () => `${key_id} ${revoked ? 'revoked' : 'kept'}`);
      },
    );
}

/** @throws Error where the user is an admin of none */
async function administered(api: Api, named: string | undefined): Promise<string> {
  if (named !== undefined) return named;
  const { organizations } = await api.call('GET /boms', { query: { limit: '1' } });
  const found = organizations.find(({ role }) => role === 'admin');
  if (!found) throw new Error('You are an admin of no organization, and only admins make keys.');
  return found.organization_id;
}
