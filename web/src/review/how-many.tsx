/** The answer to how many pieces a board takes: a number, for one line or for all that lack one. */
import { type FormEvent, useRef, useState } from 'react';
import { count } from '../lib/words.ts';
import { Button } from '../ui/controls.tsx';
import { useKeys } from '../ui/use-keys.ts';

export interface HowManyProps {
  /** Lines without a quantity that are not answered yet, with this one. */
  readonly lines: number;
  /** What was typed before and could not be saved. */
  readonly typed?: string;
  readonly onAnswer: (quantity: number, isForAll: boolean) => void;
}

const DIGITS = [...'0123456789'];

/** A digit goes into the field wherever the focus is, so that the letters stay keys. */
export function HowMany({ lines, typed = '', onAnswer }: HowManyProps) {
  const [text, setText] = useState(typed);
  const field = useRef<HTMLInputElement>(null);
  const type = (digit: string) => {
    setText(digit);
    field.current?.focus();
  };
  useKeys(Object.fromEntries(DIGITS.map((digit) => [digit, () => type(digit)])));
  function answer(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    onAnswer(Number(text), submitter instanceof HTMLButtonElement && submitter.value === 'all');
  }
  return (
    <form className='how-many' onSubmit={answer}>
      <label>
        A board takes{' '}
        <input
          ref={field}
          className='text'
          type='number'
          min={0}
          step='any'
          required
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <Button type='submit' look='go' shortcut='Enter'>Save</Button>
      {lines > 1 && <Button type='submit' value='all'>Save for all {count(lines)}</Button>}
    </form>
  );
}
