import type { QueryClient } from '@tanstack/react-query';
import type { Api } from '../lib/api.ts';
import { lastBoards } from '../lib/boards.ts';
import './bom-page.tsx';
import { summaryOf } from './use-bom.ts';

/** Asks for the answer of the BOM whose page is about to be shown. */
export const readAhead = (queries: QueryClient, api: Api, bomId: string): Promise<void> =>
  queries.prefetchQuery(summaryOf(api, bomId, lastBoards(bomId)));
