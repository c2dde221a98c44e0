import { DEFAULT_BOARDS } from '../../../shared/domain/judging.ts';
import { MAX_BOARDS } from '../../../shared/domain/limits.ts';
import { useFilters } from './address.ts';

const keyOf = (bomId: string) => `bomstream.boards.${bomId}`;

const asBoards = (text: string | null): number | null => {
  const boards = Number(text);
  return text && Number.isInteger(boards) && boards >= 1 && boards <= MAX_BOARDS ? boards : null;
};

/** How many boards were last asked about. */
export const lastBoards = (bomId: string): number =>
  asBoards(localStorage.getItem(keyOf(bomId))) ?? DEFAULT_BOARDS;

/** As the address says, else as last time. */
export const boardsOf = (bomId: string, filters: URLSearchParams): number =>
  asBoards(filters.get('boards')) ?? lastBoards(bomId);

/** How many boards the page is about. */
export function useBoards(bomId: string): [number, (boards: number) => void] {
  const [filters, change] = useFilters();
  return [
    boardsOf(bomId, filters),
    (boards) => {
      localStorage.setItem(keyOf(bomId), `${boards}`);
      change({ boards: `${boards}` });
    },
  ];
}
