import { useEffect, useEffectEvent } from 'react';

/** What each key does; only where it is not typed into something, and without Ctrl, Alt or Meta. */
export type Keys = Readonly<Record<string, ((event: KeyboardEvent) => void) | undefined>>;

const isTyped = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, select, textarea, [contenteditable]');

/** Listens while the component is shown. Nothing is heard while a sheet lies over the page. */
export function useKeys(keys: Keys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isTyped(event.target) && event.key !== 'Escape') return;
    if (document.querySelector('dialog[open], [role="menu"]')) return;
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
