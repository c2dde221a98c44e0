/** Which keys an element wants for itself, so that a page's own meaning of them waits. */

/** What tells of an element: of one in a document, and of a stand-in elsewhere. */
export interface Target {
  readonly matches: (selector: string) => boolean;
  readonly closest: (selector: string) => unknown;
}

/** Keys change it. */
const CHANGED = 'input, select, textarea, [contenteditable]';
/** It holds text that somebody typed, and would lose. What is only looked for is typed again in a moment. */
const TYPED =
  'input:not([type="search"]):not([type="radio"]):not([type="checkbox"]):not([type="range"]):not([type="file"]), textarea, [contenteditable]';
/** Enter and blank press it. */
const PRESSED =
  'a, button, summary, [role="button"], [role="option"], [role="menuitem"], [role="menuitemcheckbox"], [role="menuitemradio"], [role="tab"]';

/** `page`: the key is the page's. `leave`: it only ends typing. `none`: it is the element's own. */
export function whoseKey(key: string, target: Target | null): 'page' | 'leave' | 'none' {
  if (!target) return 'page';
  if (key === 'Escape') return target.matches(TYPED) ? 'leave' : 'page';
  if (target.matches(CHANGED)) return 'none';
  const isPress = key === 'Enter' || key === ' ';
  return isPress && target.closest(PRESSED) ? 'none' : 'page';
}
