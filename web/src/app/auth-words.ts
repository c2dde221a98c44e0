import { type AuthError, isAuthRetryableFetchError } from '@supabase/supabase-js';
import type { PageConfig } from '../lib/config.ts';

/** Why Supabase Auth refuses. A proxy that stands in for it answers with a page, and supabase-js with what it found wrong in it. */
export function authSentence(error: AuthError): string {
  if (error.code === 'user_already_exists') {
    return 'This address has an account already. Sign in instead, or reset its password.';
  }
  const isAway = isAuthRetryableFetchError(error) || (error.status ?? 500) >= 500;
  return isAway
    ? 'Sign-in is not available right now. Try again in a moment.'
    : `${error.message.replace(/\.$/, '')}.`;
}

/** What Supabase Auth asks for unless its operator has it ask for more, which it tells nobody beforehand. */
const SHORTEST_PASSWORD = 6;

export const shortestPassword = ({ shortestPassword = SHORTEST_PASSWORD }: PageConfig): string =>
  `At least ${shortestPassword} characters`;
