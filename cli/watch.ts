/** `bomstream watch`: a run as it goes on, in the terminal. */
import { findProject } from './local-install.ts';
import { signIn } from './project.ts';
import { showEvents } from './show-run.ts';

/** @returns the exit code: 0 when the run completed */
export async function watch(bomId: string): Promise<number> {
  const api = await signIn(await findProject());
  // A stream that is refused has no words of its own; this answer has.
  await api.call('GET /enrichment/:bom_id/status', { params: { bom_id: bomId } });
  const { status } = await showEvents(api, bomId);
  return status === 'completed' ? 0 : 1;
}
