/** Which release's database the functions need. */
import { z } from 'zod';
import { Refusal } from '../domain/refusal.ts';

/** A release that changes what the functions need of the database raises it, in its own migration and here. */
export const NEEDED_VERSION = '0.7.0';

/** What `bomstream_version` answers. */
export const DatabaseVersion = z.object({ version: z.string().regex(/^\d+\.\d+\.\d+$/) });

/** Whether a database of this version has all that functions which need that one do. */
export function isNewEnough(version: string, needed = NEEDED_VERSION): boolean {
  const [have, need] = [version, needed].map((text) => text.split('.').map(Number));
  const differing = need!.findIndex((part, i) => part !== have![i]);
  return differing < 0 || have![differing]! > need![differing]!;
}

/** The functions were deployed before their migration. Only a person can fix that, which takes at least a minute. */
export class DatabaseOutdated extends Refusal {
  constructor() {
    super(
      'unavailable',
      'database_outdated',
      `The database is older than the functions, which need version ${NEEDED_VERSION}. ` +
        'Run npx supabase db push, which brings it up to date.',
      { retryAfterSeconds: 60 },
    );
    this.name = 'DatabaseOutdated';
  }
}
