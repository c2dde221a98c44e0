import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from 'react';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `go` is the one thing to do on a page, `quiet` stands without an outline. */
  readonly look?: 'go' | 'plain' | 'quiet' | 'danger' | 'link';
  /** The key that does the same. */
  readonly shortcut?: string;
}

/** Of a form's button, the second click of a double one sends nothing: what the first has sent may be done already, and would be made twice. */
const sendOnce = (event: MouseEvent) => event.detail > 1 && event.preventDefault();

export function Button({ look = 'plain', shortcut, className = '', children, ...rest }: ButtonProps) {
  const classes = look === 'quiet' || look === 'link' ? look : `button ${look === 'plain' ? '' : look}`;
  return (
    <button
      type='button'
      className={`${classes} ${className}`.trim()}
      {...(shortcut ? { 'aria-keyshortcuts': shortcut } : {})}
      {...(rest.type === 'submit' ? { onClick: sendOnce } : {})}
      {...rest}
    >
      {children}
      {shortcut && <kbd aria-hidden='true'>{shortcut}</kbd>}
    </button>
  );
}

export function Loading({ what = 'Loading …' }: { what?: string }) {
  return <p role='status' className='note blank'>{what}</p>;
}

/** What went wrong, each thing once. */
export function Errors({ of: errors }: { of: readonly (string | null | undefined)[] }) {
  return [...new Set(errors)].map((error) =>
    error && <p key={error} role='alert' className='error complaint'>{error}</p>
  );
}

/** A whole page that has one thing to say. */
export function Blank({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className='blank'>
      <h1>{title}</h1>
      {children}
    </section>
  );
}
