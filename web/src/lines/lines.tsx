import { memo } from 'react';
import type { Line, ListedComponent } from '../../../client/bom-feed.ts';
import { knownBy } from '../../../shared/domain/known-by.ts';
import { Candidates, type ReviewLine } from '../review/candidates.tsx';
import { Contradictions, ContradictionsOfAll } from './contradictions.tsx';
import { describeFacts, describeStanding, KNOWN_BY_WORDS } from '../lib/describe.ts';
import { Facts } from './facts.tsx';
import { Offers } from './offers.tsx';
import type { ReadLine } from './opened.tsx';

interface OfLines {
  readonly run: number | null;
  readonly readLine: ReadLine;
  /** Null: somebody who only looks. */
  readonly review: ReviewLine | null;
}

export function Lines({ lines, ...rest }: OfLines & { readonly lines: readonly Line[] }) {
  return (
    <>
      <ContradictionsOfAll lines={lines} />
      <table className='lines'>
        <thead>
          <tr>
            <th className='number'>#</th>
            <th className='designators'>Designators</th>
            <th className='number quantity'>Qty</th>
            <th>Part number</th>
            <th className='manufacturer'>Manufacturer</th>
            <th>State</th>
            <th className='known'>What is known</th>
            <th className='source'>By whom</th>
            <th className='number quality'>Quality</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => <LineRow key={line.line_id} line={line} {...rest} />)}
        </tbody>
      </table>
    </>
  );
}

/** Only rows that changed are drawn again while batches land. */
const LineRow = memo(function LineRow({ line, run, readLine, review }: OfLines & { readonly line: Line }) {
  const { result } = line;
  const component = result?.component;
  const earlier = result && run !== null && result.run < run && line.status !== 'skipped';
  const worst = result?.contradictions?.[0]?.severity;
  return (
    <tr
      className={worst ? `${line.status} has-${worst}` : line.status}
      data-line={line.line_number}
      tabIndex={-1}
    >
      <td className='number'>{line.line_number}</td>
      <td className='designators' title={line.designators ?? ''}>{line.designators}</td>
      <td className='number quantity'>{line.quantity}</td>
      <td className='mpn'>{line.mpn ?? <span className='missing'>no part number</span>}</td>
      <td className='manufacturer'>{component?.manufacturer ?? line.manufacturer}</td>
      <td>
        <span className={`state ${line.status}`}>{line.status.replace('_', ' ')}</span>
        {line.do_not_place && <span className='why'>not placed</span>}
      </td>
      <td className='known'>
        {result?.contradictions && <Contradictions of={result.contradictions} />}
        {component && <Known component={component} />}
        {earlier && <span className='why'>from run {result.run}</span>}
        {result?.remarks.map((remark) => (
          <p key={`${remark.code} ${remark.detail}`} className='remark'>{remark.detail}</p>
        ))}
        <Candidates line={line} readLine={readLine} review={review} />
        {component && <Facts line={line} readLine={readLine} />}
        {/* For one board; where a line says no quantity, or none, for one piece. */}
        {component && <Offers line={line} needed={line.quantity || 1} readLine={readLine} />}
      </td>
      <td className='source'>
        {result?.source && <span title={result.source}>{KNOWN_BY_WORDS[knownBy(result.source)]}</span>}
      </td>
      <td className='number quality'>{result?.quality_score}</td>
    </tr>
  );
});

function Known({ component }: { component: ListedComponent }) {
  return (
    <>
      <span>{describeFacts(component)}</span>
      {describeStanding(component).map(({ text, isGood }) => (
        <span key={text} className={isGood ? 'standing' : 'doubtful'}>{` · ${text}`}</span>
      ))} {component.sandbox && <span className='sandbox'>sandbox data</span>}
    </>
  );
}
