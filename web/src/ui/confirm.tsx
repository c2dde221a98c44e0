/** For what nobody can take back: it says what is lost, and asks once. What can be brought back waits for an undo instead. */
import { type ReactNode, useState } from 'react';
import { Button } from './controls.tsx';
import { Sheet } from './sheet.tsx';

interface ConfirmProps {
  /** On the button: "Revoke". */
  readonly text: string;
  /** The same, of what: "Revoke Nightly build". */
  readonly title: string;
  /** What is lost, in sentences. */
  readonly children: ReactNode;
  readonly isBusy?: boolean;
  readonly onConfirm: () => void;
}

export function Confirm({ text, title, children, isBusy = false, onConfirm }: ConfirmProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button look='quiet' aria-label={title} disabled={isBusy} onClick={() => setAsking(true)}>
        {text}
      </Button>
      {isAsking && (
        <Sheet title={`${title}?`} onClose={() => setAsking(false)}>
          <p>{children}</p>
          <p className='inline'>
            <Button
              look='danger'
              onClick={() => {
                setAsking(false);
                onConfirm();
              }}
            >
              {text}
            </Button>
            <Button onClick={() => setAsking(false)}>Keep</Button>
          </p>
        </Sheet>
      )}
    </>
  );
}
