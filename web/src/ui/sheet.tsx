import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './controls.tsx';
import { useHold } from './held.ts';
import { Mark } from './marks.tsx';

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Lies over the page, which waits: the browser keeps the focus inside, and gives it back. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useHold();
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    current?.querySelector('input')?.focus();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className='sheet'
      aria-labelledby={id}
      // Told later: what strict mode closed and opened again stays.
      onClose={({ currentTarget }) => currentTarget.open || onClose()}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <Button look='quiet' aria-label='Close' onClick={onClose}>
          <Mark of='close' />
        </Button>
      </header>
      <div>{children}</div>
    </dialog>
  );
}
