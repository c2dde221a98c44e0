/** One question: the BOM's row as it stands, the parts that it may mean, and what can be said of it. */
import type { ReactNode } from 'react';
import type { LineAnswer } from '../lib/api.ts';
import { describeFact, describeFacts, factsOf, inShort } from '../lib/describe.ts';
import { difference } from '../lib/difference.ts';
import { KNOWN_BY_SENTENCES } from '../lib/sources.ts';
import { UNKNOWN } from '../lib/words.ts';
import { Mark } from '../ui/marks.tsx';
import { Marked } from '../ui/marked.tsx';
import { HowMany, type HowManyProps } from './how-many.tsx';
import type { Question } from './questions.ts';
import { reasonsOf } from './reasons.ts';

export type Candidate = LineAnswer['candidates'][number];

interface CardProps {
  readonly question: Question;
  readonly answer: LineAnswer;
  /** What others have done to the line meanwhile. */
  readonly meanwhile: ReactNode;
  readonly candidates: readonly Candidate[];
  /** Its name, for whom a choice is remembered. */
  readonly organization: string;
  /** Null: somebody who only looks. `keys` null: not now. */
  readonly actions:
    | readonly { readonly keys: string | null; readonly text: string; readonly act: () => void }[]
    | null;
  /** A sentence in the place of what an answer would do; null where this person may give one. */
  readonly whyNot: string | null;
  readonly onChoose: ((candidate: Candidate) => void) | null;
  /** Where the question is how many: a field for the number stands below the row. */
  readonly howMany: HowManyProps | null;
}

export function Card(
  {
    question: { isHowMany, isIfMeant },
    answer,
    meanwhile,
    candidates,
    organization,
    actions,
    whyNot,
    onChoose,
    howMany,
  }: CardProps,
) {
  // as it is now: the question is as it was when it came up
  const { line } = answer;
  const written = line.mpn ?? '';
  const [first] = candidates;
  const reasons = reasonsOf(candidates.map(({ reason }) => reason));
  const isLifecycleKnown = candidates.some(({ fields }) => fields.lifecycle);
  const said: readonly (readonly [string, string | number | null | undefined])[] = [
    ['Designator', line.designators],
    ['Qty', line.quantity],
    ['Part number', line.mpn],
    ['Manufacturer', line.manufacturer],
    ['Value', line.value],
    ['Footprint', line.footprint],
    ['Description', line.description],
    ...Object.entries(answer.extra),
  ];
  return (
    <div className='card'>
      <section className='as-written'>
        <p className='quieter'>
          {answer.source_row === null
            ? 'As it stands in the BOM'
            : `As it stands in row ${answer.source_row} of the file`}
        </p>
        <dl>
          {said.map(([name, text]) =>
            text != null && text !== '' && (
              <div key={name}>
                <dt>{name}</dt>
                <dd className={name === 'Part number' ? 'mono' : undefined}>{text}</dd>
              </div>
            )
          )}
        </dl>
        {line.result?.remarks.map(({ code, detail }) => <p key={code} className='quieter'>{detail}</p>)}
        {meanwhile}
      </section>
      {isIfMeant && line.result?.component && (
        <p className='found'>
          <span className='quieter'>What we found</span> <b className='mono'>{line.result.component.mpn}</b>
          {' '}
          {line.result.component.manufacturer}{' '}
          <span className='quieter'>{describeFacts(factsOf(line.result.component.fields))}</span>
        </p>
      )}
      {candidates.length > 0 && (
        <table className='candidates'>
          <thead>
            <tr>
              <th>
                <span className='unseen'>Key</span>
              </th>
              <th>Part number</th>
              <th>Manufacturer</th>
              <th>Package</th>
              <th>What it is</th>
              {isLifecycleKnown && <th>Lifecycle</th>}
              <th>Why it may be meant</th>
              <th>
                <span className='unseen'>Who knows it</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <tr className='yours'>
              <td className='quieter'>BOM</td>
              <td className='mono'>
                {written === '' ? UNKNOWN : <Marked pieces={difference(written, first!.mpn)} look='chosen' />}
              </td>
              <td>{line.manufacturer ?? UNKNOWN}</td>
              <td>{line.footprint ?? UNKNOWN}</td>
              <td>{line.value ?? UNKNOWN}</td>
              {isLifecycleKnown && <td />}
              <td className='quieter'>
                {line.result?.component ? 'As written' : 'As written; nobody knows such a part'}
              </td>
              <td />
            </tr>
            {candidates.map((candidate, i) => {
              const { mpn, manufacturer, fields, known_by } = candidate;
              return (
                <tr key={`${manufacturer} ${mpn}`} className={i === 0 ? 'is-first' : undefined}>
                  <td>
                    {onChoose
                      ? (
                        <button
                          type='button'
                          className='quiet'
                          aria-keyshortcuts={`${i + 1}`}
                          aria-label={`Choose ${mpn} of ${manufacturer}`}
                          onClick={() => onChoose(candidate)}
                        >
                          <kbd>{i + 1}</kbd>
                        </button>
                      )
                      : <kbd>{i + 1}</kbd>}
                  </td>
                  <td className='mono'>
                    {written === '' ? mpn : <Marked pieces={difference(mpn, written)} look='chosen' />}
                  </td>
                  <td>{manufacturer}</td>
                  <td>{fields.package ? describeFact(inShort(fields.package)) : UNKNOWN}</td>
                  <td className='quieter'>{describeFacts(factsOf(fields)) || UNKNOWN}</td>
                  {isLifecycleKnown && (
                    <td>{fields.lifecycle ? describeFact(inShort(fields.lifecycle)) : UNKNOWN}</td>
                  )}
                  <td className='quieter wraps'>{reasons.each[i]}</td>
                  <td>
                    <Mark of={known_by} label={KNOWN_BY_SENTENCES[known_by]} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {reasons.ofAll !== '' && <p className='legend quieter of-all'>{reasons.ofAll}</p>}
      {howMany && <HowMany key={line.line_id} {...howMany} />}
      {whyNot !== null && <p className='legend'>{whyNot}</p>}
      {whyNot === null && !isHowMany && !isIfMeant && (
        <p className='legend quieter'>
          {written !== '' && candidates.length > 0 && (
            <span>
              <mark className='chosen'>R</mark> stands in one of the two numbers only
            </span>
          )}
          <span className='grow' />
          <span>
            Your answer is remembered for {organization}
            {written !== '' && (
              <>
                : <b className='mono'>{written}</b> will mean the same in other BOMs
              </>
            )}.
          </span>
        </p>
      )}
      {actions && (
        <div className='keys' role='group' aria-label='Answers'>
          {candidates.length > 0 && (
            <span>
              <kbd>1</kbd>
              {candidates.length > 1 && (
                <>
                  -<kbd>{candidates.length}</kbd>
                </>
              )} choose
            </span>
          )}
          {actions.map(({ keys, text, act }) =>
            keys !== null && (
              <button key={text} type='button' aria-keyshortcuts={keys} onClick={act}>
                <kbd aria-hidden='true'>{keys}</kbd> {text}
              </button>
            )
          )}
        </div>
      )}
    </div>
  );
}
