import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { SCHEDULES } from '../../../shared/domain/status.ts';
import type { BomSummary } from '../lib/api.ts';
import { useApi } from '../lib/session.ts';
import { messageOf } from '../lib/words.ts';
import { SCHEDULE_WORDS } from '../settings/schedule-words.ts';
import { Button } from '../ui/controls.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { aboutChanges } from './about.ts';
import { FormEnd } from './form-end.tsx';
import { nameOf } from './name.ts';

interface AboutSheetProps {
  readonly bom: BomSummary;
  /** Why nothing can be saved any more; null while it can. */
  readonly closed: string | null;
  readonly onClose: () => void;
}

/** What a BOM is called, where it belongs, and how often it is looked up again by itself. */
export default function AboutSheet({ bom, closed, onClose }: AboutSheetProps) {
  const api = useApi();
  const queries = useQueryClient();
  const { bom_id, organization_id } = bom;
  // As it was when the form was filled: what changes meanwhile is not what somebody changed here.
  const [before] = useState(bom);
  const { data: projects = [] } = useQuery({
    queryKey: ['projects', organization_id],
    queryFn: async () =>
      (await api.call('GET /organizations/:organization_id/projects', { params: { organization_id } }))
        .projects,
  });
  const [project, setProject] = useState(bom.project_id ?? '');
  const isUnlisted = bom.project_id !== null &&
    !projects.some(({ project_id }) => project_id === bom.project_id);
  const change = useMutation({
    mutationFn: async (form: FormData) => {
      const changes = aboutChanges(before, {
        name: String(form.get('name')).trim(),
        project_id: String(form.get('project')) || null,
        schedule: (String(form.get('schedule')) || null) as BomSummary['schedule'],
      });
      return Object.keys(changes).length === 0
        ? bom
        : await api.call('PATCH /boms/:bom_id', { params: { bom_id }, body: changes });
    },
    onSuccess: (changed) => {
      queries.setQueryData(['bom', bom_id], changed);
      void queries.invalidateQueries({ queryKey: ['judged', bom_id] });
      onClose();
    },
  });
  // What was refused for a role says nothing of another one.
  useEffect(() => change.reset(), [closed]);
  return (
    <Sheet title='Name, project, schedule' onClose={onClose}>
      <form
        className='form'
        onSubmit={(event) => {
          event.preventDefault();
          if (closed !== null) return;
          change.mutate(new FormData(event.currentTarget));
        }}
      >
        <label>
          Name
          <input className='text' name='name' required maxLength={200} defaultValue={nameOf(bom.name)} />
        </label>
        <label>
          Project
          <select name='project' value={project} onChange={({ target }) => setProject(target.value)}>
            <option value=''>none</option>
            {/* The list comes a moment later, and what is chosen stays so. */}
            {isUnlisted && <option value={bom.project_id!}>…</option>}
            {projects.map(({ project_id, name }) => (
              <option key={project_id} value={project_id}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          Looked up again
          <select name='schedule' defaultValue={bom.schedule ?? ''}>
            <option value=''>as the organization’s settings say</option>
            {SCHEDULES.map((each) => <option key={each} value={each}>{SCHEDULE_WORDS[each]}</option>)}
          </select>
        </label>
        <FormEnd closed={closed} error={change.error && messageOf(change.error)} onClose={onClose}>
          <Button type='submit' look='go' disabled={change.isPending}>Save</Button>
        </FormEnd>
      </form>
    </Sheet>
  );
}
