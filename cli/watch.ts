/** `bomstream watch`: a run as it goes on, in the terminal. */
import { findLocalProject } from './local-install.ts';
import { projectInEnvironment, signIn } from './project.ts';
import { showEvents } from './show-run.ts';

/** @returns the exit code: 0 when the run completed */
export async function watch(bomId: string): Promise<number> {
  const project = projectInEnvironment() ?? await findLocalProject();
  if (!project) {
    throw new Error('No stack is running here. Start it in another terminal: npm start -- --serve');
  }
  const api = await signIn(project);
  // A stream that is refused has no words of its own; this answer has.
  await api.call('GET /enrichment/:bom_id/status', { params: { bom_id: bomId } });
  const { status } = await showEvents(api, bomId);
  return status === 'completed' ? 0 : 1;
}
