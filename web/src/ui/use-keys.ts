import { useEffect, useEffectEvent } from 'react';
import { whoseKey } from './key-targets.ts';

/** What each key does; only where it is not meant for what has the focus, and without Ctrl, Alt or Meta. */
export type Keys = Readonly<Record<string, ((event: KeyboardEvent) => void) | undefined>>;

/** Listens while the component is shown. Nothing is heard while a sheet lies over the page. */
export function useKeys(keys: Keys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (document.querySelector('dialog[open], [role="menu"]')) return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    const whose = whoseKey(event.key, target);
    if (whose === 'none') return;
    if (whose === 'leave') return target?.blur();
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act(event);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
