/**
 * The shapes that stand beside words. Each stands where it is seen: one that is used by its name costs a copy of itself and a
 * viewport of its own each time, which a wheel that turns hundreds of them into sight has to wait for.
 */

const SHAPES = {
  wrong: (
    <>
      <path fill='currentColor' stroke='none' d='M6 0 12 6 6 12 0 6Z' />
      <path className='mark-cut' d='M3.4 5h5.2M3.4 7.2h5.2' />
    </>
  ),
  ask: (
    <>
      <circle cx='6' cy='6' r='5' />
      <circle fill='currentColor' stroke='none' cx='6' cy='6' r='1.7' />
    </>
  ),
  short: (
    <>
      <path d='M.9.9h10.2v10.2H.9Z' />
      <path fill='currentColor' stroke='none' d='M1 7.6h10v3.6H1Z' />
    </>
  ),
  at_risk: <path d='M6 1.2 11.2 10.8H.8Z' />,
  fine: <path d='M1.2 6.4 4.6 9.8 10.8 2.6' />,
  not_fitted: <path d='M1.5 6h9' />,
  failed: <path d='M1.6 1.6 10.4 10.4M10.4 1.6 1.6 10.4' />,
  pending: <circle cx='6' cy='6' r='4.9' strokeDasharray='1.9 1.95' />,
  enriching: <path d='M6 1.1A4.9 4.9 0 1 1 1.1 6' />,
  checking: <path strokeWidth='2' strokeLinecap='round' d='M2 6h.01M6 6h.01M10 6h.01' />,
  equal: <path strokeWidth='1.1' d='M2 4.4h8M2 7.8h8' />,
  // both readings, and the tick of who approved them
  meant: <path strokeWidth='1.1' d='M.8 3.2h6.4M.8 6.6h4.2M5.4 9 7.6 11.2 11.4 5.6' />,
  unequal: <path d='M1.5 4.2h9M1.5 7.8h9M8.2 1 3.8 11' />,
  scheme: <path strokeWidth='1.1' d='M4 1 3 11M9 1 8 11M1.4 4h9.4M1 8h9.4' />,
  catalogue: <path strokeWidth='1.1' d='M1.5 2h9M1.5 6h9M1.5 10h6' />,
  supplier: <path strokeWidth='1.1' d='M1.5 3.5h9v7h-9zM1.5 3.5 3 1.2h6l1.5 2.3M6 3.5v2.6' />,
  own: <path strokeWidth='1.1' d='M1.5 11V5L6 1.2 10.5 5v6zM4.6 11V7.4h2.8V11' />,
  live: (
    <>
      <circle fill='currentColor' stroke='none' cx='6' cy='6' r='3' />
      <circle strokeWidth='1.1' cx='6' cy='6' r='5.2' />
    </>
  ),
  rest: <circle strokeWidth='1.1' cx='6' cy='6' r='4.6' />,
  up: <path fill='currentColor' stroke='none' d='M1 8 6 3l5 5Z' />,
  down: <path fill='currentColor' stroke='none' d='M1 4l5 5 5-5Z' />,
  back: <path fill='currentColor' stroke='none' d='M8 1 3 6l5 5Z' />,
  find: <path d='M8.6 5a3.6 3.6 0 1 1-7.2 0 3.6 3.6 0 0 1 7.2 0ZM7.7 7.7l3.4 3.4' />,
  pooled: <path strokeWidth='1.1' d='M9.6 2.4V1.2H2.2L6 6 2.2 10.8h7.4V9.6' />,
  theme: (
    <>
      <circle strokeWidth='1.1' cx='6' cy='6' r='4.8' />
      <path fill='currentColor' stroke='none' d='M6 1.2a4.8 4.8 0 0 1 0 9.6Z' />
    </>
  ),
  close: <path d='M2 2 10 10M10 2 2 10' />,
  brand: (
    <>
      <path fill='currentColor' stroke='none' d='M0 0h3.4v12H0zM9.4 8.6H12V12H9.4z' />
      <path d='M5.4.7h1.9v10.6H5.4z' />
    </>
  ),
} as const;
export type MarkName = keyof typeof SHAPES;

/** @param label what it says to those who do not see it; without, the word stands beside it */
export function Mark({ of, label, className }: { of: MarkName; label?: string; className?: string }) {
  return (
    <svg
      className={className ? `mark ${className}` : 'mark'}
      viewBox='0 0 12 12'
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {label && <title>{label}</title>}
      {SHAPES[of]}
    </svg>
  );
}
