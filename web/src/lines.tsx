import { memo } from 'react';
import type { Line, ListedComponent } from '../../client/bom-feed.ts';
import { describeFacts, describeStanding } from './describe.ts';
import { Offers, type ReadOffers } from './offers.tsx';

interface LinesProps {
  lines: readonly Line[];
  run: number | null;
  readOffers: ReadOffers;
}

export function Lines({ lines, run, readOffers }: LinesProps) {
  return (
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
          <th className='source'>Source</th>
          <th className='number quality'>Quality</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => <LineRow key={line.line_id} line={line} run={run} readOffers={readOffers} />)}
      </tbody>
    </table>
  );
}

/** Only rows that changed are drawn again while batches land. */
const LineRow = memo(function LineRow(
  { line, run, readOffers }: { line: Line; run: number | null; readOffers: ReadOffers },
) {
  const { result } = line;
  const component = result?.component;
  const earlier = result && run !== null && result.run < run && line.status !== 'skipped';
  return (
    <tr className={line.status} data-line={line.line_number}>
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
        {result?.contradictions?.map(({ severity, sentence }) => (
          <p key={sentence} className={severity}>{sentence}</p>
        ))}
        {component && <Known component={component} />}
        {earlier && <span className='why'>from run {result.run}</span>}
        {/* For one board; where a line says no quantity, or none, for one piece. */}
        {component && <Offers line={line} needed={line.quantity || 1} readOffers={readOffers} />}
        {result?.remarks.map((remark) => (
          <p key={`${remark.code} ${remark.detail}`} className='remark'>{remark.detail}</p>
        ))}
        {result?.candidates && <p className='remark'>{mayMean(result.candidates)}</p>}
      </td>
      <td className='source'>{result?.source}</td>
      <td className='number quality'>{result?.quality_score}</td>
    </tr>
  );
});

const mayMean = (parts: number) =>
  parts === 1 ? 'One other part may be meant.' : `${parts} other parts may be meant.`;

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
