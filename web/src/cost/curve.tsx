import { count, sum } from '../lib/words.ts';

/** At how many boards the curve is known. */
export const CURVE = [1, 5, 10, 25, 50, 100, 250, 500, 1000] as const;

interface CurveProps {
  readonly points: readonly { readonly boards: number; readonly each: number }[];
  readonly boards: number;
  readonly each: number;
  readonly currency: string;
  readonly onBoards: (boards: number) => void;
}

const WIDTH = 900;
const HEIGHT = 92;
/** Room above the line for its numbers. */
const TOP = 20;

/** As far from the edge as the middle of the slider's knob. */
const EDGE = 8;

/** What one board costs by how many are ordered; the slider below it moves along the same axis. */
export function Curve({ points, boards, each, currency, onBoards }: CurveProps) {
  // every position of the slider is a number that somebody orders, and each is as far from the next
  const steps = [...new Set([...CURVE, boards])].sort((a, b) => a - b);
  const x = (of: number) => EDGE + (steps.indexOf(of) / (steps.length - 1)) * (WIDTH - 2 * EDGE);
  // where all of it is on hand, nothing costs anything
  const most = Math.max(each, ...points.map((point) => point.each)) || 1;
  const y = (cost: number) => TOP + (1 - cost / most) * (HEIGHT - TOP - 6);
  const line = points.map((point, i) => {
    const next = points[i + 1];
    return `${i === 0 ? 'M' : 'L'}${x(point.boards)} ${y(point.each)}${
      next ? `L${x(next.boards)} ${y(point.each)}` : ''
    }`;
  }).join('');
  return (
    <div className='curve'>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role='img'
        aria-label={`From ${sum(points[0]?.each ?? each)} ${currency} a board at 1 to ${
          sum(points.at(-1)?.each ?? each)
        } at 1,000`}
      >
        {points.map((point) => (
          <g key={point.boards}>
            <path className='grid' d={`M${x(point.boards)} ${TOP}V${HEIGHT}`} />
            {point.boards !== boards && (
              <text x={x(point.boards) + (point.boards === steps.at(-1) ? -26 : 4)} y={y(point.each) - 5}>
                {sum(point.each)}
              </text>
            )}
          </g>
        ))}
        <path className='line' d={line} />
        <path className='here' d={`M${x(boards)} ${y(each)}V${HEIGHT}`} />
        <circle className='here' cx={x(boards)} cy={y(each)} r='3.5' />
        <text className='here' x={x(boards) + 6} y={y(each) - 6}>{sum(each)}</text>
      </svg>
      <input
        type='range'
        aria-label='Boards'
        aria-valuetext={`${count(boards)} boards`}
        min={0}
        max={steps.length - 1}
        value={steps.indexOf(boards)}
        onChange={({ target }) => onBoards(steps[Number(target.value)]!)}
      />
      <p className='axis' aria-hidden='true'>
        {steps.map((step) => (
          <button
            key={step}
            type='button'
            tabIndex={-1}
            className={step === boards ? 'link strong' : 'link quieter'}
            onClick={() => onBoards(step)}
          >
            {count(step)}
          </button>
        ))}
      </p>
    </div>
  );
}
