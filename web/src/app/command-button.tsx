import { Suspense, useEffect, useState } from 'react';
import type { Organization } from '../lib/api.ts';
import { lazyPart } from '../lib/parts.ts';
import { Button, Loading } from '../ui/controls.tsx';
import type { Tab } from './frame.tsx';

const CommandMenu = lazyPart(() => import('./commands.tsx'));

const IS_APPLE = /Mac|iP(hone|ad)/.test(navigator.platform);

interface CommandButtonProps {
  readonly organization: Organization | undefined;
  readonly tabs: readonly Tab[];
}

/** Opens the command menu, as Ctrl K and Cmd K do, wherever one types. */
export function CommandButton({ organization, tabs }: CommandButtonProps) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      // a sheet lies over the page, and is answered first
      if (!document.querySelector('dialog[open]')) setOpen((was) => !was);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  useEffect(() => {
    if (!isOpen) return;
    // What is typed before the menu has come is not to be taken for keys of the page, such as `a` to approve.
    const hold = (event: KeyboardEvent) => {
      if (document.querySelector('.commands-field')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape') setOpen(false);
    };
    addEventListener('keydown', hold, true);
    return () => removeEventListener('keydown', hold, true);
  }, [isOpen]);
  return (
    <>
      <Button
        look='quiet'
        className='commands-button'
        aria-keyshortcuts={IS_APPLE ? 'Meta+K' : 'Control+K'}
        onClick={() => setOpen(true)}
      >
        Commands <kbd aria-hidden='true'>{IS_APPLE ? '⌘ K' : 'Ctrl K'}</kbd>
      </Button>
      {isOpen && (
        <Suspense
          fallback={
            <div className='commands-ground'>
              <div className='commands'>
                <Loading />
              </div>
            </div>
          }
        >
          <CommandMenu organization={organization} tabs={tabs} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
