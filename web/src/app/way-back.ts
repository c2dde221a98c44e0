/** Where somebody was when they went to their mail: a link of Supabase Auth leads to the page's beginning. */

const KEY = 'bomstream:way-back';

interface Kept {
  readonly email: string;
  readonly place: string;
}

/** @param place its address behind `#`; the beginning is nothing to go back to */
export function keepWayBack(storage: Storage, { email, place }: Kept): void {
  if (place === '/') storage.removeItem(KEY);
  else storage.setItem(KEY, JSON.stringify({ email: email.trim().toLowerCase(), place }));
}

/** The place, once, for the person who left it and nobody else on the same computer. */
export function takeWayBack(storage: Storage, email: string | undefined): string | null {
  let kept: Partial<Kept> | null = null;
  try {
    kept = JSON.parse(storage.getItem(KEY) ?? 'null');
  } catch {
    // somebody else's text is no place
  }
  if (!kept || kept.email !== email?.toLowerCase() || typeof kept.place !== 'string') return null;
  storage.removeItem(KEY);
  return kept.place;
}
