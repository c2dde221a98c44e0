import type { Tab } from '../app/frame.tsx';
import { withBoards } from '../lib/address.ts';

export type BomTab = 'lines' | 'questions' | 'cost' | 'compare' | 'history';

export const TAB_WORDS: Readonly<Record<BomTab, string>> = {
  lines: 'Lines',
  questions: 'Questions',
  cost: 'Cost',
  compare: 'Compare',
  history: 'History',
};

/** What somebody may look for who does not know on which page it stands. */
const HAS: Partial<Readonly<Record<BomTab, string>>> = {
  cost: 'order lists, prices',
  history: 'runs, decisions',
};

/** The pages of one BOM. */
export const bomTabs = (bomId: string, shown: BomTab, questions?: number): readonly Tab[] =>
  (Object.keys(TAB_WORDS) as BomTab[]).map((tab) => ({
    href: withBoards(tab === 'lines' ? `/boms/${bomId}` : `/boms/${bomId}/${tab}`),
    text: TAB_WORDS[tab],
    ...(HAS[tab] ? { has: HAS[tab] } : {}),
    isShown: tab === shown,
    ...(tab === 'questions' && questions !== undefined ? { count: questions } : {}),
  }));
