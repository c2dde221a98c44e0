import { DEFAULT_BOARDS } from '../../../shared/domain/judging.ts';

/** How many boards a BOM is meant for. */
export const ownBoards = ({ boards }: { readonly boards: number | null }): number => boards ?? DEFAULT_BOARDS;
