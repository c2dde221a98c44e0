import type { Answer } from '../../../client/client.ts';

export type Change = Answer<'GET /boms/:bom_id/changes'>['changes'][number];

const ACTIONS: Readonly<Record<Change['action'], string>> = {
  edit: 'was edited',
  approve: 'was approved',
  choose: 'was given another part',
  keep_as_written: 'was kept as written',
  nothing_to_buy: 'was set to nothing to buy',
  reject: 'was rejected',
  reset: 'was set back',
  undo: 'was set back to what it was before',
};

/** As the form calls those that have another name in the contract. */
const NAMES: Readonly<Record<string, string>> = { mpn: 'part number', do_not_place: 'not fitted' };

/** What somebody did to a line, behind its name: `was edited: quantity 2 → 4`. */
export function changeInWords(
  { action, before, after }: Pick<Change, 'action' | 'before' | 'after'>,
): string {
  if (action === 'choose' && after?.mpn) return `${ACTIONS.choose}, ${String(after.mpn)}`;
  if (action !== 'edit' || !after) return ACTIONS[action];
  const fields = Object.keys(after).map((name) =>
    `${NAMES[name] ?? name.replaceAll('_', ' ')} ${said(before?.[name])} → ${said(after[name])}`
  );
  return `${ACTIONS.edit}: ${fields.join('; ')}`;
}

/** Longer ones are read on the line itself. */
const MOST_CHARS = 60;

function said(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = Array.isArray(value) ? value.map(numberOf).join(', ') || 'nothing' : String(value);
  return text.length > MOST_CHARS ? `${text.slice(0, MOST_CHARS)} …` : text;
}

/** Of an alternate, or of a supplier's number. */
const numberOf = (entry: { readonly mpn?: string; readonly number?: string }): string =>
  entry.mpn ?? entry.number ?? '';
