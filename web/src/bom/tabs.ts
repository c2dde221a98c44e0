import type { Tab } from '../app/frame.tsx';

export type BomTab = 'lines' | 'cost' | 'compare' | 'history';

/** The pages of one BOM. */
export const bomTabs = (bomId: string, shown: BomTab): readonly Tab[] => [
  { href: `/boms/${bomId}`, text: 'Lines', isShown: shown === 'lines' },
  { href: `/boms/${bomId}/cost`, text: 'Cost', isShown: shown === 'cost' },
  { href: `/boms/${bomId}/compare`, text: 'Compare', isShown: shown === 'compare' },
  { href: `/boms/${bomId}/history`, text: 'History', isShown: shown === 'history' },
];
