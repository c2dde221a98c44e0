import type { Tab } from '../app/frame.tsx';

export type BomTab = 'lines' | 'questions' | 'cost' | 'compare' | 'history';

/** The pages of one BOM. */
export const bomTabs = (bomId: string, shown: BomTab, questions?: number): readonly Tab[] => [
  { href: `/boms/${bomId}`, text: 'Lines', isShown: shown === 'lines' },
  {
    href: `/boms/${bomId}/questions`,
    text: 'Questions',
    isShown: shown === 'questions',
    ...(questions === undefined ? {} : { count: questions }),
  },
  { href: `/boms/${bomId}/cost`, text: 'Cost', isShown: shown === 'cost' },
  { href: `/boms/${bomId}/compare`, text: 'Compare', isShown: shown === 'compare' },
  { href: `/boms/${bomId}/history`, text: 'History', isShown: shown === 'history' },
];
