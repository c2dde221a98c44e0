import { type FormEvent, useEffect, useRef, useState } from 'react';
import { issuesOfLine } from '../../../shared/bom/line-issues.ts';
import { isChangedSince, type LineAnswer, type LineChanges } from '../lib/api.ts';
import { messageOf, nameOfLine } from '../lib/words.ts';
import { Button } from '../ui/controls.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { FormEnd } from './form-end.tsx';
import { Meanwhile, type Others } from './meanwhile.tsx';

const FIELDS = [
  ['mpn', 'Part number'],
  ['manufacturer', 'Manufacturer'],
  ['quantity', 'Quantity'],
  ['designators', 'Designators'],
  ['value', 'Value'],
  ['footprint', 'Footprint'],
  ['description', 'Description'],
] as const;

interface EditLineProps {
  readonly answer: LineAnswer;
  readonly others: Others;
  /** Why nothing can be saved any more: what was typed stays, and can be copied. Null while it can. */
  readonly closed: string | null;
  readonly onClose: () => void;
  /**
   * Fails with what the form then says.
   * @param asOf the newest change that whoever saves has been told of
   */
  readonly onSave: (changes: LineChanges, asOf: number | null) => Promise<void>;
}

/** What the BOM says of a line. Only what somebody changed is sent, so that two people may change two fields. */
export function EditLine({ answer, others, closed, onClose, onSave }: EditLineProps) {
  // As it was when the form was filled: what changes meanwhile is not what somebody changed here.
  const [line] = useState(answer.line);
  const [openedAt] = useState(others.seen);
  /** Raised by a refusal, which says what came since: who saves again overrules that. */
  const [asOf, setAsOf] = useState(openedAt);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  // What was refused for a role says nothing of another one.
  useEffect(() => setError(null), [closed]);
  const form = useRef<HTMLFormElement>(null);
  /** What differs from the BOM, as somebody would write it to a colleague. */
  function typed(): string {
    const now = new FormData(form.current!);
    const said = FIELDS.map(([name, label]) =>
      [label, String(now.get(name)).trim(), `${line[name] ?? ''}`] as const
    );
    const isLeftOut = now.get('do_not_place') === 'on';
    return [
      nameOfLine({ ...line, source_row: answer.source_row }, { begins: true }),
      ...said.flatMap(([label, text, before]) => text === before ? [] : `${label}: ${text || 'nothing'}`),
      ...(isLeftOut === line.do_not_place ? [] : [isLeftOut ? 'Not fitted' : 'Fitted']),
    ].join('\n');
  }
  /** What is odd about the words as they are now: said, and saved all the same. */
  const [issues, setIssues] = useState(() => issuesOfLine(line));
  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (closed !== null) return;
    const form = new FormData(event.currentTarget);
    const changes: Record<string, unknown> = {};
    for (const [name] of FIELDS) {
      const text = String(form.get(name)).trim();
      if (text === `${line[name] ?? ''}`) continue;
      changes[name] = text === '' ? null : name === 'quantity' ? Number(text) : text;
    }
    const isLeftOut = form.get('do_not_place') === 'on';
    if (isLeftOut !== line.do_not_place) changes.do_not_place = isLeftOut;
    setBusy(true);
    setError(null);
    try {
      if (Object.keys(changes).length > 0) await onSave(changes, asOf);
      onClose();
    } catch (e) {
      // What somebody typed stays, to be sent again.
      setError(messageOf(e));
      if (isChangedSince(e)) setAsOf(others.seen);
      setBusy(false);
    }
  }
  return (
    <Sheet title={nameOfLine({ ...line, source_row: answer.source_row }, { begins: true })} onClose={onClose}>
      <form
        ref={form}
        className='form'
        onSubmit={save}
        onInput={({ currentTarget }) => {
          const now = new FormData(currentTarget);
          const quantity = String(now.get('quantity')).trim();
          setIssues(issuesOfLine({
            quantity: quantity === '' ? null : Number(quantity),
            designators: String(now.get('designators')),
          }));
        }}
      >
        {FIELDS.map(([name, label]) => (
          <label key={name}>
            {label}
            <input
              className={name === 'mpn' ? 'text mono' : 'text'}
              name={name}
              defaultValue={line[name] ?? ''}
              {...(name === 'quantity' ? { type: 'number', min: 0, step: 'any' } : {})}
            />
          </label>
        ))}
        <label className='check'>
          <input type='checkbox' name='do_not_place' defaultChecked={line.do_not_place} /> Not fitted
        </label>
        <div role='status'>
          {issues.map(({ code, detail }) => <p key={code} className='is-at_risk'>{detail}</p>)}
        </div>
        <Meanwhile lineId={line.line_id} others={others} since={asOf} />
        <FormEnd closed={closed} error={error} typed={typed} onClose={onClose}>
          <p>
            <Button type='submit' look='go' disabled={isBusy}>
              {asOf === openedAt ? 'Save' : 'Save all the same'}
            </Button>
          </p>
        </FormEnd>
      </form>
    </Sheet>
  );
}
