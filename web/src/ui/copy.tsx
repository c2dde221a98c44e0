/** Text that goes to the clipboard, and secrets that are shown once. */
import { useState } from 'react';
import { Button } from './controls.tsx';

interface CopyProps {
  /** Made when it is copied, where it changes as somebody types. */
  readonly text: string | (() => string);
  /** What it is, for those who hear the button alone: "Copy the link". */
  readonly label: string;
  readonly isOff?: boolean;
}

/** Give it the text as its key: what was copied is said of that text alone. */
export function Copy({ text, label, isOff = false }: CopyProps) {
  const [outcome, setOutcome] = useState('');
  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      setOutcome('Copied.');
    } catch {
      setOutcome('The browser did not let this page copy.');
    }
  }
  return (
    <>
      <Button aria-label={label} disabled={isOff} onClick={() => void copy()}>Copy</Button>
      <span role='status' className='quieter'>{outcome}</span>
    </>
  );
}

/** @param what it is: "link" */
export function ShownOnce({ what, text }: { what: string; text: string }) {
  return (
    <div className='once'>
      <p>
        <b>Copy the {what} now.</b> It is shown this once: nobody can read it again.
      </p>
      <p className='inline'>
        <input
          className='text mono'
          aria-label={`The ${what}`}
          readOnly
          value={text}
          onFocus={({ target }) => target.select()}
        />
        <Copy key={text} text={text} label={`Copy the ${what}`} />
      </p>
    </div>
  );
}
