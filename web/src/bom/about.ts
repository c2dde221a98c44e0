/** What somebody changes about a BOM as a whole. */
import type { BomSummary } from '../lib/api.ts';
import { nameOf } from './name.ts';

type About = Pick<BomSummary, 'name' | 'project_id' | 'schedule'>;

/** Only what differs is sent: two people may change two things, and a list that was not there yet changes none. */
export function aboutChanges(bom: About, said: About): Partial<About> {
  return {
    // What stands there is the name without the ending that its file had.
    ...(said.name === nameOf(bom.name) ? {} : { name: said.name }),
    ...(said.project_id === bom.project_id ? {} : { project_id: said.project_id }),
    ...(said.schedule === bom.schedule ? {} : { schedule: said.schedule }),
  };
}
