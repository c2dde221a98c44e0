/** How the server reads a file, before anything is stored. */
import { useEffect, useRef, useState } from 'react';
import type { FileMapping } from '../../../shared/domain/mapping.ts';
import type { Api, Preview } from '../lib/api.ts';
import { messageOf } from '../lib/words.ts';

interface Asked {
  readonly mapping?: FileMapping;
  readonly table?: number;
}

/** What the server says of the file, again whenever somebody decides otherwise. */
export function usePreview(api: Api, organizationId: string, file: File) {
  const [preview, setPreview] = useState<Preview | null>(null);
  /** As it was before anybody decided: its questions stay in sight, and answers are told by what they change. */
  const [first, setFirst] = useState<Preview | null>(null);
  const [tables, setTables] = useState<Preview['tables']>([]);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(true);
  const readings = useRef(0);

  async function read(asked: Asked) {
    const reading = ++readings.current;
    setIsBusy(true);
    try {
      const answer = await api.previewFile(organizationId, file, {
        mapping: asked.mapping && JSON.stringify(asked.mapping),
        table: asked.table === undefined ? undefined : String(asked.table),
      });
      if (reading !== readings.current) return; // decided again meanwhile
      setPreview(answer);
      if (!asked.mapping) setFirst(answer);
      // of one that was chosen only that one is offered
      if (!asked.mapping && asked.table === undefined) setTables(answer.tables);
      setError(null);
    } catch (e) {
      if (reading === readings.current) setError(messageOf(e));
    }
    if (reading === readings.current) setIsBusy(false);
  }
  useEffect(() => void read({}), [api, organizationId, file]);
  return {
    preview,
    mapping: preview?.mapping ?? null,
    tables,
    questions: first?.questions ?? [],
    proposed: first?.mapping ?? null,
    error,
    isBusy,
    read,
  };
}
