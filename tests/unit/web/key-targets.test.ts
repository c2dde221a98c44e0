/** Whether a key belongs to the page or to what has the focus. */
import { expect, it } from 'vitest';
import { type Target, whoseKey } from '../../../web/src/ui/key-targets.ts';

/** An element that answers to these selectors, and stands inside of others that answer to those. */
const element = (is: readonly string[], within: readonly string[] = []): Target => {
  const fits = (of: readonly string[]) => (selector: string) =>
    selector.split(', ').some((each) => of.includes(each));
  return { matches: fits(is), closest: (selector) => fits([...is, ...within])(selector) || null };
};
const SEARCH = element(['input', 'input[type="search"]']);

it.each<[key: string, on: string, target: Target | null, whose: string]>([
  ['Enter', 'nothing', null, 'page'],
  ['Enter', 'the row of a line', element(['tr']), 'page'],
  ['Enter', 'Cancel', element(['button']), 'none'],
  [' ', 'Cancel', element(['button']), 'none'],
  ['Enter', 'the mark within a link', element(['svg'], ['a']), 'none'],
  ['Enter', 'an entry of a menu', element(['div', '[role="menuitem"]']), 'none'],
  ['j', 'a button', element(['button']), 'page'],
  ['Escape', 'a button', element(['button']), 'page'],
  ['j', 'a field', element(['input']), 'none'],
  ['Enter', 'a field', element(['input']), 'none'],
  ['Escape', 'a field with what somebody typed', element(['input']), 'leave'],
  ['Escape', 'a note', element(['textarea']), 'leave'],
  ['Escape', 'a field for finding', SEARCH, 'page'],
])('%j on %s', (key, _on, target, whose) => {
  expect(whoseKey(key, target)).toBe(whose);
});
