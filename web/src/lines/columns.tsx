/** The columns of the lines table: the BOM's words left of the seam, ours right of it. */
import type { ReactNode } from 'react';
import { knownBy } from '../../../shared/domain/source.ts';
import { difference, marking, saidWords } from '../lib/difference.ts';
import { describeFacts } from '../lib/describe.ts';
import { openManufacturer } from '../../../shared/domain/open-manufacturer.ts';
import { fieldOf } from '../../../shared/domain/fields.ts';
import { KNOWN_BY_SENTENCES } from '../lib/sources.ts';
import { count, designatorsInShort, plural, price, sum, UNKNOWN } from '../lib/words.ts';
import { Mark } from '../ui/marks.tsx';
import { Marked } from '../ui/marked.tsx';
import { type JudgedLine, loudness, needOf, ownOf, stateOf, whyNothing } from './judged.ts';

export interface Column {
  readonly id: string;
  readonly title: string;
  readonly side: 'bom' | 'seam' | 'part' | 'boards';
  /** px; none takes what is left, or is wide as lines.css says. */
  readonly width?: number;
  readonly isNumber?: boolean;
  /** Each cell names its currency where those of the BOM are not all in the same one. */
  readonly isMoney?: boolean;
  /** Can be left out. */
  readonly isOptional?: boolean;
  /** Is left out unless somebody asks for it. */
  readonly isExtra?: boolean;
  /** What it is sorted by; null where nothing is known, which comes last. */
  readonly sortedBy?: (judged: JudgedLine) => string | number | null;
  /** @param isMixed the BOM has prices in more than one currency */
  readonly cell: (judged: JudgedLine, isMixed: boolean) => ReactNode;
}

/** What stands above its cells. */
export const headOf = ({ id, title }: Column, currencies: readonly string[]): string =>
  id === 'total' && currencies.length === 1 ? `${title}, ${currencies[0]}` : title;

const Unknown = <span className='quietest'>{UNKNOWN}</span>;
/** As wide as what will stand there, so that nothing moves when it comes. */
const bar = (width: number) => <span className='bar' style={{ width }} />;

const open = (width: number, cell: Column['cell']): Column['cell'] => (judged, isMixed) =>
  !judged.isOpen || judged.line.result ? cell(judged, isMixed) : judged.isComing ? bar(width) : Unknown;

/** A dash says that nobody knows it, and not that it was not read yet. */
const openPart = (width: number, cell: Column['cell']): Column['cell'] =>
  open(width, (judged, isMixed) => judged.isPartOpen ? bar(width) : cell(judged, isMixed));

/** An amount, and in what where that is not the same all over the BOM. */
const money = (amount: string, { part }: JudgedLine, isMixed: boolean) =>
  isMixed ? `${amount} ${part?.currency ?? ''}` : amount;

const eachOf = ({ part }: JudgedLine): number | null =>
  part && part.total !== null && part.bought ? part.total / part.bought : null;

/** The contradictions that are worth a mark in a list: none that somebody approved, nor of a run before the one at work. */
export const against = (judged: JudgedLine) => judged.line.review === 'approved' ? [] : disagreements(judged);

/** Whoever approved it has seen them. */
const disagreements = ({ line, verdict }: JudgedLine) =>
  verdict === 'pending'
    ? []
    : (line.result?.contradictions ?? []).filter(({ severity }) => severity !== 'upgrade');

const lookOf = (judged: JudgedLine) =>
  against(judged)[0]?.severity === 'error' ? {} : { look: 'warning' as const };

/** A text of the BOM, with what its part contradicts marked: the words that it was read from. */
function Said({ judged, text, column }: { judged: JudgedLine; text: string; column?: string }) {
  const marked = against(judged).map(({ asked }) => saidWords(text, asked, asked.where === column));
  return <Marked pieces={marking(text, marked)} {...lookOf(judged)} />;
}

function PartNumber({ judged }: { judged: JudgedLine }) {
  const { mpn, result } = judged.line;
  if (mpn == null) return <span className='quietest'>no number</span>;
  const found = result?.component?.mpn;
  const differs = found && plain(found) !== plain(mpn) && judged.verdict !== 'ask';
  return differs
    ? <Marked pieces={difference(mpn, found)} look='chosen' />
    : <Said judged={judged} text={mpn} />;
}

/** That the BOM allows other parts: which ones the panel says. */
function Alternates({ of: { line: { alternate_count: n = 0 } } }: { of: JudgedLine }) {
  return <span className='quieter alternates' title={`The BOM allows ${plural(n, 'alternate')}`}>+{n}</span>;
}

/** `0603 (1608 metric)` in the room of a cell; the panel says it whole. */
const inInches = (text: string) => text.replace(/ \(\d+ metric\)/g, '');

const plain = (mpn: string) => mpn.toUpperCase().replace(/\s/g, '');

function Found({ judged }: { judged: JudgedLine }) {
  const { line, word } = judged;
  const { component, source, candidates, remarks } = line.result ?? {};
  if (!component) {
    if (word === 'failed') {
      return <span className='is-failed'>{remarks?.[0]?.detail ?? 'The lookup did not work'}</span>;
    }
    if (judged.verdict === 'not_fitted') return <span className='quietest'>{whyNothing(line)}</span>;
    return (
      <span className='quieter'>
        {candidates
          ? (candidates === 1 ? '1 candidate' : `${candidates} candidates`)
          : remarks?.[0]?.detail ?? 'Nobody knows it'}
      </span>
    );
  }
  // its number stands on the BOM's side already, and is said again only where nothing else differs
  const found = against(judged).map(({ found }) => inInches(found.text)).filter((text, _, all) =>
    text !== line.mpn || all.length === 1
  );
  // what differs first: the end of a long text may be cut off
  const facts = inInches(describeFacts(component)).split(' · ').toSorted((a, b) =>
    Number(found.includes(b)) - Number(found.includes(a))
  ).join(' · ');
  const other = line.mpn != null && plain(component.mpn) !== plain(line.mpn) ? component.mpn : null;
  const missing = found.filter((text) => !facts.toUpperCase().includes(text.toUpperCase()));
  return (
    <>
      {source && <Mark of={knownBy(source)} label={KNOWN_BY_SENTENCES[knownBy(source)]} className='source' />}
      {line.mpn == null && (
        <span className='mono'>
          {component.mpn}
          {' '}
        </span>
      )}
      {other && (
        <span className='mono'>
          <Marked pieces={difference(other, line.mpn!)} look='chosen' />
          {' '}
        </span>
      )}
      {missing.map((text) => (
        <span key={text}>
          <Marked pieces={[{ text, differs: true }]} {...lookOf(judged)} />
          {' · '}
        </span>
      ))}
      <Marked pieces={marking(facts || component.manufacturer, found)} {...lookOf(judged)} />
      {line.review === 'none' && openManufacturer(remarks ?? []) && (
        <span className='quieter'>{` · one of several manufacturers’`}</span>
      )}
    </>
  );
}

function Seam({ judged }: { judged: JudgedLine }) {
  if (judged.word === 'failed' || judged.verdict === 'not_fitted' || judged.verdict === 'pending') {
    return null;
  }
  const isAgainst = against(judged).length > 0;
  if (judged.verdict === 'ask' && !(isAgainst && judged.line.result?.component)) {
    return <span title='Somebody has to answer'>?</span>;
  }
  return isAgainst
    ? <Mark of='unequal' label='The BOM and the part disagree' />
    : disagreements(judged).length > 0
    ? <Mark of='meant' label='The BOM and the part disagree, and somebody approved that' />
    : judged.line.result?.component
    ? <Mark of='equal' label='The BOM and the part agree' />
    : null;
}

function Lifecycle({ judged }: { judged: JudgedLine }) {
  const { facts } = judged.line.result?.component ?? {};
  const said = facts?.lifecycle;
  if (said === undefined) return Unknown;
  const row = fieldOf('lifecycle');
  const value = row.kind === 'enum' ? row.values?.[String(said)] : undefined;
  const label = (value?.label ?? String(said)).replaceAll('_', ' ');
  return <span className={value?.isGood ? 'quieter' : 'is-at_risk strong'}>{capital(label)}</span>;
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

export const COLUMNS: readonly Column[] = [
  {
    id: 'line',
    title: 'Line',
    side: 'bom',
    width: 48,
    isNumber: true,
    isOptional: true,
    isExtra: true,
    sortedBy: ({ line }) => line.line_number,
    cell: ({ line }) => <span className='quietest'>{line.line_number}</span>,
  },
  {
    id: 'state',
    title: 'State',
    side: 'bom',
    width: 98,
    sortedBy: loudness,
    cell: (judged) => (
      <span className={`state is-${judged.word}`}>
        <Mark of={judged.word} />
        {stateOf(judged)}
      </span>
    ),
  },
  {
    id: 'designators',
    title: 'Designators',
    side: 'bom',
    width: 82,
    isOptional: true,
    sortedBy: ({ line }) => line.designators ?? null,
    cell: ({ line }) =>
      line.designators
        ? <span title={line.designators}>{designatorsInShort(line.designators)}</span>
        : Unknown,
  },
  {
    id: 'quantity',
    title: 'Qty',
    side: 'bom',
    // for 1,000, with its comma
    width: 52,
    isNumber: true,
    isOptional: true,
    sortedBy: ({ line }) => line.quantity ?? null,
    cell: ({ line }) => line.quantity == null ? Unknown : count(line.quantity),
  },
  {
    id: 'mpn',
    title: 'Part number',
    side: 'bom',
    width: 154,
    sortedBy: ({ line }) => line.mpn ?? null,
    cell: (judged) => {
      const number = (
        <span className='mono'>
          <PartNumber judged={judged} />
        </span>
      );
      return (judged.line.alternate_count ?? 0) === 0 ? number : (
        <span className='with-alternates'>
          {number}
          <Alternates of={judged} />
        </span>
      );
    },
  },
  {
    id: 'manufacturer',
    title: 'Manufacturer',
    side: 'bom',
    width: 110,
    isOptional: true,
    isExtra: true,
    sortedBy: ({ line }) => line.manufacturer ?? null,
    cell: ({ line }) => line.manufacturer ?? Unknown,
  },
  {
    id: 'value',
    title: 'Value, footprint',
    side: 'bom',
    isOptional: true,
    sortedBy: ({ line }) => line.value ?? line.description ?? null,
    cell: (judged) => {
      const { value, footprint, description } = judged.line;
      const first = value ?? description;
      if (first == null && footprint == null) return Unknown;
      return (
        <>
          {first != null && (
            <Said judged={judged} text={first} column={value != null ? 'value' : 'description'} />
          )}
          {footprint != null && (
            <span className={first == null ? 'footprint' : 'footprint beside'}>
              <Said judged={judged} text={footprint} column='footprint' />
            </span>
          )}
        </>
      );
    },
  },
  { id: 'seam', title: '', side: 'seam', width: 24, cell: (judged) => <Seam judged={judged} /> },
  {
    id: 'found',
    title: 'What we found',
    side: 'part',
    sortedBy: ({ line: { result } }) => result?.component?.mpn ?? null,
    cell: open(120, (judged) => <Found judged={judged} />),
  },
  {
    id: 'lifecycle',
    title: 'Lifecycle',
    side: 'part',
    width: 90,
    isOptional: true,
    sortedBy: ({ line: { result } }) => String(result?.component?.facts.lifecycle ?? '') || null,
    cell: open(40, (judged) => <Lifecycle judged={judged} />),
  },
  {
    id: 'quality',
    title: 'Known',
    side: 'part',
    width: 56,
    isNumber: true,
    isOptional: true,
    isExtra: true,
    sortedBy: ({ line: { result } }) => result?.quality_score ?? null,
    cell: ({ line: { result } }) => result?.quality_score == null ? Unknown : `${result.quality_score} %`,
  },
  {
    id: 'stock',
    title: 'Stock',
    side: 'boards',
    width: 66,
    isNumber: true,
    isOptional: true,
    sortedBy: ({ part }) => part?.stock ?? null,
    cell: openPart(
      36,
      ({ part }) => (
        <>
          {part && ownOf(part) > 0 && (
            <>
              <Mark
                of='own'
                label={`${plural(ownOf(part), 'piece')} from your own stock`}
                className='pooled'
              />
              {' '}
            </>
          )}
          {part && part.to_buy === 0
            ? <span className='quieter'>{count(part.own_stock)}</span>
            : part?.stock == null
            ? Unknown
            : (
              <span className={(part.short_by ?? 0) > 0 ? 'is-short strong' : 'quieter'}>
                {count(part.stock)}
              </span>
            )}
        </>
      ),
    ),
  },
  {
    id: 'need',
    title: 'Need',
    side: 'boards',
    width: 62,
    isNumber: true,
    isOptional: true,
    sortedBy: ({ part }) => part && needOf(part),
    cell: openPart(24, ({ part }) =>
      part === null ? Unknown : (
        <>
          {part.lines > 1 && (
            <Mark of='pooled' label={`Pooled over ${part.lines} lines`} className='pooled' />
          )} <span className={part.lines > 1 ? 'strong' : undefined}>{count(needOf(part))}</span>
        </>
      )),
  },
  {
    id: 'each',
    title: 'Best price',
    side: 'boards',
    width: 72,
    isNumber: true,
    isOptional: true,
    isMoney: true,
    sortedBy: eachOf,
    cell: openPart(40, (judged, isMixed) => {
      const each = eachOf(judged);
      // where nothing is bought, there is no price that somebody could know
      if (judged.part?.to_buy === 0) return null;
      return each === null ? Unknown : money(price(each), judged, isMixed);
    }),
  },
  {
    id: 'total',
    title: 'Total',
    side: 'boards',
    width: 84,
    isNumber: true,
    isOptional: true,
    isMoney: true,
    sortedBy: ({ share }) => share,
    cell: openPart(
      30,
      (judged, isMixed) => judged.share === null ? Unknown : money(sum(judged.share), judged, isMixed),
    ),
  },
];
