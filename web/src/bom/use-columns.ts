import { useCallback, useMemo, useState } from 'react';
import { COLUMNS } from '../lines/columns.tsx';

const KEY = 'bomstream.columns';

/** Of those that this version has. */
function kept(): Readonly<Record<string, boolean>> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}');
  } catch {
    return {};
  }
}

/** Which columns are left out, as somebody here chose last; during a run the line's number is shown, for its order is the file's. */
export function useColumns(isRunning: boolean): [ReadonlySet<string>, (id: string) => void] {
  const [chosen, setChosen] = useState(kept);
  const hidden = useMemo(
    () =>
      new Set(
        COLUMNS.filter(({ id, isOptional, isExtra }) =>
          isOptional && !(chosen[id] ?? (id === 'line' ? isRunning : !isExtra))
        ).map(({ id }) => id),
      ),
    [chosen, isRunning],
  );
  const toggle = useCallback((id: string) => {
    const next = { ...chosen, [id]: hidden.has(id) };
    localStorage.setItem(KEY, JSON.stringify(next));
    setChosen(next);
  }, [chosen, hidden]);
  return [hidden, toggle];
}
