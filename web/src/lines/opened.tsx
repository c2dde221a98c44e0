import { type ReactNode, useEffect, useState } from 'react';
import type { Line } from '../../../client/bom-feed.ts';
import type { LineAnswer } from '../lib/api.ts';
import { messageOf } from '../lib/words.ts';

export type ReadLine = (lineId: string) => Promise<LineAnswer>;

interface OpenedProps {
  readonly line: Line;
  readonly className: string;
  readonly summary: string;
  readonly readLine: ReadLine;
  readonly children: (answer: LineAnswer) => ReactNode;
}

/** More of a line: read when somebody opens it, and again when a run has found something new or somebody decided. */
export function Opened({ line, className, summary, readLine, children }: OpenedProps) {
  const [isOpen, setOpen] = useState(false);
  const [answer, setAnswer] = useState<LineAnswer | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    let isOver = false;
    setError(null);
    readLine(line.line_id).then(
      (read) => isOver || setAnswer(read),
      (e) => isOver || setError(messageOf(e)),
    );
    return () => void (isOver = true);
  }, [isOpen, line, readLine]);
  return (
    <details className={className} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {error && <p role='alert' className='error'>{error}</p>}
      {answer && children(answer)}
    </details>
  );
}
