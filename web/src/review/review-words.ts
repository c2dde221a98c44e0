/** What somebody decided of a line, in words. */
import type { Change } from '../bom/change-words.ts';
import type { Review } from '../lib/api.ts';

const WORDS: Readonly<Record<Review['action'], string>> = {
  approve: 'approved',
  reject: 'rejected',
  nothing_to_buy: 'nothing to buy',
  keep_as_written: 'kept as written',
  choose: 'chosen',
  reset: 'nothing is decided any more',
  undo: 'as it was before',
};

export const reviewInWords = ({ action, choice }: Review): string =>
  choice ? `means ${choice.mpn} of ${choice.manufacturer}` : WORDS[action];

/** What becomes of a line by taking back what somebody else did to it. */
export const takenBackInWords = ({ action }: Pick<Change, 'action'>, who: string): string =>
  `“${action === 'edit' ? 'edited' : WORDS[action]}”, by ${who}, is taken back`;
