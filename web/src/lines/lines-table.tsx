/** The lines of a BOM: only those in sight are drawn, each as high as the next, so that ten thousand scroll like seventy. */
import { columnVisibilityFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { PHONE, useMedia } from '../lib/browser.ts';
import { count, designatorsInShort, sum } from '../lib/words.ts';
import { Mark } from '../ui/marks.tsx';
import { type Column, COLUMNS, headOf } from './columns.tsx';
import { type JudgedLine, stateOf } from './judged.ts';
import './lines.css';
import { useRowsInPieces } from './rows-in-pieces.ts';
import { createSorter, type Sorting } from './sorting.ts';

/** As tokens.css has them. */
const ROW_PX = 32;
const CARD_PX = 58;
/** As wide as ` EUR` behind an amount. */
const CURRENCY_PX = 28;
/** Rows that are drawn beyond both edges, for the eye that scrolls. */
const BEYOND = 5;

/** As wide as a digit, and how many of them, with their marks, each column has room for. */
const DIGIT_PX = 7.5;
const DIGITS: Readonly<Record<string, number>> = { stock: 7, need: 5, total: 8 };

/** How much wider than usual columns of numbers are, so that none is cut: a figure without its end is another one. */
function furtherPx(lines: readonly JudgedLine[]): Readonly<Record<string, number>> {
  const most = { stock: 0, need: 0, total: 0 };
  for (const { part, share } of lines) {
    most.stock = Math.max(most.stock, part?.stock ?? 0);
    most.need = Math.max(most.need, part?.to_buy ?? 0);
    most.total = Math.max(most.total, share ?? 0);
  }
  const written = { stock: count(most.stock), need: count(most.need), total: sum(most.total) };
  return Object.fromEntries(
    Object.entries(written).map(([id, { length }]) => [id, Math.max(0, length - DIGITS[id]!) * DIGIT_PX]),
  );
}

const features = tableFeatures({ columnVisibilityFeature });

const byId = new Map(COLUMNS.map((column) => [column.id, column]));

const DEFINITIONS = COLUMNS.map(({ id }) => ({ id, accessorFn: (judged: JudgedLine) => judged }));

interface LinesTableProps {
  readonly lines: readonly JudgedLine[];
  readonly hidden: ReadonlySet<string>;
  readonly sorting: Sorting | null;
  readonly onSort: (column: string) => void;
  /** Of the line that is selected. */
  readonly selected: number | null;
  readonly onOpen: (line: number) => void;
  /** Somebody has come to a line by Tab, which is then selected as one that they moved to. */
  readonly onReach?: (line: number) => void;
  /** The lines as they are shown, for whoever moves through them. */
  readonly order: RefObject<readonly JudgedLine[]>;
  /** `At 25 boards` */
  readonly boards: number;
  /** In which its prices are. */
  readonly currencies: readonly string[];
  /** Instead of rows where there are none. */
  readonly empty: ReactNode;
}

/** Drawn again for what it shows only: the page around it changes with each sign of life of the connection. */
export const LinesTable = memo(function LinesTable(props: LinesTableProps) {
  const { lines, hidden, sorting, selected, onOpen, onReach, order } = props;
  const isPhone = useMedia(PHONE);
  const isMixed = props.currencies.length > 1;
  const further = useMemo(() => furtherPx(lines), [lines]);
  const scroll = useRef<HTMLDivElement>(null);
  const width = useWidth(scroll);
  const visibility = useMemo(
    () => Object.fromEntries(COLUMNS.map(({ id }) => [id, !hidden.has(id) && width >= (ROOM_FOR[id] ?? 0)])),
    [hidden, width],
  );
  const sort = useMemo(createSorter, []);
  const sorted = useMemo(() => sort(lines, sorting), [sort, lines, sorting?.column, sorting?.isDescending]);
  useLayoutEffect(() => {
    order.current = sorted;
  }, [sorted, order]);

  // no key of its own for each: whoever gave one would have all ten thousand measured anew with each change
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => isPhone ? CARD_PX : ROW_PX,
    overscan: BEYOND,
    // rows are made between two frames, a few at a time, and not all of them within one
    useFlushSync: false,
  });
  useLayoutEffect(() => virtual.measure(), [isPhone, virtual]);
  useInSight(scroll, sorted, selected, isPhone ? CARD_PX : ROW_PX);

  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? -1];
  const { startIndex, endIndex } = virtual.range ?? { startIndex: first, endIndex: last };
  const drawn = useRowsInPieces({ lines: sorted, first, last, seen: [startIndex, endIndex] });
  const above = items[drawn.first - first]?.start ?? 0;
  const below = virtual.getTotalSize() - (items[drawn.first - first + drawn.rows.length - 1]?.end ?? above);
  // Only what is drawn becomes rows: while a run is at work all others would be made in vain, several times a second.
  const table = useTable({
    features,
    columns: DEFINITIONS,
    data: drawn.rows,
    getRowId: ({ line }) => line.line_id,
    state: { columnVisibility: visibility },
  });
  const columns = table.getVisibleLeafColumns().map(({ id }) => byId.get(id)!);
  const shown = table.getRowModel().rows.map(({ original, index }) => ({
    index: drawn.first + index,
    judged: original,
  }));
  const empty = sorted.length === 0 && <div className='blank'>{props.empty}</div>;

  if (isPhone) {
    return (
      <div className='lines virtual' ref={scroll}>
        <ul className='cards' aria-label='Lines'>
          <li className='spacer' style={{ height: above }} aria-hidden='true' />
          {shown.map(({ index, judged }) => (
            <Card
              key={judged.line.line_id}
              judged={judged}
              index={index}
              total={sorted.length}
              onOpen={onOpen}
            />
          ))}
          <li className='spacer' style={{ height: below }} aria-hidden='true' />
        </ul>
        {empty}
      </div>
    );
  }
  return (
    <div className='lines virtual' ref={scroll}>
      <table role='grid' aria-label='Lines' aria-rowcount={sorted.length + 2}>
        <colgroup>
          {columns.map(({ id, width, isMoney }) => (
            <col
              key={id}
              className={`of-${id}`}
              style={{
                width: width && width + (isMoney && isMixed ? CURRENCY_PX : 0) + (further[id] ?? 0),
              }}
            />
          ))}
        </colgroup>
        <Head {...props} columns={columns} />
        <tbody>
          <tr className='spacer' aria-hidden='true'>
            <td style={{ height: above }} colSpan={columns.length} />
          </tr>
          {shown.map(({ index, judged }) => (
            <Row
              key={judged.line.line_id}
              judged={judged}
              columns={columns}
              index={index}
              isSelected={judged.line.line_number === selected}
              isMixed={isMixed}
              onOpen={onOpen}
              onReach={onReach}
            />
          ))}
          <tr className='spacer' aria-hidden='true'>
            <td style={{ height: below }} colSpan={columns.length} />
          </tr>
        </tbody>
      </table>
      {empty}
    </div>
  );
});

/** The number of the line before or after one, as they are shown; after none comes the first. */
export function lineBeside(order: readonly JudgedLine[], at: number | null, by: 1 | -1): number | undefined {
  return order[order.findIndex(({ line }) => line.line_number === at) + by]?.line.line_number;
}

/**
 * The selected line stays in sight, between the heads and the end of the list, while lines come, change places, and what stands
 * around the list changes its height; until somebody scrolls, who reads something else.
 */
function useInSight(
  list: RefObject<HTMLElement | null>,
  sorted: readonly JudgedLine[],
  selected: number | null,
  rowPx: number,
): void {
  const followed = useRef<number | null>(null);
  const follow = useEffectEvent(() => {
    const box = list.current;
    if (!box || followed.current === null) return;
    const at = sorted.findIndex(({ line }) => line.line_number === followed.current);
    if (at < 0) return;
    const headPx = box.querySelector('thead')?.clientHeight ?? 0;
    const [least, most] = [(at + 1) * rowPx + headPx - box.clientHeight, at * rowPx];
    const wanted = Math.min(Math.max(box.scrollTop, least), most);
    if (wanted !== box.scrollTop) box.scrollTop = wanted;
  });
  useEffect(() => {
    followed.current = selected;
  }, [selected]);
  useEffect(() => follow(), [selected, sorted, rowPx]);
  useEffect(() => {
    const box = list.current!;
    const letGo = () => void (followed.current = null);
    for (const name of SCROLLING) box.addEventListener(name, letGo, { passive: true });
    const observer = new ResizeObserver(() => follow());
    observer.observe(box);
    return () => {
      for (const name of SCROLLING) box.removeEventListener(name, letGo);
      observer.disconnect();
    };
  }, [list, rowPx]);
}

/** What people scroll by. A key or a press that selects another line comes before its effect. */
const SCROLLING = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/** Columns that a narrow table does without, by the px from which it has them: first what the panel says, too. */
const ROOM_FOR: Readonly<Record<string, number>> = {
  quality: 1_000,
  each: 1_060,
  lifecycle: 960,
  manufacturer: 960,
  need: 880,
  quantity: 840,
  line: 800,
  stock: 700,
};

/** In px, in steps that change what there is room for. */
function useWidth(of: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(Infinity);
  useLayoutEffect(() => {
    if (!of.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const wide = entry!.contentRect.width;
      setWidth(Math.max(0, ...Object.values(ROOM_FOR).filter((least) => wide >= least)));
    });
    observer.observe(of.current);
    return () => observer.disconnect();
  }, [of]);
  return width;
}

const cellClass = ({ id, isNumber, side }: Column, first?: boolean) =>
  [`of-${id}`, isNumber && 'number', side === 'seam' && 'seam', first && 'cut'].filter(Boolean).join(' ');

const isFirstOfBoards = (columns: readonly Column[], i: number) =>
  columns[i]!.side === 'boards' && columns[i - 1]?.side !== 'boards';

function Head(
  { columns, sorting, onSort, boards, currencies }: LinesTableProps & { readonly columns: readonly Column[] },
) {
  const groups = (['bom', 'seam', 'part', 'boards'] as const).map((side) => ({
    side,
    span: columns.filter((column) => column.side === side).length,
    title: {
      bom: 'Your BOM',
      seam: '',
      part: 'The part',
      boards: `At ${count(boards)} ${boards === 1 ? 'board' : 'boards'}`,
    }[side],
  })).filter(({ span }) => span > 0);
  return (
    <thead>
      <tr className='groups'>
        {groups.map(({ side, span, title }) =>
          side === 'seam'
            ? <td key={side} className='seam' />
            : <th key={side} colSpan={span} className={side === 'boards' ? 'cut' : undefined}>{title}</th>
        )}
      </tr>
      <tr className='heads'>
        {columns.map((column, i) => {
          const { id, title, sortedBy } = column;
          const isSorted = sorting?.column === id;
          return (
            <th
              key={id}
              className={cellClass(column, isFirstOfBoards(columns, i))}
              {...(isSorted
                ? { 'aria-sort': sorting.isDescending ? 'descending' as const : 'ascending' as const }
                : {})}
            >
              {sortedBy
                ? (
                  <button type='button' onClick={() => onSort(id)}>
                    {headOf(column, currencies)}
                    {isSorted && <Mark of={sorting.isDescending ? 'down' : 'up'} className='small' />}
                  </button>
                )
                : title || <span className='unseen'>Whether both agree</span>}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly judged: JudgedLine;
  readonly columns: readonly Column[];
  readonly index: number;
  readonly isSelected: boolean;
  readonly isMixed: boolean;
  readonly onOpen: (line: number) => void;
  readonly onReach: ((line: number) => void) | undefined;
}

/** Only rows that changed are drawn again while batches land. */
const Row = memo(
  function Row({ judged, columns, index, isSelected, isMixed, onOpen, onReach }: RowProps) {
    const { line, word } = judged;
    const row = useRef<HTMLTableRowElement>(null);
    // The focus goes with the selection, from one row to the next, which may be drawn only then.
    useEffect(() => {
      const { activeElement } = document;
      const isFree = activeElement === document.body || activeElement?.matches('.lines [data-line]');
      if (isSelected && isFree) row.current!.focus({ preventScroll: true });
    }, [isSelected]);
    return (
      <tr
        ref={row}
        className={`${wasSettled(judged)} row-${word}`}
        data-line={line.line_number}
        data-word={word}
        aria-rowindex={index + 3}
        aria-selected={isSelected}
        tabIndex={isSelected || index === 0 ? 0 : -1}
        onClick={() => onOpen(line.line_number)}
        onFocus={() => onReach?.(line.line_number)}
        onKeyDown={(event) => {
          if (event.target !== event.currentTarget || !isPlainPress(event)) return;
          event.preventDefault();
          onOpen(line.line_number);
        }}
      >
        {columns.map((column, i) => (
          <td key={column.id} className={cellClass(column, isFirstOfBoards(columns, i))}>
            {column.cell(judged, isMixed)}
          </td>
        ))}
      </tr>
    );
  },
  (a, b) =>
    a.judged === b.judged && a.isSelected === b.isSelected && a.index === b.index &&
    a.isMixed === b.isMixed && a.onOpen === b.onOpen && a.onReach === b.onReach &&
    a.columns.length === b.columns.length &&
    a.columns.every((column, i) => column === b.columns[i]),
);

const isPlainPress = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) =>
  (key === 'Enter' || key === ' ') && !ctrlKey && !altKey && !metaKey;

/** Its ground fades once when it settles in sight: the class comes with the change. */
const wasSettled = ({ isOpen }: JudgedLine) => isOpen ? 'open' : 'settled';

interface CardProps {
  readonly judged: JudgedLine;
  readonly index: number;
  readonly total: number;
  readonly onOpen: (line: number) => void;
}

const cellOf = (id: string, judged: JudgedLine) => byId.get(id)!.cell(judged, false);

/** A line on a phone: the same seam, in two rows. */
const Card = memo(function Card({ judged, index, total, onOpen }: CardProps) {
  const { line, word } = judged;
  return (
    <li
      className={`row-${word}`}
      data-line={line.line_number}
      data-word={word}
      aria-posinset={index + 1}
      aria-setsize={total}
    >
      <button type='button' onClick={() => onOpen(line.line_number)}>
        <span className='first'>
          <span className={`state is-${word}`}>
            <Mark of={word} />
            {stateOf(judged)}
          </span>
          <span className='quieter'>{line.designators && designatorsInShort(line.designators)}</span>
          <span className='grow' />
          {cellOf('mpn', judged)}
        </span>
        <span className='second'>
          <span>{cellOf('value', judged)}</span>
          <span className='seam'>{cellOf('seam', judged)}</span>
          <span>
            {(judged.part?.short_by ?? 0) > 0
              ? (
                <b className='is-short'>
                  {count(judged.part!.stock ?? 0)} of {count(judged.part!.to_buy)} in stock
                </b>
              )
              : cellOf('found', judged)}
          </span>
        </span>
      </button>
    </li>
  );
});
