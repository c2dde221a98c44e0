/** What a run at work says: why it waits and until when, how far it is, how long it has been at it. */
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import type { RunState } from '../../../shared/domain/event.ts';
import type { WaitReason } from '../../../shared/domain/status.ts';
import { useFilters, withFilters } from '../lib/address.ts';
import { useSaid } from '../lib/browser.ts';
import { clock, count, lasting, plural, roughlyLasting } from '../lib/words.ts';
import { type Word, WORDS } from '../lines/judged.ts';
import { Button } from '../ui/controls.tsx';
import { Mark } from '../ui/marks.tsx';
import { TAPE, Tape } from './tape.tsx';

const WAITS: Readonly<Record<WaitReason, string>> = {
  supplier_minute: 'The supplier’s minute is used up',
  supplier_day: 'The supplier’s day is used up',
  supplier_away: 'The supplier does not answer',
  nobody_to_work: 'Nobody is there to work on it',
};

interface RunStripProps {
  readonly run: number;
  readonly state: RunState;
  readonly counts: Readonly<Record<Word, number>>;
  /** What is said of the time to come holds only while news arrive. */
  readonly isLive: boolean;
}

export function RunStrip({ run, state, counts, isLive }: RunStripProps) {
  const [isOpen, setOpen] = useState(false);
  const shown = useFilters()[0].get('show');
  const said = TAPE.flatMap((word) => counts[word] > 0 ? `${counts[word]} ${legend(word)}` : []).join(', ');
  return (
    <div className='run'>
      <div className='waiting'>
        <Mark of={state.waiting_for ? 'pending' : 'enriching'} />
        <span role='status'>
          {sentence(state)}
          {isLive && <Silence state={state} />}
        </span>
        <span className='grow' />
        <span className='quieter'>
          Run {run} · <Clock state={state} /> ·{' '}
          <Button look='link' aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            speed and batches
          </Button>
        </span>
      </div>
      {isOpen && <Details state={state} isLive={isLive} />}
      <Tape counts={counts} label={said} />
      <nav className='counts legend' aria-label='Filter lines'>
        {TAPE.map((word) =>
          (counts[word] > 0 || shown === word) && (
            <Link
              key={word}
              href={withFilters({ show: shown === word ? null : word, line: null })}
              className={word === 'wrong' ? 'is-wrong' : ''}
              {...(shown === word ? { 'aria-current': true as const } : {})}
            >
              <Mark of={word} className={`is-${word}`} />
              <span>
                <b>{count(counts[word])}</b> {legend(word)}
              </span>
            </Link>
          )
        )}
      </nav>
    </div>
  );
}

const legend = (word: Word) =>
  word === 'ask' ? 'unknown' : word === 'not_fitted' ? 'nothing to buy' : WORDS[word].toLowerCase();

function sentence({ status, waiting_for, pending_items }: RunState): string {
  if (status === 'paused') {
    return `Paused. ${plural(pending_items, 'line')} ${pending_items === 1 ? 'waits' : 'wait'}.`;
  }
  if (status === 'queued') return 'Waits for a runner.';
  if (!waiting_for) return `${plural(pending_items, 'line')} to go.`;
  const until = waiting_for.until === null ? '' : `; goes on at ${clock(waiting_for.until)}`;
  return `${WAITS[waiting_for.reason]}${until}.`;
}

/** A batch takes seconds, and where much is to do, news of it some more. What takes longer is worth a word, though it may be a supplier that is slow. */
const SILENT_MS = 30_000;

/**
 * Nobody can know at once that an invocation was lost: its lines are its own for as long as it may still be alive. Counted by this
 * device's clock from what came last, for the server's may be another.
 */
function Silence({ state }: { state: RunState }) {
  const last = useRef({ state, at: Date.now() });
  if (last.current.state !== state) last.current = { state, at: Date.now() };
  const isAtWork = state.status === 'enriching' && !state.waiting_for;
  return useSaid((now) => isAtWork && now - last.current.at > SILENT_MS ? SILENT : '');
}
const SILENT =
  ' Nothing has come of it for a while. If the invocation that worked on it was lost, another takes its lines over in about a minute.';

function Clock({ state: { started_at } }: { state: RunState }) {
  const said = useSaid((now, isCalm) =>
    started_at === null ? '0:00' : (isCalm ? roughlyLasting : lasting)(now - Date.parse(started_at))
  );
  return <time>{said}</time>;
}

function Details({ state, isLive }: { state: RunState; isLive: boolean }) {
  const facts = [
    `${state.percent_complete.toFixed(1)} % done`,
    `batch ${count(state.current_batch)} of ${count(state.total_batches)}`,
    isLive && state.items_per_second !== null && `${state.items_per_second} lines a second`,
    isLive && state.eta_seconds !== null && `about ${state.eta_seconds} s left`,
  ];
  return <p className='quieter details'>{facts.filter(Boolean).join(' · ')}</p>;
}
