import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { BomSummary } from '../lib/api.ts';
import { useApi } from '../lib/session.ts';
import { messageOf } from '../lib/words.ts';
import { Button } from '../ui/controls.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { FormEnd } from './form-end.tsx';
import { verdictSentence } from './verdict-sentence.ts';
import { nameOf } from './name.ts';
import { useSummary } from './use-bom.ts';

interface ReleaseSheetProps {
  readonly bom: BomSummary;
  readonly boards: number;
  /** Why nothing can be saved any more; null while it can. */
  readonly closed: string | null;
  readonly onClose: () => void;
}

/** What freezing means is said before it is done: nobody can take it back. */
export default function ReleaseSheet(
  { bom: { bom_id, name }, boards, closed: closedNow, onClose }: ReleaseSheetProps,
) {
  const api = useApi();
  const queries = useQueryClient();
  const { data: summary } = useSummary(bom_id, boards, false);
  const release = useMutation({
    mutationFn: (form: FormData) => {
      const called = String(form.get('name')).trim();
      return api.call('POST /boms/:bom_id/release', {
        params: { bom_id },
        body: { ...(called ? { name: called } : {}), boards: Number(form.get('boards')) },
      });
    },
    onSuccess: (bom) => {
      queries.setQueryData(['bom', bom_id], bom);
      onClose();
    },
  });
  // News of one's own release may come before its answer.
  const closed = release.isPending ? null : closedNow;
  // What was refused for a role says nothing of another one.
  useEffect(() => release.reset(), [closed]);
  return (
    <Sheet title={`Release ${nameOf(name)}`} onClose={onClose}>
      <form
        className='form'
        onSubmit={(event) => {
          event.preventDefault();
          if (closed !== null) return;
          release.mutate(new FormData(event.currentTarget));
        }}
      >
        <p>
          Its lines, decisions, parts, offers and prices stay as they are now, whatever is learned of the
          parts later. It can still be read, compared, exported, shared and deleted.
        </p>
        <p>
          It can no longer be edited, reviewed or looked up, and{' '}
          <b>nobody can take that back</b>. To go on, import the changed file as its revision.
        </p>
        {summary && !summary.ready && <p className='is-at_risk'>{verdictSentence(summary)}</p>}
        <label>
          Name of the release
          <input className='text' name='name' placeholder='Rev C' maxLength={120} />
        </label>
        <label>
          Boards to be built
          <input
            className='text'
            name='boards'
            type='number'
            min={1}
            max={1_000_000}
            required
            defaultValue={boards}
          />
        </label>
        <FormEnd closed={closed} error={release.error && messageOf(release.error)} onClose={onClose}>
          <Button type='submit' look='go' disabled={release.isPending}>Release</Button>
        </FormEnd>
      </form>
    </Sheet>
  );
}
