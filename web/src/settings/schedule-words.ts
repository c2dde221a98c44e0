import type { SCHEDULES } from '../../../shared/domain/status.ts';

export const SCHEDULE_WORDS: Readonly<Record<(typeof SCHEDULES)[number], string>> = {
  none: 'only by hand',
  nightly: 'each night',
  weekly: 'weekly, on Mondays',
};
