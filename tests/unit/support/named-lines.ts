/** Lines, and how they are called: within a sentence, and where that differs, at the beginning of one. */
import type { NamedLine } from '../../../shared/domain/name-of-line.ts';

export const NAMED_LINES: readonly (NamedLine & { readonly name: string; readonly begins?: string })[] = [
  { designators: 'R1', mpn: 'RC0603FR-0710KL', line_number: 1, source_row: 2, name: 'R1' },
  { designators: 'R1 R2;R3', line_number: 1, name: 'R1, R2, R3' },
  { designators: 'R1, R2, R3, R4, R5', line_number: 1, name: 'R1, R2 and 3 more' },
  {
    designators: Array.from({ length: 1_202 }, (_, i) => `C${i + 1}`).join(','),
    line_number: 1,
    name: 'C1, C2 and 1,200 more',
  },
  { designators: ' ', mpn: 'RC0603FR-0710KL', line_number: 1, source_row: 2, name: 'RC0603FR-0710KL' },
  {
    designators: null,
    mpn: null,
    line_number: 4,
    source_row: 12,
    name: 'row 12 of the file',
    begins: 'Row 12 of the file',
  },
  { designators: null, mpn: null, line_number: 4, source_row: null, name: 'line 4', begins: 'Line 4' },
  { designators: '\u{1F600}'.repeat(41), line_number: 1, name: `${'\u{1F600}'.repeat(38)} …` },
  { mpn: 'X'.repeat(41), line_number: 1, name: `${'X'.repeat(38)} …` },
];
