/** Names of parts as people shorten them: a base number, or the beginning of an orderable one. */
import { orderableKey, searchKey } from '../../parts/part-number.ts';

/** Ends of numbers that stand for parts of another grade. */
const GRADE = /(?:Q1|EP|Q100)$/;

export type Likeness = 'same' | 'grade' | 'other' | 'unclear';

/**
 * How a name in a BOM stands to a part number. `same`: one begins with the other, or they share all up to suffixes that
 * nobody can read; `grade`: the same but for an automotive or enhanced grade on one side; `other`: another base number.
 */
export function compareNames(name: string, mpn: string): Likeness {
  const [a, b] = [searchKey(name), searchKey(mpn)];
  if (a === b) return 'same';
  const isGraded = (key: string) => GRADE.test(key);
  if (isGraded(a) !== isGraded(b)) {
    const [bare, graded] = isGraded(a) ? [b, a.replace(GRADE, '')] : [a, b.replace(GRADE, '')];
    // A base number alone asks for no grade.
    if (graded.startsWith(bare) && bare.length >= graded.length - 1 || bare.startsWith(graded)) {
      return 'grade';
    }
  }
  if (a.includes(b) || b.includes(a)) return 'same';
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  const [next, other] = [a[shared] ?? '', b[shared] ?? ''];
  if (shared < 3) return 'other';
  if (/\d/.test(next) && /\d/.test(other)) return 'other';
  // `STM32F103C8T6` and `STM32F103CBT6`; not `STM32F103CxT6`, where `X` stands for anything.
  const isOneOff = a.length === b.length && a.slice(shared + 1) === b.slice(shared + 1) &&
    shared < a.length - 1;
  if (isOneOff && a.length >= 8 && next !== 'X') return 'other';
  if (isOtherSize(name, mpn)) return 'other';
  return shared >= 5 ? 'same' : 'unclear';
}

/**
 * `STM32F103C8` and `STM32F103CBT6`: a digit stands for a letter, behind another letter and without a separator, which is
 * how microcontrollers count their memory. `LP5907MF-3.3` and `LP5907MFX-3.3` are one.
 */
function isOtherSize(name: string, mpn: string): boolean {
  const [a, b] = [orderableKey(name), orderableKey(mpn)];
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  const ends = [a[shared] ?? '', b[shared] ?? ''].toSorted().join('');
  return shared >= 8 && /[A-Z]/.test(a[shared - 1]!) && /^\d[A-WYZ]$/.test(ends);
}
