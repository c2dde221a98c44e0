/** One line: what the BOM says and what was found, who says so, what it is sold for, and what can be decided. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Line } from '../lines/line.ts';
import { bestPurchases } from '../../../shared/assess/price-breaks.ts';
import type { Contradiction } from '../../../shared/domain/contradiction.ts';
import { FIELD_NAMES, type FieldName, fieldOf } from '../../../shared/domain/fields.ts';
import { isSandbox } from '../../../shared/domain/source.ts';
import {
  type Api,
  isChangedSince,
  type LineAnswer,
  type LineChanges,
  type Offer,
  type Review,
} from '../lib/api.ts';
import { describeFact, describeFacts, factsOf, inShort, KNOWN_BY_WORDS } from '../lib/describe.ts';
import { useApi, useIsByLink } from '../lib/session.ts';
import { sourceInShort, sourceInWords, supplierName } from '../lib/sources.ts';
import { count, day, messageOf, nameOfLine, price, sum, UNKNOWN } from '../lib/words.ts';
import { type JudgedLine, stateOf, whyNothing } from '../lines/judged.ts';
import { correctedValue, isDrawn } from './correction.ts';
import { whyEqual } from './why-equal.ts';
import { Candidates, isReviewed, undoOfLast } from '../review/candidates.tsx';
import { Button, Errors, Loading } from '../ui/controls.tsx';
import { Copy } from '../ui/copy.tsx';
import { useHold } from '../ui/held.ts';
import { Mark } from '../ui/marks.tsx';
import { Marked } from '../ui/marked.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { EditLine } from './edit-line.tsx';
import { LineHistory } from './line-history.tsx';
import { Meanwhile, type Others } from './meanwhile.tsx';

/** What stands open in a panel from the first. */
export type PanelBegins = 'edit' | 'note' | null;

interface PanelProps {
  readonly bomId: string;
  readonly judged: JudgedLine;
  readonly begins?: PanelBegins;
  /** Null: somebody who only looks. */
  readonly review: ((line: Line, review: Review) => Promise<void>) | null;
  /** Fails where it is refused: what asks for it says why, and keeps what was typed. */
  readonly change: ((line: Line, changes: LineChanges, asOf?: number | null) => Promise<void>) | null;
  /** Who else is at work on it; of no concern to somebody who only looks. */
  readonly others?: Others;
  /** Why what is being typed cannot be saved any more. */
  readonly closed?: string | null;
  /** Why nothing was decided of it: somebody else has changed it meanwhile. */
  readonly conflict?: string | null;
  /** A run is at work: the line cannot be changed before it ends. */
  readonly isRunning: boolean;
  /** Somebody else has decided of the line since the page read it: decisions are no events. */
  readonly onOther?: () => Promise<void>;
  /** Nothing was done to this line: the key means what was done before, elsewhere. */
  readonly onUndoOther?: () => void;
  readonly onClose: () => void;
  readonly onMove: (by: 1 | -1) => void;
}

const ALONE: Others = { seen: () => null, theirs: new Map(), who: () => '' };

export function Panel(
  {
    bomId,
    judged,
    begins = null,
    review,
    change,
    others = ALONE,
    closed = null,
    conflict = null,
    isRunning,
    onOther,
    onUndoOther,
    onClose,
    onMove,
  }: PanelProps,
) {
  const { line, word } = judged;
  const api = useApi();
  const isByLink = useIsByLink();
  const queries = useQueryClient();
  const read = {
    // what a run or somebody has changed of the line is read again
    queryKey: ['line', bomId, line.line_id, line],
    queryFn: () => api.readLine(bomId, line.line_id),
  };
  const { data: answer, error, isPlaceholderData, fetchStatus } = useQuery({
    ...read,
    placeholderData: (before) => before?.line.line_id === line.line_id ? before : undefined,
  });
  const [isEditing, setEditing] = useState(false);
  const [complaint, setComplaint] = useState<string | null>(null);
  const now = answer && !isPlaceholderData ? answer.line : line;
  const isOther = now.review !== line.review || now.status !== line.status;
  useEffect(() => {
    if (isOther) onOther?.().catch((e) => setComplaint(messageOf(e)));
    // Once for each difference: a line that cannot be read again must not be asked for over and over.
  }, [isOther]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    setEditing(begins === 'edit' && !isRunning && change !== null);
    setComplaint(null);
  }, [line.line_id]);
  const contradictions = line.result?.contradictions ?? [];
  const why = contradictions.length > 0
    ? ''
    : judged.verdict === 'not_fitted' && line.status === 'skipped'
    ? `${whyNothing(line)}.`
    : judged.why;
  // What is the reason for the word is said once.
  const remarks = (line.result?.remarks ?? []).filter(({ detail }) =>
    detail !== why && contradictions.every(({ sentence }) => sentence !== detail)
  );
  const component = line.result?.component;
  const { data: numbering } = useQuery({
    ...numberingOf(api, bomId, line),
    enabled: component != null && !isByLink,
  });
  const mayDecide = review !== null && !isRunning;
  const decide = (how: Review) => {
    setComplaint(null);
    review?.(line, how).catch((e) => setComplaint(messageOf(e)));
  };
  /** Of the line as it is shown: what it was before may still stand for it. */
  const undo = async () => await review?.(line, undoOfLast(await queries.ensureQueryData(read)));
  const undoHere = () => void undo().catch((e) => setComplaint(messageOf(e)));
  const undoByKey = async () => {
    const { last_change } = await queries.ensureQueryData(read);
    if (last_change === null && !isReviewed(line)) onUndoOther?.();
    else undoHere();
  };
  const isRead = answer !== undefined && !isPlaceholderData;
  const last = isRead ? answer.last_change : null;
  // What was carried over from another revision is no change, and can be taken back. What was done last is said once it is known.
  const done = last ? DONE[last.action] : !isReviewed(line) ? null : isRead ? doneOf(line) : 'Decided';
  useKeys({
    e: change && !isRunning ? () => setEditing(true) : undefined,
    a: mayDecide && component ? () => decide({ action: 'approve' }) : undefined,
    n: mayDecide ? () => decide({ action: 'nothing_to_buy' }) : undefined,
    u: mayDecide ? () => void undoByKey().catch((e) => setComplaint(messageOf(e))) : undefined,
  });
  const sheet = sheetOf(answer);

  return (
    <aside className='panel' aria-label={nameOfLine(line, { begins: true })}>
      <header>
        <p>
          <span className={`state is-${word}`}>
            <Mark of={word} />
            {stateOf(judged)}
          </span>
          <span className='quieter where' title={whereOf(line, answer)}>{whereOf(line, answer)}</span>
          <Button look='quiet' aria-label='Next line' onClick={() => onMove(1)}>
            <kbd aria-hidden='true'>j</kbd>
          </Button>
          <Button look='quiet' aria-label='Line before' onClick={() => onMove(-1)}>
            <kbd aria-hidden='true'>k</kbd>
          </Button>
          <Button look='quiet' aria-label='Close, Esc' onClick={onClose}>
            <kbd aria-hidden='true'>Esc</kbd>
          </Button>
        </p>
        <h2 ref={heading} className='mono' tabIndex={-1}>
          {line.mpn ?? component?.mpn ?? 'No part number'}
        </h2>
        <p className='quieter'>
          {[component?.manufacturer ?? line.manufacturer, categoryOf(component)].filter(Boolean).join(' · ')}
          {sheet && (
            <>
              {' · '}
              <a href={sheet} target='_blank' rel='noreferrer'>data sheet</a>
            </>
          )}
        </p>
      </header>
      <div className='body'>
        {contradictions.map((each) => (
          <Readings key={each.sentence} contradiction={each} manufacturer={component?.manufacturer} />
        ))}
        {why && <p className='why'>{why}</p>}
        {remarks.map(({ code, detail }) => <p key={`${code} ${detail}`} className='why quieter'>{detail}</p>)}
        {answer?.issues?.map(({ code, detail }) => <p key={code} className='why is-at_risk'>{detail}</p>)}
        <Errors of={[conflict]} />
        {isRunning && review && <p className='quietest'>It can be changed once the run has ended.</p>}
        {mayDecide && (
          <Decisions
            judged={judged}
            contradiction={contradictions[0]}
            done={done}
            onDecide={decide}
            onUndo={undoHere}
            onEdit={() => setEditing(true)}
            ofValue={numbering?.of_value?.mpn ?? null}
            onCorrect={change && ((changes) => {
              setComplaint(null);
              change(line, changes).catch((e) => setComplaint(messageOf(e)));
            })}
          />
        )}
        {isEditing && answer && (change || closed !== null) && (
          <EditLine
            key={line.line_id}
            answer={answer}
            others={others}
            closed={closed}
            onClose={() => setEditing(false)}
            onSave={async (changes, asOf) => await change?.(line, changes, asOf)}
          />
        )}
        <Errors of={[error && messageOf(error), complaint]} />
        {!answer
          ? fetchStatus === 'paused'
            ? (
              <p role='status' className='quieter'>
                You are offline. This line is read once the network is back.
              </p>
            )
            : !error && <Loading />
          : (
            <>
              <Candidates line={line} answer={answer} review={mayDecide ? review : null} />
              {answer.line.result?.component && <Fields judged={judged} answer={answer} />}
              {answer.line.result?.component && (
                judged.verdict === 'not_fitted'
                  ? <p className='quieter'>None of it is bought.</p>
                  : <Offers offers={answer.line.result.component.offers} judged={judged} />
              )}
              {line.result?.component && !isByLink && <Equivalents bomId={bomId} line={line} />}
              <Rest answer={answer} />
              {!isByLink && <LineHistory bomId={bomId} answer={answer} />}
              <Note
                key={line.line_id}
                answer={answer}
                others={others}
                closed={closed}
                isOpenAtFirst={begins === 'note' && !isRunning && change !== null}
                onSave={change && !isRunning ? (note, asOf) => change(line, { note }, asOf) : null}
              />
            </>
          )}
      </div>
    </aside>
  );
}

function whereOf(line: Line, answer: LineAnswer | undefined): string {
  return [
    line.designators,
    line.quantity != null && `${count(line.quantity)} a board`,
    answer?.source_row != null && `row ${answer.source_row} of the file`,
  ].filter(Boolean).join(' · ');
}

function categoryOf(component: NonNullable<Line['result']>['component']): string | undefined {
  const category = component?.facts.category;
  return category === undefined ? undefined : String(category).replaceAll('_', ' ');
}

/** Only what a browser fetches from elsewhere: a member may have typed it in, and `javascript:` is an address, too. */
const isWeb = (address: string | undefined | null): address is string =>
  typeof address === 'string' && /^https?:/i.test(address);

function sheetOf(answer: LineAnswer | undefined): string | undefined {
  const field = answer?.line.result?.component?.fields.datasheet;
  const address = field && String(field.value);
  return isWeb(address) ? address : undefined;
}

/** Both readings, with where each stands, and the seam between them. */
function Readings(
  { contradiction, manufacturer }: {
    contradiction: Contradiction;
    manufacturer: string | undefined;
  },
) {
  const { severity, asked, found, sentence } = contradiction;
  const isBom = found.source === 'bom';
  return (
    <>
      <dl className={`readings ${severity}`}>
        <div>
          <dt>Your BOM says</dt>
          <dd>{breakable(asked.text)}</dd>
          <dd className='from'>column {asked.where}</dd>
        </div>
        <i aria-hidden='true'>
          <Mark of='unequal' />
        </i>
        <div>
          <dt>{isBom ? 'And elsewhere' : 'The part is'}</dt>
          <dd>{breakable(found.text)}</dd>
          <dd className='from' title={found.source}>
            {isBom ? 'in the BOM' : `by ${sourceInWords(found.source, undefined, manufacturer)}`}
          </dd>
        </div>
      </dl>
      <p className='why'>
        {sentence}
        {isDrawn(contradiction) && ' If the part is right, the footprint has to be changed in the drawing.'}
      </p>
    </>
  );
}

/** `C_0402_1005Metric` is one word to a browser; it may go on in the next row after each underscore. */
const breakable = (text: string) =>
  text.split(/(?<=_)/).map((piece, i) => (
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {piece}
    </Fragment>
  ));

interface DecisionsProps {
  readonly judged: JudgedLine;
  readonly contradiction: Contradiction | undefined;
  /** What was done last, and can be taken back; null where there is nothing. */
  readonly done: string | null;
  /** The number that the value means, where that contradicts the line's; null where nobody can say. */
  readonly ofValue: string | null;
  readonly onDecide: (review: Review) => void;
  readonly onUndo: () => void;
  readonly onEdit: () => void;
  /** Null: somebody who only decides. */
  readonly onCorrect: ((changes: Readonly<Record<string, unknown>>) => void) | null;
}

const DONE: Readonly<Record<NonNullable<LineAnswer['last_change']>['action'], string>> = {
  edit: 'Edited',
  approve: 'Approved',
  choose: 'Part chosen',
  keep_as_written: 'Kept as written',
  nothing_to_buy: 'Nothing to buy',
  reject: 'Rejected',
  reset: 'Set back',
  undo: '',
};

const doneOf = ({ review, status }: Line): string =>
  review === 'rejected' ? DONE.reject : status === 'skipped' ? DONE.nothing_to_buy : DONE.approve;

function Decisions(
  { judged: { line, verdict }, contradiction, done, ofValue, onDecide, onUndo, onEdit, onCorrect }:
    DecisionsProps,
) {
  const { review, result } = line;
  const value = onCorrect !== null && contradiction ? correctedValue(line, contradiction) : null;
  return (
    <div className='decisions'>
      {review === 'rejected' && onCorrect && (
        <p className='why'>
          What was found is not the part. Edit the line and write the number of the right one, which the next
          run looks up; or say that there is nothing to buy.
        </p>
      )}
      {done !== null && <Button look='link' shortcut='u' onClick={onUndo}>{`${done}. Undo`}</Button>}
      {review !== 'approved' && onCorrect && ofValue !== null && (
        <Button
          look='link'
          onClick={() => onCorrect({ mpn: ofValue })}
        >
          The value is right: <b className='mono'>{ofValue}</b>
        </Button>
      )}
      {review !== 'approved' && value !== null && (
        <Button look='link' onClick={() => onCorrect?.({ value })}>
          The part is right: value becomes <b>{value}</b>
        </Button>
      )}
      {review !== 'approved' && result?.component && (
        <Button
          look='link'
          shortcut='a'
          onClick={() => onDecide({ action: 'approve' })}
        >
          {contradiction ? 'Both are meant so: approve' : 'It is the right part: approve'}
        </Button>
      )}
      {review !== 'rejected' && result?.component && (
        <Button
          look='link'
          onClick={() => onDecide({ action: 'reject' })}
        >
          It is the wrong part
        </Button>
      )}
      {verdict === 'ask' && line.status === 'not_found' && !line.result?.candidates && (
        // without its key: here that moves to the line before
        <Button look='link' onClick={() => onDecide({ action: 'keep_as_written' })}>Keep as written</Button>
      )}
      {line.status !== 'skipped' && (
        <Button
          look='link'
          shortcut='n'
          onClick={() => onDecide({ action: 'nothing_to_buy' })}
        >
          Nothing to buy
        </Button>
      )}
      {onCorrect && <Button look='link' shortcut='e' onClick={onEdit}>Edit the line</Button>}
    </div>
  );
}

/** Stands above, and needs no row where the BOM says nothing of it. */
const IN_TITLE: ReadonlySet<FieldName> = new Set(['manufacturer', 'category']);

/** What the BOM says of each field, as it was held against the part, and where. */
function Fields({ judged, answer }: { judged: JudgedLine; answer: LineAnswer }) {
  const component = answer.line.result!.component!;
  const said = new Map(judged.line.result?.contradictions?.map((each) => [each.field, each]));
  // What differs first, then what else the BOM says.
  const rank = (name: FieldName) => said.has(name) ? 2 : answer.stated[name] ? 1 : 0;
  return (
    <table className='small fields'>
      <thead>
        <tr>
          <th>
            <b>Fields</b>
          </th>
          <th>Your BOM</th>
          <th className='seam'>
            <span className='unseen'>Whether both agree</span>
          </th>
          <th>The part</th>
          <th>Where from</th>
        </tr>
      </thead>
      <tbody>
        {FIELD_NAMES.toSorted((a, b) => rank(b) - rank(a)).map((name) => {
          const field = component.fields[name];
          if (!field || name === 'datasheet' || (IN_TITLE.has(name) && rank(name) === 0)) return null;
          const against = said.get(name);
          const saying = against
            ? { ...against.asked, verdict: against.severity }
            : answer.stated[name] ?? null;
          const verdict = saying?.verdict;
          const differs = verdict === 'error' || verdict === 'warning';
          const look = verdict === 'error' ? {} : { look: 'warning' as const };
          const mark = (text: string) =>
            differs ? <Marked pieces={[{ text, differs }]} {...look} /> : breakable(text);
          return (
            <tr key={name}>
              <td className='quieter'>{fieldOf(name).label}</td>
              <td className='wraps' title={saying ? `Column ${saying.where}` : undefined}>
                {saying
                  ? (
                    <>
                      {mark(saying.text)} <span className='from'>{saying.where}</span>
                    </>
                  )
                  : <span className='quietest'>{UNKNOWN}</span>}
              </td>
              <td className={differs ? 'seam is-wrong' : 'seam'}>
                {differs
                  ? <Mark of='unequal' label='differs' />
                  : verdict === 'fine'
                  ? <Mark of='equal' label='the same' />
                  : verdict === 'upgrade' && <Mark of='meant' label='better than asked' />}
              </td>
              <td className='wraps'>
                {mark(inWords(name, field))}
                {field.conflicts?.map((other) => (
                  <span key={other.source} className='is-at_risk'>
                    {` or ${inWords(name, other)} by ${
                      sourceInWords(other.source, other.observed_at, component.manufacturer)
                    }`}
                  </span>
                ))}
              </td>
              <td
                className='quieter wraps'
                title={sourceInWords(field.source, field.observed_at, component.manufacturer)}
              >
                <Source field={field} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type Said = {
  value: string | number;
  unit?: string | undefined;
  source: string;
  reference?: string | undefined;
  observed_at?: string | undefined;
};

function inWords(name: (typeof FIELD_NAMES)[number], said: Said): string {
  const row = fieldOf(name);
  const word = String(said.value);
  return row.kind === 'enum'
    ? row.values?.[word]?.label ?? word.replaceAll('_', ' ')
    : describeFact(inShort(said as Parameters<typeof inShort>[0]));
}

function Source({ field: { source, reference, observed_at } }: { field: Said }) {
  const words = sourceInShort(source, observed_at);
  return isWeb(reference) ? <a href={reference} target='_blank' rel='noreferrer'>{words}</a> : words;
}

/** What the need of this part costs at each supplier, the one to take first. */
function Offers({ offers, judged }: { offers: readonly Offer[]; judged: JudgedLine }) {
  const own = judged.part?.own_stock ?? 0;
  const needed = Math.max(1, judged.part?.to_buy ?? judged.line.quantity ?? 1);
  if (offers.length === 0 && own === 0) return <p className='quieter'>No supplier is known to sell it.</p>;
  const best = new Set<Offer>(bestPurchases(offers, needed).map(({ offer }) => offer));
  const sorted = offers.toSorted((a, b) => +best.has(b) - +best.has(a));
  return (
    <section>
      <h3>
        {judged.part?.to_buy === 0 ? 'Your own stock is enough' : `Offers for ${count(needed)}`}
        {judged.part && (
          <span>
            {count(judged.part.placed)} on boards + {count(judged.part.spares)} spare
            {own > 0 && ` − ${count(Math.min(own, judged.part.placed + judged.part.spares))} of your own`}
            {judged.part.lines > 1 && `, ${judged.part.lines} lines pooled`}
          </span>
        )}
      </h3>
      <table className='small offers'>
        <thead>
          <tr>
            <th>Supplier</th>
            <th>Packing</th>
            <th className='number'>Stock</th>
            <th className='number'>Buy</th>
            <th className='number'>Each</th>
            <th className='number'>Total</th>
          </tr>
        </thead>
        <tbody>
          {own > 0 && (
            <tr data-offer='own'>
              <td>Your own stock</td>
              <td className='quieter'>{UNKNOWN}</td>
              <td className='number'>{count(own)}</td>
              <td className='number quieter' colSpan={3}>used first</td>
            </tr>
          )}
          {sorted.map((offer) => (
            <OfferRow
              key={`${offer.supplier} ${offer.seller} ${offer.supplier_part_number}`}
              offer={offer}
              needed={needed}
              isBest={best.has(offer)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the supplier did not say is left out; nothing here stands for a value that nobody gave. */
function OfferRow({ offer, needed, isBest }: { offer: Offer; needed: number; isBest: boolean }) {
  const orders = bestPurchases([offer], needed);
  const [order] = orders;
  const { supplier, seller, url, packaging, stock, fetched_at, lead_time_days, min_quantity, multiple } =
    offer;
  const name = seller || supplierName(supplier);
  const quantity = order?.quantity ?? needed;
  const isEnough = stock === null || stock >= quantity;
  const terms = [
    offer.supplier_part_number,
    offer.manufacturer_as_given && `as ${offer.manufacturer_as_given}`,
    seller && `told by ${supplierName(supplier)}`,
    offer.marketplace && 'ships and returns separately',
    order?.instead_of
      ? `costs less than ${count(order.instead_of.quantity)}`
      : min_quantity !== null && min_quantity > needed && `at least ${count(min_quantity)}`,
    multiple !== null && multiple > 1 && `in multiples of ${count(multiple)}`,
    lead_time_days !== null && `${count(lead_time_days)} days lead time`,
    offer.own && 'your own offer',
    isSandbox(supplier) && 'made up',
    day(fetched_at),
    ...orders.slice(1).map(({ total, currency }) => `or ${sum(total)} ${currency}`),
  ].filter(Boolean);
  const look = isBest ? 'best' : '';
  return (
    <>
      <tr className={look} data-offer={offer.supplier_part_number}>
        <td>{isWeb(url) ? <a href={url} target='_blank' rel='noreferrer'>{name}</a> : name}</td>
        <td className='quieter'>{packaging ? packaging.replaceAll('_', ' ') : UNKNOWN}</td>
        <td className={isEnough ? 'number' : 'number is-short'}>{stock === null ? UNKNOWN : count(stock)}</td>
        <td className='number'>{order ? count(order.quantity) : UNKNOWN}</td>
        <td className='number'>{order ? price(order.price) : UNKNOWN}</td>
        <td className='number'>{order ? `${sum(order.total)} ${order.currency}` : UNKNOWN}</td>
      </tr>
      <tr className={`terms ${look}`}>
        <td colSpan={6}>{terms.join(' · ')}</td>
      </tr>
    </>
  );
}

/** What the manufacturers' numbering says of a line's part, besides the part. */
const numberingOf = (api: Api, bomId: string, { line_id, value, result }: Line) => ({
  queryKey: ['equivalents', bomId, line_id, result?.component?.mpn, value],
  queryFn: () =>
    api.call('GET /boms/:bom_id/lines/:line_id/equivalents', { params: { bom_id: bomId, line_id } }),
});

function Equivalents({ bomId, line }: { bomId: string; line: Line }) {
  const { data } = useQuery(numberingOf(useApi(), bomId, line));
  if (!data || data.equivalents.length === 0) return null;
  return (
    <section>
      <h3>Others with the same figures</h3>
      <ul className='others'>
        {data.equivalents.map(({ mpn, manufacturer, fields }) => (
          <li key={`${manufacturer} ${mpn}`} title={describeFacts(factsOf(fields))}>
            <b className='mono'>{mpn}</b>
            <span className='quieter'>{manufacturer}</span>
          </li>
        ))}
      </ul>
      <p className='quieter'>{whyEqual(data.equivalents)}</p>
    </section>
  );
}

/** What else the line brought along. */
function Rest(
  { answer: { alternates, supplier_numbers, internal_number, extra, line } }: { answer: LineAnswer },
) {
  const rows: [string, ReactNode][] = [
    ...(line.description ? [['Description', line.description] as [string, ReactNode]] : []),
    ...(line.substitution ? [['Substitution', line.substitution] as [string, ReactNode]] : []),
    ...alternates.map(({ mpn, manufacturer, known }, i): [string, ReactNode] => [
      i > 0 ? '' : alternates.length > 1 ? 'Alternates' : 'Alternate',
      <span key={mpn}>
        <b className='mono'>{mpn}</b> {manufacturer}
        {known !== undefined && <span className='quieter'>{` · ${knownInWords(known)}`}</span>}
      </span>,
    ]),
    ...supplier_numbers.map((
      { supplier, number },
    ): [string, ReactNode] => [supplier ?? 'Order number', number]),
    ...(internal_number ? [['Own number', internal_number] as [string, ReactNode]] : []),
    ...Object.entries(extra),
  ];
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>Your BOM also says</h3>
      <dl className='rest'>
        {rows.map(([name, said], i) => (
          <div key={i}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Nothing asks for an alternate by itself: what is known of it came with another line of the organization's. */
function knownInWords(known: NonNullable<LineAnswer['alternates'][number]['known']> | null): string {
  if (known === null) return 'nothing is known of it here';
  const market = !known.sold
    ? 'nobody is known to sell it'
    : known.priced
    ? 'sold, with a price'
    : 'sold, without a price';
  return `${KNOWN_BY_WORDS[known.known_by]}, ${market}`;
}

function Note(
  { answer, others, closed, isOpenAtFirst, onSave }: {
    answer: LineAnswer;
    others: Others;
    closed: string | null;
    isOpenAtFirst: boolean;
    onSave: ((note: string | null, asOf: number | null) => Promise<void>) | null;
  },
) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const [text, setText] = useState(answer.note ?? '');
  const [openedAt, setOpenedAt] = useState(others.seen);
  /** As of the form of an edit. */
  const [asOf, setAsOf] = useState(openedAt);
  const [complaint, setComplaint] = useState<string | null>(null);
  const open = () => {
    if (isOpen) return;
    // as it is now: somebody may have written another one since
    setText(answer.note ?? '');
    setOpenedAt(others.seen);
    setAsOf(others.seen);
    setComplaint(null);
    setOpen(true);
  };
  useHold(isOpen);
  useKeys({ c: onSave ? open : undefined });
  if (!onSave && !answer.note && !isOpen) return null;
  return (
    <section>
      <h3>
        Note
        {onSave && !isOpen && (
          <span>
            <Button look='link' shortcut='c' onClick={open}>
              {answer.note ? 'Change' : 'Add one'}
            </Button>
          </span>
        )}
      </h3>
      {isOpen
        ? (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (closed !== null) return;
              setComplaint(null);
              onSave?.(text.trim() || null, asOf).then(() => setOpen(false), (e) => {
                setComplaint(messageOf(e));
                if (isChangedSince(e)) setAsOf(others.seen);
              });
            }}
          >
            <textarea
              aria-label='Note'
              rows={3}
              autoFocus
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
            <Meanwhile lineId={answer.line.line_id} others={others} since={asOf} />
            <Errors of={[closed ?? complaint]} />
            <p>
              {closed === null
                ? <Button type='submit'>{asOf === openedAt ? 'Save' : 'Save all the same'}</Button>
                : <Copy text={() => text} label='Copy the note' />}{' '}
              <Button look='quiet' onClick={() => setOpen(false)}>Cancel</Button>
            </p>
          </form>
        )
        : answer.note && <p>{answer.note}</p>}
    </section>
  );
}
