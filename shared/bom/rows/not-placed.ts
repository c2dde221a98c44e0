/** Whether a line as a whole says that its part is not placed. */
import type { Draft } from './draft.ts';
import type { Marked } from './marks.ts';
import { isNotPlacedWord, saysNotPlaced } from './placing.ts';
import type { ReadQuantity } from './quantities.ts';

/** What its cells, its sign, the remark on its quantity or the title above it say of that, and where that stands. */
export function notPlaced({ said, emptySection, mark }: Draft, { remark }: ReadQuantity) {
  if (said.placing.isNotPlaced) return said.placing;
  if (mark !== null && leavesAllEmpty(mark)) return { isNotPlaced: true, where: null };
  if (remark !== null && (isNotPlacedWord(remark) || saysNotPlaced(remark))) {
    return { isNotPlaced: true, where: null };
  }
  return { isNotPlaced: emptySection !== null, where: emptySection === null ? null : 'section' };
}

/** Whether a sign leaves all places of its line empty, and on each board. */
export const leavesAllEmpty = ({ isOfSome, condition, isRemark }: Marked) =>
  !isRemark && !isOfSome && condition !== 'some';
