import { useWidth } from '../lib/browser.ts';
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

/** Until it is known how wide the page is. */
const USUAL_WIDTH = 900;
const HEIGHT = 92;
/** Room above the line for its numbers. */
const TOP = 20;

/** A character of a number, in pixels: drawn small, and the one of the boards that are looked at. */
const CHAR = { small: 6.5, here: 8.5, axis: 7 };
/** Between two numbers of the axis. */
const GAP = 6;

/** As far from the edge as the middle of the slider's knob. */
const EDGE = 8;

/** What one board costs by how many are ordered; the slider below it moves along the same axis. */
export function Curve({ points, boards, each, currency, onBoards }: CurveProps) {
  const [width, box] = useWidth(USUAL_WIDTH);
  // every position of the slider is a number that somebody orders, and each is as far from the next
  const steps = [...new Set([...CURVE, boards])].sort((a, b) => a - b);
  const x = (of: number) => EDGE + (steps.indexOf(of) / (steps.length - 1)) * (width - 2 * EDGE);
  // where all of it is on hand, nothing costs anything
  const most = Math.max(each, ...points.map((point) => point.each)) || 1;
  const y = (cost: number) => TOP + (1 - cost / most) * (HEIGHT - TOP - 6);
  const eachAt = new Map(points.map((point) => [point.boards, point.each]));
  const line = points.map((point, i) => {
    const next = points[i + 1];
    return `${i === 0 ? 'M' : 'L'}${x(point.boards)} ${y(point.each)}${
      next ? `L${x(next.boards)} ${y(point.each)}` : ''
    }`;
  }).join('');
  const place = (of: number, text: string, char: number) => {
    const wide = text.length * char;
    // beside its step, and inside of the picture: left of its step the line is as high as it was before
    const from = Math.min(x(of) + 4, width - wide);
    const before = from < x(of) ? points.findLast((point) => point.boards < of)?.each ?? 0 : 0;
    return { text, from, to: from + wide, at: y(Math.max(before, of === boards ? each : eachAt.get(of)!)) };
  };
  const here = place(boards, sum(each), CHAR.here);
  // The last figure before those on the way to it: where there is little room, that is what is asked.
  const [last, ...others] = points.filter((point) => point.boards !== boards).toReversed();
  const labels = [...(last ? [last] : []), ...others.toReversed()].reduce<ReturnType<typeof place>[]>(
    (all, point) => {
      const label = place(point.boards, sum(point.each), CHAR.small);
      const isFree = [here, ...all].every((other) =>
        label.from > other.to + 3 || label.to + 3 < other.from || Math.abs(label.at - other.at) > 13
      );
      return isFree ? [...all, label] : all;
    },
    [],
  );
  // Numbers of boards that would touch the next one to be read are left out, the last one and the one looked at never.
  const read = steps.toReversed().reduce<readonly number[]>((all, step) => {
    const room = (other: number) =>
      (count(step).length + count(other).length) / 2 * CHAR.axis + GAP < Math.abs(x(other) - x(step));
    return [boards, ...all].every((other) => other === step || room(other)) || step === boards
      ? [...all, step]
      : all;
  }, []);
  return (
    <div className='curve' ref={box}>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role='img'
        aria-label={`From ${sum(points[0]?.each ?? each)} ${currency} a board at 1 to ${
          sum(points.at(-1)?.each ?? each)
        } at 1,000`}
      >
        {points.map((point) => (
          <path key={point.boards} className='grid' d={`M${x(point.boards)} ${TOP}V${HEIGHT}`} />
        ))}
        <path className='line' d={line} />
        {labels.map(({ text, from, at }) => <text key={from} x={from} y={at - 5}>{text}</text>)}
        <path className='here' d={`M${x(boards)} ${y(each)}V${HEIGHT}`} />
        <circle className='here' cx={x(boards)} cy={y(each)} r='3.5' />
        <text className='here' x={here.from + 2} y={here.at - 6}>{here.text}</text>
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
            {read.includes(step) && count(step)}
          </button>
        ))}
      </p>
    </div>
  );
}
