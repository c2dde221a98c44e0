/** Whether a key belongs to the page or to what has the focus. */
import { expect, it } from 'vitest';
import { type Target, whoseKey } from '../../../web/src/ui/key-targets.ts';

interface Stand {
  readonly tag: string;
  readonly type?: string;
  readonly role?: string;
}

/** As a browser matches selectors of a tag, a type and a role. */
const fits = ({ tag, type, role }: Stand, selectors: string): boolean =>
  selectors.split(', ').some((selector) => {
    const [, of = '', rest = ''] = /^(\w*)(.*)$/.exec(selector)!;
    const not = [...rest.matchAll(/:not\(\[type="(\w+)"\]\)/g)].map(([, name]) => name);
    const is = /^\[(?:role="(\w+)"|\w+)\]$/.exec(rest);
    return (of === '' || of === tag) && !not.includes(type) &&
      (!is || (is[1] !== undefined && is[1] === role));
  });
const element = (is: Stand, within?: Stand): Target => ({
  matches: (selectors) => fits(is, selectors),
  closest: (selectors) => [is, ...within ? [within] : []].some((each) => fits(each, selectors)) || null,
});
const BUTTON = element({ tag: 'button' });

it.each<[key: string, on: string, target: Target | null, whose: string]>([
  ['Enter', 'nothing', null, 'page'],
  ['Enter', 'the row of a line', element({ tag: 'tr' }), 'page'],
  ['Enter', 'Cancel', BUTTON, 'none'],
  [' ', 'Cancel', BUTTON, 'none'],
  ['Enter', 'the mark within a link', element({ tag: 'svg' }, { tag: 'a' }), 'none'],
  ['Enter', 'an entry of a menu', element({ tag: 'div', role: 'menuitem' }), 'none'],
  ['j', 'a button', BUTTON, 'page'],
  ['Escape', 'a button', BUTTON, 'page'],
  ['j', 'a field', element({ tag: 'input', type: 'text' }), 'none'],
  ['Enter', 'a field', element({ tag: 'input', type: 'text' }), 'none'],
  ['1', 'an option', element({ tag: 'input', type: 'radio' }), 'none'],
  ['Escape', 'a field with what somebody typed', element({ tag: 'input', type: 'text' }), 'leave'],
  ['Escape', 'a note', element({ tag: 'textarea' }), 'leave'],
  ['Escape', 'a field for finding', element({ tag: 'input', type: 'search' }), 'page'],
  ['Escape', 'an option', element({ tag: 'input', type: 'radio' }), 'page'],
])('%j on %s', (key, _on, target, whose) => {
  expect(whoseKey(key, target)).toBe(whose);
});
