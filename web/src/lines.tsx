import { memo } from 'react';
import type { Line } from '../../client/bom-feed.ts';
import type { ComponentFields } from '../../shared/domain/component.ts';
import { describeFields, describeStanding, isFromSandbox } from './describe.ts';
import { Offers } from './offers.tsx';

export function Lines({ lines, run }: { lines: readonly Line[]; run: number | null }) {
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
      <tbody>{lines.map((line) => <LineRow key={line.line_id} line={line} run={run} />)}</tbody>
    </table>
  );
}

/** Only rows that changed are drawn again while batches land. */
const LineRow = memo(function LineRow({ line, run }: { line: Line; run: number | null }) {
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
        {component && <Known fields={component.fields} />}
        {earlier && <span className='why'>from run {result.run}</span>}
        {/* For one board; where a line says no quantity, or none, for one piece. */}
        {component && <Offers offers={component.offers} needed={line.quantity || 1} />}
        {result?.remarks.map((remark) => <p key={remark.code} className='remark'>{remark.detail}</p>)}
      </td>
      <td className='source'>{result?.source}</td>
      <td className='number quality'>{result?.quality_score}</td>
    </tr>
  );
});

function Known({ fields }: { fields: ComponentFields }) {
  return (
    <>
      <span>{describeFields(fields)}</span>
      {describeStanding(fields).map(({ text, isGood }) => (
        <span key={text} className={isGood ? 'standing' : 'doubtful'}>{` · ${text}`}</span>
      ))} {isFromSandbox(fields) && <span className='sandbox'>sandbox data</span>}
    </>
  );
}
