import type { Tab } from '../app/frame.tsx';

/** The pages of one BOM. */
export const bomTabs = (bomId: string, shown: 'lines'): readonly Tab[] => [
  { href: `/boms/${bomId}`, text: 'Lines', isShown: shown === 'lines' },
];
