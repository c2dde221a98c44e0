/** How the server reads a file, before anything is stored. */
import { useEffect, useRef, useState } from 'react';
import type { Api, Preview } from '../lib/api.ts';
import { messageOf } from '../lib/words.ts';
import { decided, type Decisions, mappingOf } from './decisions.ts';

/** What the server says of the file, again whenever somebody decides otherwise. */
export function usePreview(api: Api, organizationId: string, file: File) {
  const [preview, setPreview] = useState<Preview | null>(null);
  /** As it was before anybody decided: its questions stay in sight, and answers are told by what they change. */
  const [first, setFirst] = useState<Preview | null>(null);
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
    how: { readonly mapping?: string; readonly table?: string },
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
  useEffect(
    () =>
      void read([], {}, (answer) => {
        setFirst(answer);
        setTables(answer.tables);
      }),
    [api, organizationId, file],
  );
  return {
    preview,
    mapping: preview?.mapping ?? null,
    tables,
    questions: first?.questions ?? [],
    decisions,
    asked: asked ?? decisions,
    error,
    isBusy,
    decide: (decision: Decisions[number]) => {
      const made = decided(decisions, decision);
      if (first?.mapping) {
        void read(made, { mapping: JSON.stringify(mappingOf(first.mapping, made)) }, () => {});
      }
    },
    /** Another table has other columns: nothing that was decided is of it. */
    chooseTable: (table: number) => void read([], { table: `${table}` }, setFirst),
  };
}
