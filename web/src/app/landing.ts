/** What a link in a mail of Supabase Auth says behind `#`: it leads to the page, which has its own addresses there. */

/**
 * - `password`: signed in by the link, to choose a password: a forgotten one, or the first of somebody who was invited
 * - `refused`: the link opens nothing; `detail` says why
 */
export type Landing =
  | { readonly type: 'password' }
  | { readonly type: 'refused'; readonly detail: string };

/** @param hash of the address, as the page is opened: the client of Supabase takes the session out of it */
export function landingOf(hash: string): Landing | null {
  const said = new URLSearchParams(hash.replace(/^#\/?/, ''));
  const refused = said.get('error_description');
  if (refused !== null && said.has('error')) return { type: 'refused', detail: `${refused}.` };
  const isPassword = said.has('access_token') && ['recovery', 'invite'].includes(said.get('type') ?? '');
  return isPassword ? { type: 'password' } : null;
}
