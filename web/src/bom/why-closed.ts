import type { BomSummary, Organization } from '../lib/api.ts';
import { may } from '../lib/session.ts';
import type { Loss } from './use-loss.ts';
import type { whoIs } from './use-who.ts';

interface Closing {
  readonly release: BomSummary['release'];
  readonly organization: Organization | undefined;
  readonly loss: Loss | null;
  readonly userId: string;
  readonly who: (doer: Parameters<typeof whoIs>[1]) => string;
}

const LOST = {
  deleted: () => 'The BOM was deleted.',
  closed: ({ organization }: Loss) => `You are no longer a member of ${organization}, or it was deleted.`,
  unknown: () => 'The BOM was deleted, or you are no longer a member of its organization.',
};

/** Why nothing of a BOM's lines can be changed any more, for a form that was open before; null where it can. */
export function whyClosed({ release, organization, loss, userId, who }: Closing): string | null {
  const nothing = 'What you typed here cannot be saved.';
  if (loss) return `${LOST[loss.what ?? 'unknown'](loss)} ${nothing}`;
  if (release) {
    const { released_by, key_id } = release;
    const name = released_by === userId ? 'You have' : `${who({ user_id: released_by, key_id })} has`;
    return `${name} released the BOM: its lines do not change any more. ${nothing}`;
  }
  return may(organization, 'editor') ? null : `You can only read here now. ${nothing}`;
}
