import type { BomView } from '../../../client/bom-feed.ts';
import { STREAM_END_WORDS } from '../../../client/stream-end.ts';
import type { RunState } from '../../../shared/domain/event.ts';
import { isEnded, type RunMode } from '../../../shared/domain/status.ts';
import { waitInWords } from '../../../shared/domain/wait.ts';
import { plural } from '../lib/words.ts';

interface RunPanelProps {
  readonly view: BomView;
  /** False when the browser has no network: then nothing is live. */
  readonly isOnline: boolean;
  /** A viewer only looks. */
  readonly mayControl: boolean;
  /** Something that was clicked has not been answered. */
  readonly isBusy: boolean;
  readonly onStart: (mode: RunMode) => void;
  readonly onControl: (action: 'pause' | 'resume' | 'cancel') => void;
}

const CONNECTION: Record<BomView['connection'] | 'offline', string> = {
  offline: 'offline',
  connecting: 'connecting …',
  live: 'live',
  silent: 'connection lost, reconnecting …',
  ended: 'run ended',
  deleted: STREAM_END_WORDS.deleted,
  access_revoked: STREAM_END_WORDS.access_revoked,
  refused: 'no live updates, trying again …',
};

export function RunPanel({ view, isOnline, mayControl, isBusy, onStart, onControl }: RunPanelProps) {
  const { lines, state, run, store } = view;
  const connection = isOnline ? view.connection : 'offline';
  const idle = state === null || isEnded(state.status);
  // Their part was chosen or edited since the last run.
  const pending = lines.filter(({ status }) => status === 'pending').length;
  return (
    <div className='run'>
      <div className='run-head'>
        <span className={`status ${state?.status ?? ''}`}>
          {state ? `Run ${run}: ${state.status}` : 'Not enriched yet'}
        </span>
        <span className='connection' data-connection={connection}>
          {CONNECTION[connection]}
          {connection === 'live' && store === 'table' && ' (from the database: Redis is away)'}
        </span>
        {mayControl && (
          <fieldset className='actions' disabled={isBusy}>
            {idle && state !== null && pending > 0 && (
              <button
                type='button'
                className='button'
                onClick={() => onStart('pending')}
              >
                {`Look up ${plural(pending, 'pending line')}`}
              </button>
            )}
            {idle && (
              <button type='button' className='button' onClick={() => onStart('all')}>
                {state ? 'Enrich again' : 'Enrich'}
              </button>
            )}
            {idle && state !== null && state.failed_items > 0 &&
              (
                <button type='button' className='button' onClick={() => onStart('failed')}>
                  Only the failed
                </button>
              )}
            {!idle && state.status !== 'paused' && (
              <button
                type='button'
                className='button'
                onClick={() => onControl('pause')}
              >
                Pause
              </button>
            )}
            {!idle && state.status === 'paused' && (
              <button
                type='button'
                className='button'
                onClick={() => onControl('resume')}
              >
                Resume
              </button>
            )}
            {!idle && (
              <button type='button' className='button' onClick={() => onControl('cancel')}>Cancel</button>
            )}
          </fieldset>
        )}
      </div>
      {state && <Progress state={state} isLive={connection === 'live'} />}
    </div>
  );
}

/** @param isLive what is said of the time to come holds only while news arrive */
function Progress({ state, isLive }: { state: RunState; isLive: boolean }) {
  return (
    <>
      <progress max={100} value={state.percent_complete} aria-label='Lines done'>
        {state.percent_complete} %
      </progress>
      {state.waiting_for && <p className='waiting'>{waitInWords(state.waiting_for)}</p>}
      <dl className='counts'>
        <Count name='done' value={`${state.percent_complete.toFixed(1)} %`} />
        <Count name='enriched' value={state.enriched_items} />
        <Count name='not found' value={state.not_found_items} />
        <Count name='failed' value={state.failed_items} />
        <Count name='skipped' value={state.skipped_items} />
        <Count name='pending' value={state.pending_items} />
        <Count name='batch' value={`${state.current_batch} of ${state.total_batches}`} />
        {isLive && state.items_per_second !== null && (
          <Count name='lines per second' value={state.items_per_second} />
        )}
        {isLive && state.eta_seconds !== null && <Count name='seconds left' value={state.eta_seconds} />}
      </dl>
    </>
  );
}

function Count({ name, value }: { name: string; value: string | number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
