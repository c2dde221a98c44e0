import { useState } from 'react';
import type { Line } from '../lines/line.ts';
import type { MatchStep } from '../../../shared/domain/candidate.ts';
import { CHOSEN, KEPT_AS_WRITTEN } from '../../../shared/domain/kept.ts';
import { openManufacturer } from '../../../shared/domain/open-manufacturer.ts';
import './candidates.css';
import type { LineAnswer, Review } from '../lib/api.ts';
import { describeFacts, factsOf, KNOWN_BY_WORDS } from '../lib/describe.ts';
import { messageOf, nameOfLine } from '../lib/words.ts';

export type ReviewLine = (line: Line, review: Review) => Promise<void>;
type Candidate = LineAnswer['candidates'][number];

interface CandidatesProps {
  readonly line: Line;
  readonly answer: LineAnswer;
  /** Null: somebody who only looks. */
  readonly review: ReviewLine | null;
}

/** The run found the words of the line decided, perhaps in another BOM. */
const wasDecided = (result: Line['result']): boolean =>
  result?.remarks.some(({ code }) => code === CHOSEN || code === KEPT_AS_WRITTEN) ?? false;

function mayMean(line: Line, parts: number): string {
  if (isWhoseOpen(line)) return 'Whose part is meant is open';
  return parts === 1 ? 'One other part may be meant' : `${parts} other parts may be meant`;
}

/** Several manufacturers use its number, and the BOM names none. */
const isWhoseOpen = ({ result }: Line): boolean => openManufacturer(result?.remarks ?? []) !== null;

/** What else a line may mean, and what was decided of it; nothing where neither is. */
export function Candidates({ line, answer, review }: CandidatesProps) {
  const { candidates, decided } = answer;
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const isOpen = decided === null && line.review === 'none';

  const decide = (how: Review) => act(async () => await review?.(line, how));
  async function act(work: () => Promise<void>) {
    // not disabled meanwhile: a button that is loses the keyboard's focus
    if (isBusy) return;
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (e) {
      setError(messageOf(e));
    }
    setBusy(false);
  }

  const isDecided = line.review !== 'none' || wasDecided(line.result);
  if (!isDecided && candidates.length === 0) return null;
  // That somebody approved or rejected it stands above, with its way back.
  if (review && decided === null && candidates.length === 0 && !wasDecided(line.result)) return null;
  return (
    <section>
      <h3>{isDecided ? 'What was decided' : mayMean(line, candidates.length)}</h3>
      <fieldset className='choice' aria-busy={isBusy}>
        <legend className='unseen'>What {nameOfLine(line)} means</legend>
        <p role='status' className='decided'>{inWords(line, decided)}</p>
        {error && <p role='alert' className='error'>{error}</p>}
        <ul>
          {candidates.map((candidate) => (
            <li key={`${candidate.manufacturer} ${candidate.mpn}`}>
              <CandidateText candidate={candidate} />
              {review && (
                <button
                  type='button'
                  className='button'
                  aria-label={`This one: ${candidate.mpn} of ${candidate.manufacturer}`}
                  aria-pressed={isThis(decided, candidate)}
                  onClick={() => decide({ action: 'choose', choice: partOf(candidate) })}
                >
                  This one
                </button>
              )}
            </li>
          ))}
        </ul>
        {/* what was decided of this line is taken back above */}
        {review && !isReviewed(line) && (
          <button
            type='button'
            className='button'
            onClick={() => decide({ action: isOpen ? 'keep_as_written' : 'reset' })}
          >
            {!isOpen ? 'Forget this' : isWhoseOpen(line) ? 'Any of them will do' : 'Keep as written'}
          </button>
        )}
      </fieldset>
    </section>
  );
}

/** Takes back what was done to a line last, an edit as well. */
export const undoOfLast = ({ last_change }: Pick<LineAnswer, 'last_change'>): Review => ({
  action: 'undo',
  ...(last_change === null ? {} : { change_ids: [last_change.change_id] }),
});

/** Else it was decided in another BOM, or before. */
export const isReviewed = ({ review }: Pick<Line, 'review'>) =>
  review === 'approved' || review === 'rejected';

const partOf = ({ mpn, manufacturer }: Candidate) => ({ mpn, manufacturer });

const isThis = (decided: LineAnswer['decided'], { mpn, manufacturer }: Candidate) =>
  decided?.mpn === mpn && decided.manufacturer === manufacturer;

function inWords({ status, review, result }: Line, decided: LineAnswer['decided']): string {
  if (decided?.mpn === null) return 'Your organization decided that this is meant as written.';
  if (decided) {
    const next = status === 'pending' ? ' The next run looks it up.' : '';
    return `Your organization decided that this means ${decided.mpn} of ${decided.manufacturer}.${next}`;
  }
  if (review === 'approved') return 'Somebody approved this line.';
  if (review === 'rejected') return 'Somebody rejected what was found.';
  return wasDecided(result)
    ? 'Nothing is decided any more. The next run looks the line up as it is written.'
    : '';
}

function CandidateText({ candidate }: { readonly candidate: Candidate }) {
  const { step, confidence, mpn, manufacturer, known_by, fields, reason } = candidate;
  const facts = describeFacts(factsOf(fields));
  return (
    <div>
      <p>
        <strong className='mpn'>{mpn}</strong> {manufacturer}
        {' · '}
        <span className='why'>
          {STEP_WORDS[step]} (confidence {Math.round(confidence * 100)} %) · {KNOWN_BY_WORDS[known_by]}
        </span>
      </p>
      {facts && <p>{facts}</p>}
      <p className='why'>{reason}</p>
    </div>
  );
}

const STEP_WORDS: Readonly<Record<MatchStep, string>> = {
  exact: 'the same number',
  spelling: 'the same number in another spelling',
  supplier_sku: "a supplier's number of it",
  packing: 'the same part in another packing',
  finish: 'the same part with another finish',
  series: 'what the number says',
  parametric: 'a part of this value and size',
  similar: 'a similar number',
};
