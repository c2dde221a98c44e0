/** Addresses that are told of what happens, and what became of each delivery. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Answer } from '../../../client/client.ts';
import { WEBHOOK_EVENTS } from '../../../shared/domain/status.ts';
import { useApi } from '../lib/session.ts';
import { clock, day, messageOf } from '../lib/words.ts';
import { Button, Errors, Loading } from '../ui/controls.tsx';
import { ShownOnce } from '../ui/copy.tsx';
import { useRemoval } from '../ui/use-removal.ts';
import { Mark } from '../ui/marks.tsx';

type Webhook = Answer<'GET /organizations/:organization_id/webhooks'>['webhooks'][number];
type Delivery = Answer<
  'GET /organizations/:organization_id/webhooks/:webhook_id/deliveries'
>['deliveries'][number];

const EVENTS: Readonly<Record<Delivery['event'], string>> = {
  'run.ended': 'A run ended',
  'changes.found': 'Something got worse since the last run',
  'review.needed': 'Somebody has to answer',
  'webhook.test': 'Test',
};
const ERRORS: Readonly<Record<string, string>> = {
  timeout: 'it did not answer in time',
  unreachable: 'it cannot be reached',
  address_refused: 'its address is not one of the internet',
  turned_off: 'it was turned off',
};
/** How often a log with something on its way is looked at. */
const LOOK_MS = 2_000;
/** Timers of browsers go no further than some weeks, and an operator may send at once what was to wait. */
const LONGEST_LOOK_MS = 60_000;

export function Webhooks({ organizationId: organization_id }: { organizationId: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const params = { organization_id };
  const queryKey = ['webhooks', organization_id];
  const { data, error } = useQuery({
    queryKey,
    queryFn: () => api.call('GET /organizations/:organization_id/webhooks', { params }),
  });
  const settled = { onSettled: () => queries.invalidateQueries({ queryKey }) };
  const make = useMutation({
    mutationFn: (body: { url: string; events: Webhook['events'] }) =>
      api.call('POST /organizations/:organization_id/webhooks', { params, body }),
    ...settled,
  });
  const act = useMutation({ mutationFn: (action: () => Promise<unknown>) => action(), ...settled });
  const removal = useRemoval();
  const shown = data?.webhooks.filter(({ webhook_id }) => !removal.gone.has(webhook_id));
  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    make.mutate(
      {
        url: String(given.get('url')).trim(),
        events: given.getAll('events') as Webhook['events'],
      },
      { onSuccess: () => form.reset() },
    );
  }
  return (
    <section aria-labelledby='webhooks'>
      <h2 id='webhooks'>Webhooks</h2>
      <p className='quieter'>
        Events are sent to an https address of yours, signed with a secret.
      </p>
      <form onSubmit={add}>
        <p className='inline'>
          <input
            className='text'
            type='url'
            name='url'
            aria-label='Address to be told'
            placeholder='https://example.com/bomstream'
            required
            maxLength={2_000}
          />
          <Button type='submit' disabled={make.isPending}>Add</Button>
        </p>
        <fieldset>
          <legend className='unseen'>Of what it is told</legend>
          {WEBHOOK_EVENTS.map((event) => (
            <label key={event} className='check'>
              <input type='checkbox' name='events' value={event} defaultChecked />
              {EVENTS[event]}
            </label>
          ))}
        </fieldset>
      </form>
      <Errors of={[...[error, make.error, act.error].map((e) => e && messageOf(e)), removal.error]} />
      {make.data && shown?.some(({ webhook_id }) => webhook_id === make.data.webhook_id) && (
        <ShownOnce what='secret' text={make.data.secret} />
      )}
      {!shown
        ? !error && <Loading />
        : shown.length === 0
        ? <p className='note'>There is no webhook.</p>
        : (
          <ul className='plain webhooks' aria-label='Webhooks'>
            {shown.map((webhook) => (
              <Listed
                key={webhook.webhook_id}
                organizationId={organization_id}
                webhook={webhook}
                isBusy={act.isPending}
                act={(action) => act.mutateAsync(action)}
                onDelete={() =>
                  removal.remove(webhook.webhook_id, `The webhook to ${webhook.url}`, async () => {
                    await api.call('DELETE /organizations/:organization_id/webhooks/:webhook_id', {
                      params: { ...params, webhook_id: webhook.webhook_id },
                    });
                    await queries.invalidateQueries({ queryKey });
                  })}
              />
            ))}
          </ul>
        )}
    </section>
  );
}

interface ListedProps {
  readonly organizationId: string;
  readonly webhook: Webhook;
  readonly isBusy: boolean;
  readonly act: (action: () => Promise<unknown>) => Promise<unknown>;
  readonly onDelete: () => void;
}

function Listed(
  { organizationId, webhook: { webhook_id, url, events, active }, isBusy, act, onDelete }: ListedProps,
) {
  const api = useApi();
  const [isOpen, setOpen] = useState(false);
  const params = { organization_id: organizationId, webhook_id };
  const queries = useQueryClient();
  // What was refused is said above the list.
  const button = (text: string, action: () => Promise<unknown>) => (
    <Button
      look='quiet'
      aria-label={`${text} ${url}`}
      disabled={isBusy}
      onClick={() => void act(action).catch(() => {})}
    >
      {text}
    </Button>
  );
  return (
    <li>
      <p>
        <b>{url}</b>
        <small className='quieter'>
          {active ? events.map((event) => EVENTS[event]).join(' · ') : 'turned off: nothing is sent'}
        </small>
      </p>
      <p className='inline'>
        {active && button('Test', async () => {
          await api.call('POST /organizations/:organization_id/webhooks/:webhook_id/test', { params });
          setOpen(true);
          await queries.invalidateQueries({ queryKey: ['deliveries', webhook_id] });
        })}
        <Button
          look='quiet'
          aria-label={`Deliveries to ${url}`}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          Deliveries
        </Button>
        {button(active ? 'Turn off' : 'Turn on', () =>
          api.call('PATCH /organizations/:organization_id/webhooks/:webhook_id', {
            params,
            body: { active: !active },
          }))}
        <Button look='quiet' aria-label={`Delete ${url}`} onClick={onDelete}>Delete</Button>
      </p>
      {isOpen && <Deliveries organizationId={organizationId} webhookId={webhook_id} />}
    </li>
  );
}

function Deliveries({ organizationId: organization_id, webhookId: webhook_id }: {
  organizationId: string;
  webhookId: string;
}) {
  const api = useApi();
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['deliveries', webhook_id],
    queryFn: ({ pageParam }) =>
      api.call('GET /organizations/:organization_id/webhooks/:webhook_id/deliveries', {
        params: { organization_id, webhook_id },
        query: pageParam === null ? {} : { after: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    // A receiver that refuses is tried again after hours: nothing changes before that.
    refetchInterval: ({ state }) => {
      const dueInMs = (state.data?.pages ?? []).flatMap(({ deliveries }) => deliveries)
        .filter(({ status }) => status === 'waiting')
        .map(({ next_attempt_at: at }) => at ? Date.parse(at) - Date.now() : 0);
      return dueInMs.length > 0 && Math.min(Math.max(LOOK_MS, Math.min(...dueInMs)), LONGEST_LOOK_MS);
    },
  });
  const deliveries = data?.pages.flatMap((page) => page.deliveries);
  return (
    <div className='deliveries'>
      <Errors of={[error && messageOf(error)]} />
      {!deliveries
        ? !error && <Loading />
        : deliveries.length === 0
        ? <p className='note'>Nothing was sent in the last 30 days.</p>
        : (
          <ul aria-label='Deliveries'>
            {deliveries.map((delivery) => (
              <li key={delivery.delivery_id}>
                <time dateTime={delivery.created_at}>
                  {day(delivery.created_at).replace(/^today.*/, 'today')} {clock(delivery.created_at)}
                </time>
                <span>{EVENTS[delivery.event]}</span>
                <Outcome of={delivery} />
              </li>
            ))}
          </ul>
        )}
      {hasNextPage && <Button look='quiet' onClick={() => void fetchNextPage()}>Older ones</Button>}
    </div>
  );
}

function Outcome({ of: { status, attempts, response_status, error, next_attempt_at } }: { of: Delivery }) {
  const said = response_status !== null
    ? `it answered ${response_status}`
    : error === null
    ? null
    : ERRORS[error] ?? error;
  const tries = attempts > 1 ? `, ${attempts} attempts` : '';
  switch (status) {
    case 'delivered':
      return (
        <span>
          <Mark of='fine' className='is-fine' /> delivered: {said}
          {tries}
        </span>
      );
    case 'failed':
      return (
        <span className='is-failed'>
          <Mark of='failed' /> given up: {said}
          {tries}
        </span>
      );
    case 'waiting':
      return (
        <span className='quieter'>
          <Mark of='pending' /> {said === null
            ? 'on its way'
            : `${said}${tries}; again ${
              next_attempt_at ? `${day(next_attempt_at)}, ${clock(next_attempt_at)}` : 'soon'
            }`}
        </span>
      );
  }
}
