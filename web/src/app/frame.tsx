/** What surrounds every page: where one is, whether what is shown is live, and who one is. */
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Organization } from '../lib/api.ts';
import { lazyPart } from '../lib/parts.ts';
import { useSigned } from '../lib/session.ts';
import { count } from '../lib/words.ts';
import { Blank, Button } from '../ui/controls.tsx';
import { Mark } from '../ui/marks.tsx';
import { switchTheme } from '../ui/theme.ts';
import { useKeys } from '../ui/use-keys.ts';
import { CommandButton } from './command-button.tsx';
import { KeysSheet } from './keys-sheet.tsx';

const AccountMenu = lazyPart(() => import('./account-menu.tsx'));

export interface Tab {
  readonly href: string;
  readonly text: string;
  /** What else it has, by which somebody may look for it. */
  readonly has?: string;
  readonly count?: number;
  readonly isShown?: boolean;
}

interface FrameProps {
  readonly organization?: Organization | undefined;
  /** Of the browser's tab, where the page says no more by itself. */
  readonly title?: string | undefined;
  /** Further names on the way to this page, each with its address. */
  readonly trail?: readonly { readonly text: string; readonly href: string }[];
  readonly tabs?: readonly Tab[];
  /** Whether it is live; see Connection. */
  readonly connection?: ReactNode;
  /** A sandbox made up prices and stock; `some`: beside others, which it did not. */
  readonly isMadeUp?: boolean | 'some';
  /** What holds of all that is shown. */
  readonly notice?: ReactNode;
  /** Fills the window, and scrolls inside. */
  readonly isFixed?: boolean;
  /** Another frame takes its place in a moment: a menu that was opened here would be gone with what was typed into it. */
  readonly isPassing?: boolean;
  readonly children: ReactNode;
}

export function Frame(
  { organization, title, trail = [], tabs = [], connection, isMadeUp, notice, isFixed, isPassing, children }:
    FrameProps,
) {
  const [areKeysShown, showKeys] = useState(false);
  useKeys({ '?': () => showKeys(true) });
  useEffect(() => {
    if (title === undefined) return;
    document.title = title;
    return () => void (document.title = 'bomstream');
  }, [title]);
  return (
    <div className={isFixed ? 'frame fixed' : 'frame'}>
      {isMadeUp && (
        <aside className='made-up' aria-label='About the data'>
          <b>{isMadeUp === 'some' ? 'Some prices and stock are made up' : 'Prices and stock are made up'}</b>
          <span>So are lifecycles and order codes: a supplier’s sandbox says them.</span>
        </aside>
      )}
      {notice}
      <header className='top'>
        <Link className='brand' href='/' aria-label='bomstream, all BOMs'>
          <Mark of='brand' />
          <span>bomstream</span>
        </Link>
        {organization && (
          <nav className='trail' aria-label='Where you are'>
            <Link href={`/organizations/${organization.organization_id}`}>{organization.name}</Link>
            {trail.map(({ text, href }) => <Link key={href} href={href}>{text}</Link>)}
          </nav>
        )}
        {tabs.length > 0 && (
          <nav className='tabs' aria-label='Pages'>
            {tabs.map(({ href, text, count: n, isShown }) => (
              <Link key={href} href={href} {...(isShown ? { 'aria-current': 'page' as const } : {})}>
                {text}
                {n !== undefined && n > 0 && <small>{count(n)}</small>}
              </Link>
            ))}
          </nav>
        )}
        <span className='grow' />
        {connection}
        {!isPassing && <CommandButton organization={organization} tabs={tabs} />}
        <Button look='quiet' aria-label='Light or dark' onClick={switchTheme}>
          <Mark of='theme' />
        </Button>
        <Suspense fallback={<span className='me' />}>
          <AccountMenu shown={organization} />
        </Suspense>
      </header>
      <main>{children}</main>
      {areKeysShown && <KeysSheet onClose={() => showKeys(false)} />}
    </div>
  );
}

export function NoSuchPage() {
  const { organizations } = useSigned();
  return (
    <Frame organization={organizations[0]}>
      <Blank title='Not found'>
        <p>There is nothing at this address. It may have been deleted, or it belongs to others.</p>
        <p>
          <Link href='/'>Your bills of materials</Link>
        </p>
      </Blank>
    </Frame>
  );
}
