/** `bomstream links`: links with which somebody without an account reads a BOM. */
import type { Command } from 'commander';
import { confirm, isAsking } from '../ask.ts';
import { MAX_LINK_DAYS } from '../../shared/domain/limits.ts';
import { accessOf, BOM, describe, numberUpTo, outputOf } from '../command.ts';
import { Misuse } from '../exit-codes.ts';
import { say } from '../output.ts';

/** Long enough for an assembler to quote and build. */
const EXPIRES_IN_DAYS = 30;

export default function define(command: Command): void {
  describe(command, [
    ['bomstream links create BOM_ID --name "For the assembler"', 'make one and print it'],
    ['bomstream links list BOM_ID', 'until when each holds'],
    ['bomstream links revoke BOM_ID LINK_ID', 'end one'],
  ]);
  describe(
    command.command('list').description('Lists the read-only links that open a BOM, expired ones included.'),
    [['bomstream links list BOM_ID', 'until when each holds, and when it was last used']],
  ).argument(...BOM).action(async (bom_id: string, _options: unknown, command: Command) => {
    const { api } = await accessOf(command);
    const { links } = await api.call('GET /boms/:bom_id/links', { params: { bom_id } });
    await outputOf(command).list(links, {
      LINK: ({ link_id }) => link_id,
      EXPIRES: ({ expires_at }) => expires_at.slice(0, 10),
      USED: ({ last_used_at }) => last_used_at?.slice(0, 16).replace('T', ' ') ?? 'never',
      NAME: ({ name }) => name,
    }, 'There are no links.');
  });

  describe(
    command.command('create').description(
      'Makes a link with which anybody reads this one BOM. Standard output has the link and nothing else; it is shown this once.',
    ),
    [
      ['bomstream links create BOM_ID --name "For the assembler"', 'holds for 30 days'],
      ['bomstream links create BOM_ID --name Quote --days 7 > link', 'for a week, into a file'],
    ],
  )
    .argument(...BOM)
    .requiredOption('--name <name>', 'whom it is for')
    .option(
      '--days <number>',
      `how long it holds, at most ${MAX_LINK_DAYS}`,
      numberUpTo(MAX_LINK_DAYS),
      EXPIRES_IN_DAYS,
    )
    .action(
      async (
        bom_id: string,
        { name, days }: { readonly name: string; readonly days: number },
        command: Command,
      ) => {
        const { api } = await accessOf(command);
        const body = { name, expires_in_days: days };
        const made = await api.call('POST /boms/:bom_id/links', { params: { bom_id }, body });
        say(
          `It holds until ${
            made.expires_at.slice(0, 10)
          }, or until it is revoked. Its id is ${made.link_id}.`,
        );
        outputOf(command).value(made, () => made.link);
      },
    );

  describe(
    command.command('revoke').description('Revokes a link: whoever opens it is refused from then on.'),
    [
      ['bomstream links revoke BOM_ID LINK_ID', 'asks first'],
      ['bomstream links revoke BOM_ID LINK_ID --yes', 'does not, for scripts'],
    ],
  )
    .argument(...BOM)
    .argument('<link>', 'id of the link, as list says it')
    .option('--yes', 'do not ask')
    .action(
      async (bom_id: string, link_id: string, { yes }: { readonly yes?: true }, command: Command) => {
        if (!yes && !isAsking()) {
          throw new Misuse('Nobody is here to ask. Say --yes to revoke without a question.');
        }
        const { api } = await accessOf(command);
        const revoked = yes === true || await confirm('Revoke the link? Whoever has it is refused.');
        if (revoked) await api.call('DELETE /boms/:bom_id/links/:link_id', { params: { bom_id, link_id } });
        outputOf(command).value({ link_id, revoked }, () => `${link_id} ${revoked ? 'revoked' : 'kept'}`);
      },
    );
}
