/** Something was done, and can be undone for a while. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { usePath } from '../lib/address.ts';
import { Button } from './controls.tsx';

/** Long enough to notice a slip and reach for the button. */
const UNDO_MS = 8_000;

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly about?: string | undefined;
  readonly at?: string | undefined;
  readonly onUndo?: (() => void) | undefined;
}

interface Doing {
  /** What was done, in a sentence. */
  readonly text: string;
  /** What it was done to: the way back from what was done to it before goes, which would undo this instead. */
  readonly about?: string;
  /** The address of the pages that it is of, such as those of a BOM: elsewhere nobody would know what it means, and it goes. */
  readonly at?: string;
  /** Undoes it; the toast then goes. */
  readonly onUndo?: () => void;
  /** Called once nobody can undo it any more. Where the page is closed before, nothing has happened. */
  readonly onKept?: () => void | Promise<void>;
}

const Tell = createContext({
  tell: (_doing: Doing): void => {},
  keepAll: (): Promise<void> => Promise.resolve(),
});

/** Tells of what was done, with a way back. */
export const useToast = () => useContext(Tell).tell;
/** Closes every way back and waits for what is kept: a deletion that came after what was written since would take that, too. */
export const useKeepAll = () => useContext(Tell).keepAll;

interface ToastsProps {
  /** Who is signed in: whoever is next, or nobody, is told nothing of what was done before. */
  readonly userId: string | undefined;
  readonly children: ReactNode;
}

export function Toasts({ userId, children }: ToastsProps) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const last = useRef(0);
  /** What is still to be kept, by its toast. */
  const open = useRef(new Map<number, () => void | Promise<void>>());

  const end = useCallback(async (id: number) => {
    const keep = open.current.get(id);
    open.current.delete(id);
    setToasts((shown) => shown.filter((toast) => toast.id !== id));
    await keep?.();
  }, []);
  const tell = useCallback(({ text, about, at, onUndo, onKept }: Doing) => {
    const id = ++last.current;
    const timer = setTimeout(() => void end(id), UNDO_MS);
    open.current.set(id, () => {
      clearTimeout(timer);
      return onKept?.();
    });
    setToasts((shown) => [...shown.filter((other) => about === undefined || other.about !== about), {
      id,
      text,
      about,
      at,
      onUndo: onUndo && (() => {
        clearTimeout(timer);
        open.current.delete(id);
        onUndo();
        void end(id);
      }),
    }]);
  }, [end]);
  const [place] = usePath();
  useEffect(() => {
    const isThere = ({ at }: Toast) => at === undefined || place === at || place.startsWith(`${at}/`);
    for (const toast of toasts) if (!isThere(toast)) void end(toast.id);
  }, [place, toasts, end]);
  const keepAll = useCallback(async () => {
    await Promise.all([...open.current.keys()].map(end));
  }, [end]);
  useEffect(() => () => void keepAll(), [userId, keepAll]);
  const value = useMemo(() => ({ tell, keepAll }), [tell, keepAll]);
  const region = useMemo(() => (
    <div className='toasts' role='status'>
      {toasts.map(({ id, text, onUndo }) => (
        <p key={id} className='toast'>
          {text}
          {onUndo
            ? <Button look='quiet' onClick={onUndo}>Undo</Button>
            : <Button look='quiet' onClick={() => void end(id)}>Close</Button>}
        </p>
      ))}
    </div>
  ), [toasts, end]);
  return (
    <Tell value={value}>
      {children}
      {region}
    </Tell>
  );
}
