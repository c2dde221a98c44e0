/** How the server reads a file, before anything is stored. */
import { useEffect, useRef, useState } from 'react';
import type { Api, Preview } from '../lib/api.ts';
import { messageOf } from '../lib/words.ts';
import { answerTo, decided, type Decisions, mappingOf } from './decisions.ts';

/** What the server says of the file, again whenever somebody decides otherwise. */
export function usePreview(api: Api, organizationId: string, file: File) {
  const [preview, setPreview] = useState<Preview | null>(null);
  /** As it was before anybody decided: its questions stay in sight, and answers are told by what they change. */
  const [first, setFirst] = useState<Preview | null>(null);
  /** Questions about columns that nobody knew until somebody said what they hold, or which table is the BOM. */
  const [later, setLater] = useState<Preview['questions']>([]);
  const [tables, setTables] = useState<Preview['tables']>([]);
  /** What the preview that is shown was made with. */
  const [decisions, setDecisions] = useState<Decisions>([]);
  /** What the one that is on its way is made with. */
  const [asked, setAsked] = useState<Decisions | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(true);
  const readings = useRef(0);

  async function read(
    made: Decisions,
    how: { readonly mapping?: string; readonly table?: string; readonly part?: string },
    take: (answer: Preview) => void,
  ) {
    const reading = ++readings.current;
    setIsBusy(true);
    setAsked(made);
    try {
      const answer = await api.previewFile(organizationId, file, how);
      if (reading !== readings.current) return; // another file meanwhile
      take(answer);
      setPreview(answer);
      setDecisions(made);
      setError(null);
    } catch (e) {
      if (reading === readings.current) setError(messageOf(e));
    }
    if (reading !== readings.current) return;
    setAsked(null);
    setIsBusy(false);
  }
  function start(answer: Preview) {
    setFirst(answer);
    setLater([]);
  }
  useEffect(
    () =>
      void read([], {}, (answer) => {
        start(answer);
        setTables(answer.tables);
      }),
    [api, organizationId, file],
  );
  return {
    preview,
    mapping: preview?.mapping ?? null,
    tables,
    questions: [...(first?.questions ?? []), ...later],
    decisions,
    asked: asked ?? decisions,
    error,
    isBusy,
    decide: (decision: Decisions[number]) => {
      const made = decided(decisions, decision);
      if (first?.mapping) {
        void read(made, { mapping: JSON.stringify(mappingOf(first.mapping, made)) }, ({ questions }) => {
          const isAnswered = ({ code }: Preview['questions'][number]) => answerTo(made, code) !== null;
          // An answered one stays as it was; the others are as the columns are now.
          if (first.questions.every(({ code }) => code === 'which_table')) {
            setLater((before) => [
              ...before.filter(isAnswered),
              ...questions.filter((question) => !isAnswered(question)),
            ]);
          }
        });
      }
    },
    /** Another table has other columns: nothing that was decided is of it. */
    chooseTable: ({ table, part }: Preview['tables'][number]) =>
      void read([], { table: `${table}`, part: `${part}` }, start),
  };
}
