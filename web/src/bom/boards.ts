import { useQuery, useQueryClient } from '@tanstack/react-query';
import { use, useRef } from 'react';
import { DEFAULT_BOARDS } from '../../../shared/domain/judging.ts';
import { MAX_BOARDS } from '../../../shared/domain/limits.ts';
import { useFilters } from '../lib/address.ts';
import type { BomSummary } from '../lib/api.ts';
import { may, SignedIn, useApi } from '../lib/session.ts';
import { messageOf } from '../lib/words.ts';
import { useToast } from '../ui/toast.tsx';
import { ownBoards } from './own-boards.ts';
import { bomOf } from './queries.ts';

/** How many boards the address is about; null where it leaves that to the BOM. */
export const boardsOf = (filters: URLSearchParams): number | null => {
  const text = filters.get('boards');
  const boards = Number(text);
  return text && Number.isInteger(boards) && boards >= 1 && boards <= MAX_BOARDS ? boards : null;
};

interface ShownBoards {
  readonly boards: number;
  /** Neither the address nor the BOM, which is still being read, has said so yet. */
  readonly isOpen: boolean;
  /** Why the BOM could not be read. */
  readonly error: Error | null;
  /** Shows it at once, and keeps it on the BOM where the person may, so that everybody sees the same answer. */
  readonly setBoards: (boards: number) => void;
}

/** How many boards the page is about: as the address says, else as many as the BOM is meant for. */
export function useBoards(bomId: string): ShownBoards {
  const api = useApi();
  const [filters, change] = useFilters();
  const { data: bom, error } = useQuery(bomOf(api, bomId));
  const keep = useKeep(bom);
  const asked = boardsOf(filters);
  return {
    boards: asked ?? (bom ? ownBoards(bom) : DEFAULT_BOARDS),
    isOpen: asked === null && bom === undefined,
    error,
    setBoards: (boards) => {
      change({ boards: `${boards}` });
      keep?.(boards);
    },
  };
}

/** Writes the number to the BOM; null for somebody who only reads, and once the BOM changes no more. */
function useKeep(bom: BomSummary | undefined): ((boards: number) => void) | null {
  const api = useApi();
  const queries = useQueryClient();
  const tell = useToast();
  const signed = use(SignedIn);
  /** The newest that is not written yet: a slider names many on its way. */
  const next = useRef<number | null>(null);
  const isWriting = useRef(false);
  const organization = signed?.organizations.find((each) => each.organization_id === bom?.organization_id);
  if (!bom || bom.release || !may(organization, 'editor')) return null;
  const { bom_id } = bom;

  async function write() {
    isWriting.current = true;
    while (next.current !== null) {
      const boards = next.current;
      next.current = null;
      try {
        const changed = await api.call('PATCH /boms/:bom_id', { params: { bom_id }, body: { boards } });
        queries.setQueryData(bomOf(api, bom_id).queryKey, changed);
      } catch (error) {
        tell({ text: `The number of boards is not kept for others: ${messageOf(error)}` });
      }
    }
    isWriting.current = false;
  }
  return (boards) => {
    next.current = boards;
    if (!isWriting.current) void write();
  };
}
