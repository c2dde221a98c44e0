/** What lies over a page and may hold what somebody has typed: the page stays for it, even where what the page shows is gone. */
import { createContext, use, useCallback, useEffect, useState } from 'react';

/** Holds the page that it is of; returns how to let go of it. */
export const Hold = createContext<() => () => void>(() => () => {});

/** Holds the page as long as this is shown, and open. */
export function useHold(isOpen = true): void {
  const hold = use(Hold);
  useEffect(() => isOpen ? hold() : undefined, [hold, isOpen]);
}

/** Whether anything holds the page, and the value of `Hold` for what may. */
export function useHeld(): readonly [isHeld: boolean, hold: () => () => void] {
  const [holds, setHolds] = useState(0);
  const hold = useCallback(() => {
    setHolds((before) => before + 1);
    return () => setHolds((before) => before - 1);
  }, []);
  return [holds > 0, hold];
}
