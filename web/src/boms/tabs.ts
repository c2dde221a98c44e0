import type { Tab } from '../app/frame.tsx';

/** The pages of an organization. */
export const organizationTabs = (
  organizationId: string,
  shown: 'boms' | 'changes' | 'team' | 'settings',
): readonly Tab[] => [
  { href: `/organizations/${organizationId}`, text: 'BOMs', isShown: shown === 'boms' },
  { href: `/organizations/${organizationId}/changes`, text: 'Changes', isShown: shown === 'changes' },
  { href: `/organizations/${organizationId}/team`, text: 'Team', isShown: shown === 'team' },
  { href: `/organizations/${organizationId}/settings`, text: 'Settings', isShown: shown === 'settings' },
];
