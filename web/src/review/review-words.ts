/** What somebody decided of a line, in words. */
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
