import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { BomSummary } from '../lib/api.ts';
import { useApi } from '../lib/session.ts';
import { day, messageOf, plural } from '../lib/words.ts';
import { Confirm } from '../ui/confirm.tsx';
import { Button, Errors, Loading } from '../ui/controls.tsx';
import { ShownOnce } from '../ui/copy.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { nameOf } from './name.ts';

/** A quotation, an order, a series of them: as long as a link may live. */
const DAYS = [7, 30, 90] as const;

interface LinksSheetProps {
  readonly bom: BomSummary;
  /** Why no link can be made or revoked any more; null while it can. */
  readonly closed: string | null;
  readonly onClose: () => void;
}

/** Who has a link reads the BOM without an account, until it expires or somebody revokes it. */
export default function LinksSheet({ bom: { bom_id, name }, closed, onClose }: LinksSheetProps) {
  const api = useApi();
  const queries = useQueryClient();
  const params = { bom_id };
  const queryKey = ['links', bom_id];
  const { data, error } = useQuery({
    queryKey,
    queryFn: () => api.call('GET /boms/:bom_id/links', { params }),
  });
  const settled = { onSettled: () => queries.invalidateQueries({ queryKey }) };
  const make = useMutation({
    mutationFn: (form: FormData) =>
      api.call('POST /boms/:bom_id/links', {
        params,
        body: {
          name: String(form.get('name')).trim(),
          expires_in_days: Number(form.get('days')),
        },
      }),
    ...settled,
  });
  const revoke = useMutation({
    mutationFn: (link_id: string) =>
      api.call('DELETE /boms/:bom_id/links/:link_id', { params: { ...params, link_id } }),
    onSuccess: (_, link_id) => {
      // What was shown once opens nothing any more.
      if (make.data?.link_id === link_id) make.reset();
    },
    ...settled,
  });
  // What was refused for a role says nothing of another one.
  useEffect(() => {
    if (make.isError) make.reset();
    if (revoke.isError) revoke.reset();
  }, [closed]);
  // behind `#`, which no server gets to see
  const address = make.data &&
    `${location.href.split('#', 1)[0]}#/shared/${bom_id}/${make.data.link}`;
  return (
    <Sheet title={`Links to ${nameOf(name)}`} onClose={onClose}>
      <p className='quieter'>
        Whoever has a link reads this BOM without an account: its answer, lines, parts and cost, with notes
        and prices. Nothing else opens, and nothing can be changed. A link ends with your membership, too.
      </p>
      <form
        className='inline'
        onSubmit={(event) => {
          event.preventDefault();
          if (closed !== null) return;
          make.mutate(new FormData(event.currentTarget));
        }}
      >
        <input
          className='text'
          name='name'
          aria-label='Whom it is for'
          placeholder='For the assembler'
          required
          maxLength={120}
        />
        <select name='days' aria-label='How long' defaultValue={30}>
          {DAYS.map((days) => <option key={days} value={days}>{plural(days, 'day')}</option>)}
        </select>
        {closed === null && <Button type='submit' disabled={make.isPending}>Make a link</Button>}
      </form>
      <Errors
        of={closed !== null ? [closed] : [error, make.error, revoke.error].map((e) => e && messageOf(e))}
      />
      {address && <ShownOnce what='link' text={address} />}
      {!data
        ? !error && <Loading />
        : data.links.length === 0
        ? <p className='note'>There is no link.</p>
        : (
          <ul className='plain' aria-label='Links'>
            {data.links.map(({ link_id, name, expires_at, last_used_at }) => (
              <li key={link_id}>
                <span>
                  {name}
                  <small className='quieter'>
                    {Date.parse(expires_at) < Date.now() ? 'expired ' : 'until '}
                    {day(expires_at)},{' '}
                    {last_used_at === null ? 'not opened yet' : `last opened ${day(last_used_at)}`}
                  </small>
                </span>
                {closed === null && (
                  <Confirm
                    text='Revoke'
                    title={`Revoke ${name}`}
                    isBusy={revoke.isPending}
                    onConfirm={() => revoke.mutate(link_id)}
                  >
                    Whoever has this link sees nothing more, at once, and it cannot be brought back. You can
                    make another.
                  </Confirm>
                )}
              </li>
            ))}
          </ul>
        )}
    </Sheet>
  );
}
