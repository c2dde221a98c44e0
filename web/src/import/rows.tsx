/** The first rows of a file as it was read, what each column is above it, and what is made of each row beside it. */
import { Fragment, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { COLUMN_ROLES, type ColumnRole, type FileMapping } from '../../../shared/domain/mapping.ts';
import type { Preview } from '../lib/api.ts';
import { PHONE, useMedia, useWidth } from '../lib/browser.ts';
import { plural } from '../lib/words.ts';
import { Mark } from '../ui/marks.tsx';

const ROLE_WORDS: Readonly<Record<ColumnRole, string>> = {
  mpn: 'Part number',
  manufacturer: 'Manufacturer',
  quantity: 'Quantity',
  designators: 'Designators',
  description: 'Description',
  value: 'Value',
  footprint: 'Footprint',
  supplier: 'Supplier',
  supplier_number: 'Supplier’s number',
  do_not_place: 'Do not place',
  place: 'Place',
  internal_number: 'Own number',
  substitution: 'Substitution',
  note: 'Note',
  item: 'Item number',
  extra: 'Kept as it is',
};

type Issue = Preview['issues'][number];

/** Until it is known how wide the page is. */
const USUAL_WIDTH = 1_360;
/** Left and right of remarks below a row. */
const ASIDE = 20;

interface RowsProps {
  readonly preview: Preview;
  readonly mapping: FileMapping;
  readonly isBusy: boolean;
  /** @param use the place of a column among the mapping's */
  readonly onRole: (use: number, role: ColumnRole) => void;
}

export function Rows({ preview, mapping, isBusy, onRole }: RowsProps) {
  const isPhone = useMedia(PHONE);
  const [width, box] = useWidth(USUAL_WIDTH);
  const table = useRef<HTMLTableElement>(null);
  /** What the sheet is as wide as. */
  const shape = `${width} ${mapping.columns.map(({ role }) => role).join(' ')}`;
  const [tight, setTight] = useState<string | null>(null);
  // Beside the last column of a sheet that has no room for them they would be out of sight, or cover it.
  const isBelow = isPhone || tight === shape;
  useLayoutEffect(() => {
    if (!isBelow && table.current!.offsetWidth > width) setTight(shape);
  }, [shape, isBelow, width]);
  const issuesOf = useMemo(() => byRow(preview.issues), [preview]);
  const notPlaced = useMemo(() => new Set(preview.not_placed), [preview]);
  const header = preview.rows.filter(({ row }) => mapping.header_rows.includes(row));
  const body = preview.rows.filter(({ row }) => !mapping.header_rows.includes(row));
  const shown = new Set(preview.rows.map(({ row }) => row));
  const others = preview.issues.filter(({ row }) => row === null || !shown.has(row));
  const lastShown = body.at(-1)?.row ?? 0;

  return (
    <>
      <div ref={box} className='sheet-rows'>
        <table ref={table} className='preview'>
          <thead>
            <tr>
              <th scope='col'>
                <span className='unseen'>Row</span>
              </th>
              {mapping.columns.map(({ index, name, role }, i) => (
                <th key={i} scope='col'>
                  <select
                    aria-label={`Column ${name || index + 1} is`}
                    value={role}
                    disabled={isBusy}
                    className={role === 'extra' ? 'kept' : undefined}
                    onChange={({ currentTarget }) => onRole(i, currentTarget.value as ColumnRole)}
                  >
                    {COLUMN_ROLES.map((each) => <option key={each} value={each}>{ROLE_WORDS[each]}</option>)}
                  </select>
                </th>
              ))}
              {!isBelow && (
                <th scope='col' className='remarks'>
                  {preview.issues.length === 0 ? 'No remarks' : plural(preview.issues.length, 'remark')}
                </th>
              )}
            </tr>
            {header.map(({ row, cells }) => (
              <Fragment key={row}>
                <tr className='header'>
                  <td className='number'>{row}</td>
                  {mapping.columns.map(({ index }, i) => <td key={i}>{cells[index]}</td>)}
                  {!isBelow && <RemarksCell of={issuesOf.get(row)} />}
                </tr>
                {isBelow && (
                  <RemarksBelow of={issuesOf.get(row)} columns={mapping.columns.length + 1} width={width} />
                )}
              </Fragment>
            ))}
          </thead>
          <tbody>
            {body.map(({ row, cells }) => {
              const issues = issuesOf.get(row);
              const isNotPlaced = notPlaced.has(row);
              return (
                <Fragment key={row}>
                  <tr className={isLine(row, mapping) ? undefined : 'left-out'}>
                    <td className='number'>{row}</td>
                    {mapping.columns.map(({ index, name, role }, i) => (
                      <td
                        key={i}
                        className={classesOf(role, issues?.find(({ column }) => column === name))}
                      >
                        {cells[index]}
                      </td>
                    ))}
                    {!isBelow && <RemarksCell of={issues} isNotPlaced={isNotPlaced} />}
                  </tr>
                  {isBelow && (
                    <RemarksBelow
                      of={issues}
                      isNotPlaced={isNotPlaced}
                      columns={mapping.columns.length + 1}
                      width={width}
                    />
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className='quietest'>
        {lastShown < mapping.last_row
          ? `The first ${plural(body.length, 'row')} of ${mapping.last_row - mapping.first_row + 1}.`
          : body.length === 1
          ? 'The only row.'
          : `All ${plural(body.length, 'row')}.`}
      </p>
      <Others issues={others} />
    </>
  );
}

function byRow(issues: readonly Issue[]): ReadonlyMap<number | null, readonly Issue[]> {
  const all = new Map<number | null, Issue[]>();
  for (const issue of issues) {
    const some = all.get(issue.row);
    if (some) some.push(issue);
    else all.set(issue.row, [issue]);
  }
  return all;
}

const isLine = (row: number, { first_row, last_row }: FileMapping) => row >= first_row && row <= last_row;

const classesOf = (role: ColumnRole, issue: Issue | undefined) =>
  [role === 'mpn' ? 'mono' : '', issue ? `is-${issue.severity}` : ''].filter(Boolean).join(' ') || undefined;

interface RemarksProps {
  readonly of: readonly Issue[] | undefined;
  /** Its line is not placed. */
  readonly isNotPlaced?: boolean;
}

const RemarksCell = (props: RemarksProps) => (
  <td className='remarks'>
    <Remarks {...props} />
  </td>
);

/** These say that a line is not placed, and why. */
const OF_PLACING: ReadonlySet<string> = new Set([
  'not_placed_by_word',
  'conditional_not_placed',
  'read_as_not_placed',
]);

/** A row of its own, which stays in sight however far the sheet is scrolled to the side. */
function RemarksBelow(
  { columns, width, ...remarks }: RemarksProps & { readonly columns: number; readonly width: number },
) {
  const { of: issues = [], isNotPlaced = false } = remarks;
  return (issues.length > 0 || isNotPlaced) && (
    <tr>
      <td className='remarks' colSpan={columns}>
        <div style={{ width: width - ASIDE }}>
          <Remarks {...remarks} />
        </div>
      </td>
    </tr>
  );
}

/** What we make of a row: a warning by its shape, too. */
function Remarks({ of: issues = [], isNotPlaced = false }: RemarksProps) {
  return (
    <>
      {issues.map(({ severity, code, row, column, detail }) => (
        <span key={`${code} ${column}`} className={`remark is-${severity}`} title={detail}>
          <Mark of={severity === 'warning' ? 'at_risk' : 'not_fitted'} />
          {besideRow(detail, row)}
        </span>
      ))}
      {isNotPlaced && !issues.some(({ code }) => OF_PLACING.has(code)) && (
        <span className='remark'>
          <Mark of='not_fitted' />Not placed
        </span>
      )}
    </>
  );
}

/** Where a remark stands says what its first words would. */
const besideRow = (detail: string, row: number | null) =>
  detail.replace(new RegExp(`^Row ${row}(, column ".*?")?: `), '');

/** More remarks than these, none of them a warning, are there for whoever asks. */
const SHOWN_AT_ONCE = 10;

/** What is said of rows that are not shown, and of the file. */
function Others({ issues }: { readonly issues: readonly Issue[] }) {
  if (issues.length === 0) return null;
  return (
    <details open={issues.length <= SHOWN_AT_ONCE || issues.some(({ severity }) => severity === 'warning')}>
      <summary>{plural(issues.length, 'more remark')}</summary>
      <ul>
        {issues.map(({ severity, detail, row, column, code }) => (
          <li key={`${code} ${row} ${column}`} className={`remark is-${severity}`}>
            <Mark of={severity === 'warning' ? 'at_risk' : 'not_fitted'} />
            {detail}
          </li>
        ))}
      </ul>
    </details>
  );
}
