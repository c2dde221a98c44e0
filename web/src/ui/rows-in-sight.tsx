/** Rows of a long table, of which only those near what is in sight are drawn: layout and paint cost what is drawn, with each change. */
import { memo, type ReactNode, useEffect, useRef, useState } from 'react';

/** Rows that come and go together: few enough for what a turn of the wheel brings in to be drawn between two frames. */
const PIECE = 15;
/** The first ones are drawn at once, and fill most of a screen. */
const DRAWN_AT_FIRST = 2;
/** How far from sight rows are drawn ahead. */
const MARGIN_PX = 200;
/** Of a row that was never drawn; see --row. */
const ROW_PX = 32;

interface RowsInSightProps<Row> {
  readonly rows: readonly Row[];
  /** The same function each time, or all is drawn anew. Gives each row a key. */
  readonly draw: (row: Row) => ReactNode;
}

/** Several bodies of a table, one after the other. */
export function RowsInSight<Row>({ rows, draw }: RowsInSightProps<Row>) {
  const pieces = Array.from({ length: Math.ceil(rows.length / PIECE) }, (_, i) => i * PIECE);
  return pieces.map((from, i) => (
    <Piece key={from} rows={rows} from={from} draw={draw} isFirst={i < DRAWN_AT_FIRST} />
  ));
}

interface PieceProps<Row> extends RowsInSightProps<Row> {
  readonly from: number;
  readonly isFirst: boolean;
}

const Piece = memo(function Piece<Row,>({ rows, from, draw, isFirst }: PieceProps<Row>) {
  const own = rows.slice(from, from + PIECE);
  const body = useRef<HTMLTableSectionElement>(null);
  const [isNear, setNear] = useState(isFirst);
  /** As it was when it was drawn last. */
  const [height, setHeight] = useState<number | null>(null);
  useEffect(() => {
    const observed = body.current!;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry!.isIntersecting && entry!.boundingClientRect.height > 0) {
        setHeight(entry!.boundingClientRect.height);
      }
      setNear(entry!.isIntersecting);
    }, { root: scrollerOf(observed), rootMargin: `${MARGIN_PX}px 0px` });
    observer.observe(observed);
    return () => observer.disconnect();
  }, []);
  return (
    <tbody ref={body}>
      {isNear ? own.map(draw) : (
        <tr className='spacer' aria-hidden='true'>
          {/* one cell: one over all columns would count those as well that a phone leaves out, and take their room */}
          <td style={{ height: height ?? own.length * ROW_PX }} />
        </tr>
      )}
    </tbody>
  );
}) as <Row>(props: PieceProps<Row>) => ReactNode;

/** What scrolls the table: the page itself where nothing around it does. */
function scrollerOf(element: Element): Element | null {
  for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) {
    // One that is as high as all that is in it has something around it that scrolls.
    if (each.scrollHeight > each.clientHeight && /auto|scroll/.test(getComputedStyle(each).overflowY)) {
      return each;
    }
  }
  return null;
}
