import { type ReactNode, useRef } from 'react';
import { Button, Errors } from '../ui/controls.tsx';
import { Copy } from '../ui/copy.tsx';

interface FormEndProps {
  /** Why nothing can be saved any more; null while it can. */
  readonly closed: string | null;
  /** Why it was not saved. */
  readonly error: string | null;
  /** What is worth copying; without it all fields as they are. */
  readonly typed?: () => string;
  readonly onClose: () => void;
  /** What saves it. */
  readonly children: ReactNode;
}

/** The end of a form: what saves it, or, once nothing can be saved any more, why, and a way to keep what was typed. */
export function FormEnd({ closed, error, typed, onClose, children }: FormEndProps) {
  const end = useRef<HTMLParagraphElement>(null);
  return (
    <>
      <Errors of={[closed ?? error]} />
      {closed === null ? children : (
        <p ref={end}>
          <Copy text={typed ?? (() => fieldsOf(end.current!.closest('form')!))} label='Copy what you typed' />
          {' '}
          <Button look='quiet' onClick={onClose}>Cancel</Button>
        </p>
      )}
    </>
  );
}

/** Each field by its label, as somebody would write it to a colleague. */
const fieldsOf = (form: HTMLFormElement): string =>
  [...form.elements].flatMap((field) => {
    const text = field instanceof HTMLInputElement
      ? field.value
      : field instanceof HTMLSelectElement
      ? field.selectedOptions[0]?.text
      : null;
    return text == null ? [] : `${(field as HTMLInputElement).labels?.[0]?.firstChild?.textContent}: ${text}`;
  }).join('\n');
