/** Which keys an element wants for itself, so that a page's own meaning of them waits. */

/** What tells of an element: `matches` of one in a document, and of a stand-in elsewhere. */
export interface Target {
  readonly matches: (selector: string) => boolean;
  readonly closest: (selector: string) => unknown;
}

const TYPED = 'input, select, textarea, [contenteditable]';
/** Escape empties it or means the page; what is typed there is not lost work. */
const SEARCH = 'input[type="search"]';
/** Enter and blank press it. */
const PRESSED =
  'a, button, summary, [role="button"], [role="option"], [role="menuitem"], [role="menuitemcheckbox"], [role="menuitemradio"], [role="tab"]';

/** `page`: the key is the page's. `leave`: it only ends typing. `none`: it is the element's own. */
export function whoseKey(key: string, target: Target | null): 'page' | 'leave' | 'none' {
  if (target?.matches(TYPED)) {
    if (key !== 'Escape') return 'none';
    return target.matches(SEARCH) ? 'page' : 'leave';
  }
  const isPress = key === 'Enter' || key === ' ';
  return isPress && target?.closest(PRESSED) ? 'none' : 'page';
}
