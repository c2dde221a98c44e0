/** `bomstream status`: how far a BOM is, or who is signed in and what is going on. */
import type { Command } from 'commander';
import type { Answer } from '../../client/client.ts';
import { titleOf } from '../../shared/bom/title.ts';
import { waitInWords } from '../../shared/domain/wait.ts';
import { accessOf, describe, outputOf } from '../command.ts';
import type { Access } from '../connect.ts';
import { oneLine, table } from '../output.ts';
import { countsOf } from '../terminal.ts';

export default function define(command: Command): void {
  describe(command, [
    ['bomstream status', 'who you are, where, and which runs are going on'],
    ['bomstream status BOM_ID', 'how far a BOM is'],
  ])
    .argument('[bom]', 'id of the BOM')
    .action(async (bomId: string | undefined, _options: unknown, command: Command) => {
      const access = await accessOf(command);
      const output = outputOf(command);
      if (bomId !== undefined) {
        const bom = await access.api.call('GET /boms/:bom_id', { params: { bom_id: bomId } });
        return output.value(bom, () => inWords(bom));
      }
      const found = await access.api.call('GET /boms', { query: { status: 'active' } });
      const { key_name, organizations, boms: active } = found;
      output.value(
        { url: access.url, user: access.who, key_name, organizations, active },
        () => overview(access, found),
      );
    });
}

/** Who it is, where, of which organizations, and what is going on there. */
export function overview(
  { who, url }: Pick<Access, 'who' | 'url'>,
  { key_name, organizations, boms: active }: Answer<'GET /boms'>,
): string {
  return [
    `${key_name ? `${who}, ${oneLine(key_name)},` : who} at ${url}`,
    ...organizations.length === 0 ? ['  of no organization yet'] : [],
    ...organizations.map(({ name, role, organization_id }) =>
      `  ${role} of ${oneLine(name)} (${organization_id})`
    ),
    active.length === 0 ? 'No run is going on.' : `\n${
      table(
        ['BOM', 'STATUS', 'DONE', 'NAME'],
        active.map(({ bom_id, status, latest_run, name }) => [
          bom_id,
          status ?? '',
          `${latest_run?.state.percent_complete.toFixed(1) ?? 0} %`,
          oneLine(titleOf(name)),
        ]),
      ).trimEnd()
    }`,
  ].join('\n');
}

export function inWords(
  { name, line_count, status, schedule_due_at, latest_run, release }: Answer<'GET /boms/:bom_id'>,
): string {
  const rows: [string, string | number][] = [
    ['BOM', oneLine(name)],
    ['lines', line_count],
    ...schedule_due_at === null ? [] : [['next run', dayAndTime(schedule_due_at)] as [string, string]],
    ...(release ? [['released', releaseInWords(release)] as [string, string]] : []),
  ];
  if (!latest_run) return words([...rows, ['status', 'not enriched yet']]);
  const { run, state } = latest_run;
  return words([
    ...rows,
    ['status', state.waiting_for ? waitInWords(state.waiting_for) : status!],
    ['run', run],
    ['done', `${state.percent_complete.toFixed(1)} %`],
    ...countsOf(state, line_count),
    ['pending', state.pending_items],
  ]);
}

/** With the day of the week, since what is refreshed weekly is so on Mondays: `Monday, 2026-11-30 02:14 UTC` */
const dayAndTime = (moment: string) =>
  `${new Date(moment).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' })}, ${
    moment.slice(0, 16).replace('T', ' ')
  } UTC`;

type Release = NonNullable<Answer<'GET /boms/:bom_id'>['release']>;

/** "Rev C, for 25 boards, 2026-11-27" */
const releaseInWords = ({ name, boards, released_at }: Release): string =>
  [
    ...(name ? [oneLine(name)] : []),
    ...(boards ? [`for ${boards} ${boards === 1 ? 'board' : 'boards'}`] : []),
    released_at.slice(0, 10),
  ].join(', ');

const words = (rows: readonly (readonly [string, string | number])[]) =>
  rows.map(([name, value]) => `  ${name.padEnd(10)} ${value}`).join('\n');
