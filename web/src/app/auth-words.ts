import { type AuthError, isAuthRetryableFetchError } from '@supabase/supabase-js';

/** Why Supabase Auth refuses. A proxy that stands in for it answers with a page, and supabase-js with what it found wrong in it. */
export function authSentence(error: AuthError): string {
  const isAway = isAuthRetryableFetchError(error) || (error.status ?? 500) >= 500;
  return isAway
    ? 'Sign-in is not available right now. Try again in a moment.'
    : `${error.message.replace(/\.$/, '')}.`;
}
