/** What people are told about cells. */
import type { Issue } from '../issues.ts';
import type { Problem } from './said.ts';

export const PROBLEMS: Readonly<
  Record<Problem['code'], { severity: Issue['severity']; detail: (text: string) => string }>
> = {
  do_not_place_unread: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" says neither yes nor no. The part is taken as placed. Write x or DNP for parts not to place, nothing for the others.`,
  },
  number_of_a_distributor: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" is a distributor's number. It was kept as such, and is no part number and no manufacturer.`,
  },
  number_lost: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" is what a spreadsheet makes of a long number. Digits are lost: format the column as text and write the number again.`,
  },
  number_is_date: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" is a date, which a spreadsheet makes of some numbers. Format the column as text and write the number again.`,
  },
  formula_error: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" is the error of a formula, and was read as an empty cell. Mend the formula and send the file again.`,
  },
  no_number_in_word: {
    severity: 'info',
    detail: (text) => `"${text}" was taken for a word, not for a part number.`,
  },
  number_with_words: {
    severity: 'info',
    detail: (text) =>
      `"${text}" has words, a blank or another number in it and was taken for a part number as written.`,
  },
  several_parts_in_cell: {
    severity: 'info',
    detail: (text) => `"${text}" was read as a part and its alternates.`,
  },
  words_beside_number: {
    severity: 'info',
    detail: (text) =>
      `"${text}" has words beside the part number. A manufacturer, a value and a package went to their fields, other words to the description or the note.`,
  },
  alternate_in_note: {
    severity: 'info',
    detail: (text) => `"${text}" was read as an alternate of the part.`,
  },
  number_and_manufacturer_swapped: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" is a manufacturer, and a part number stands where the manufacturer should. Both were read as swapped.`,
  },
  some_not_placed: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" says that some of the parts are not placed. The line was taken as placed, with its quantity as written: make two lines of it.`,
  },
  conditional_not_placed: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" leaves it open whether the part is placed. It was taken as not placed: mark it as placed, if your board has it.`,
  },
  conditional_placed: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" may mean some of the boards only. The part was taken as placed: mark it as not placed, if yours does not have it.`,
  },
  plugged_in: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" says that the part is not soldered but plugged into something. It was taken as placed: mark it, if it is not.`,
  },
  not_placed_or_non_polar: {
    severity: 'warning',
    detail: (text) =>
      `NP in "${text}" may say that the part is not polar or has no number, or that it is not placed. It was taken as placed: mark it, if it is not.`,
  },
  read_as_not_placed: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" was read as a part that is not placed. Mark it as placed, if that is not meant.`,
  },
};
