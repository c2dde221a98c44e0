/** The one word of a line, in which order lines stand, and what of a pooled part's cost is theirs. */
import { expect, it } from 'vitest';
import type { Line } from '../../../web/src/lines/line.ts';
import {
  createJudge,
  judged as judgedBy,
  type ServedVerdict,
  stateOf,
  whyNothing,
  worstFirst,
} from '../../../web/src/lines/judged.ts';

const line = (of: Partial<Line> = {}): Line => ({
  line_id: `${of.line_number ?? 1}`,
  line_number: 1,
  do_not_place: false,
  review: 'none',
  status: 'enriched',
  quantity: 2,
  ...of,
});
const result = (of: Partial<NonNullable<Line['result']>> = {}): NonNullable<Line['result']> => ({
  run: 1,
  status: 'enriched',
  remarks: [],
  component: { mpn: 'A', manufacturer: 'B', facts: {} },
  ...of,
});
const contradictions: NonNullable<NonNullable<Line['result']>['contradictions']> = [{
  check: 'value',
  severity: 'error',
  field: 'resistance',
  asked: { text: '1 kΩ', where: 'value' },
  found: { text: '10 kΩ', source: 'decoder:yageo-rc' },
  sentence: '',
}];

const judged = (of: Line, served: ServedVerdict | undefined, boards: number, isRunning = true) =>
  judgedBy(of, { served, boards, isRunning });

it.each<[what: string, line: Line, word: string]>([
  ['found', line({ result: result() }), 'fine'],
  ['found, of which nothing is read yet', line(), 'checking'],
  ['contradicted', line({ result: result({ contradictions }) }), 'wrong'],
  ['contradicted and approved', line({ review: 'approved', result: result({ contradictions }) }), 'fine'],
  ['in work', line({ status: 'enriching' }), 'enriching'],
  ['of an earlier run, to be looked up again', line({ status: 'pending', result: result() }), 'pending'],
  ['not placed', line({ status: 'skipped' }), 'not_fitted'],
  ['unknown, of which nothing is read yet', line({ status: 'not_found' }), 'ask'],
  ['unknown', line({ status: 'not_found', result: { run: 1, status: 'not_found', remarks: [] } }), 'ask'],
  [
    'that could not be looked up',
    line({ status: 'failed', result: { run: 1, status: 'failed', remarks: [] } }),
    'failed',
  ],
])('while a run is at work, a line %s', (_what, of, word) => {
  expect(judged(of, undefined, 1).word).toBe(word);
});

it.each<[what: string, line: Partial<Line>, state: string, why: string]>([
  ['the BOM says so', { do_not_place: true }, 'Not fitted', 'Nothing to buy'],
  ['somebody says so', { review: 'approved' }, 'Not fitted', 'Nothing to buy'],
  ['its words are of no part', { value: 'Fiducial' }, 'No part', 'Nothing to buy'],
  ['it has no words', { footprint: 'SOIC-8' }, 'No part', 'The BOM names no part'],
])('is called not fitted only where somebody decided that: %s', (_what, of, state, why) => {
  const skipped = line({ status: 'skipped', ...of });
  expect([stateOf(judged(skipped, undefined, 1)), whyNothing(skipped)]).toEqual([state, why]);
});

it('is open until what was found of it has been read, which an event does not bring', () => {
  const { isOpen, word } = judged(line({ result: undefined }), undefined, 1);
  expect([isOpen, word]).toEqual([true, 'checking']);
  expect(judged(line({ result: result() }), undefined, 1).isOpen).toBe(false);
  expect(judged(line({ status: 'skipped' }), undefined, 1).isOpen).toBe(false);
});

const part: NonNullable<ServedVerdict['part']> = {
  line_number: 1,
  lines: 2,
  placed: 100,
  spares: 20,
  own_stock: 0,
  to_buy: 120,
  bought: 120,
  stock: 50,
  short_by: 70,
  total: 60,
  currency: 'EUR',
  suppliers: ['mouser'],
  instead_of: null,
};
const served = (of: Partial<ServedVerdict> = {}): ServedVerdict => ({
  line_id: '1',
  line_number: 1,
  mpn: 'A',
  verdict: 'short',
  why: '',
  part,
  ...of,
});

it("what the server says counts, and a line's share of a pooled part is by its pieces", () => {
  const is = judged(line({ result: result() }), served(), 10);
  expect([is.word, is.share]).toEqual(['short', 12]);
  expect(judged(line(), served({ part: { ...part, total: null } }), 10).share).toBeNull();
  expect(judged(line(), served({ part: { ...part, lines: 1 } }), 10).share).toBe(60);
});

it('the worst comes first, and equal ones as in the file', () => {
  const of = (line_number: number, verdict: ServedVerdict['verdict'], status: Line['status'] = 'enriched') =>
    judged(line({ line_number, status }), served({ verdict }), 1);
  const order = [of(1, 'fine'), of(2, 'ask'), of(3, 'wrong'), of(4, 'ask', 'failed'), of(5, 'wrong')];
  expect(worstFirst(order).map((each) => each.line.line_number)).toEqual([3, 5, 4, 2, 1]);
});

it('what has not changed stays the same object, so that its row is not drawn again', () => {
  const judge = createJudge();
  const [a, b] = [line({ line_number: 1 }), line({ line_number: 2 })];
  const [before] = judge([a, b], null, 1, true);
  const after = judge([a, { ...b, status: 'failed' }], null, 1, true);
  expect(after[0]).toBe(before);
  expect(after[1]!.line.status).toBe('failed');
});

it('nobody calls a line fine before the server has said so, nor what was found before its result is read', () => {
  const found = line({ result: result() });
  expect(judged(found, undefined, 1, false).word).toBe('checking');
  expect(judged(line({ result: result({ contradictions }) }), undefined, 1, false).word).toBe('wrong');
  expect(judged(found, served({ verdict: 'fine' }), 1, false).word).toBe('fine');

  const judge = createJudge();
  const wordOf = (of: Line) => judge([of], null, 1, true)[0]!.word;
  const before = line({ status: 'pending', result: result() });
  expect(wordOf(before)).toBe('pending');
  // the event that settles it says nothing of the part
  expect(wordOf({ ...before, status: 'enriched' })).toBe('checking');
  expect(wordOf({ ...before, status: 'enriched', review: 'needed' })).toBe('checking');
  expect(wordOf(line({ result: result({ run: 2, contradictions }) }))).toBe('wrong');
  expect(wordOf({ ...before, status: 'pending' })).toBe('pending');
  expect(wordOf({ ...before, status: 'not_found' })).toBe('ask');
});

it('a run makes no line look better than it was, until its answer is there', () => {
  const judge = createJudge();
  const lines = [1, 2, 3].map((line_number) => line({ line_number, result: result() }));
  const verdicts = (['short', 'at_risk', 'fine'] as const).map((verdict, i) =>
    [`${i + 1}`, served({ line_id: `${i + 1}`, verdict })] as const
  );
  const words = (of: readonly Line[], known: ReadonlyMap<string, ServedVerdict> | null, isRunning: boolean) =>
    judge(of, known, 1, isRunning).map(({ word }) => word);
  words(lines, new Map(verdicts), false);
  words(lines.map((each) => ({ ...each, status: 'pending' })), null, true);
  const found = lines.map((each) => ({ ...each, result: result({ run: 2 }) }));
  expect(words(found, null, true)).toEqual(['checking', 'checking', 'fine']);
  const wrong = found.map((each) => ({ ...each, result: result({ run: 2, contradictions }) }));
  expect(words(wrong, null, true)).toEqual(['wrong', 'wrong', 'wrong']);
});

it('what a part costs is known of lines that the run has settled, and open until it is read', () => {
  const judge = createJudge();
  const [a, b] = [line({ line_number: 1, result: result() }), line({ line_number: 2, status: 'pending' })];
  const partsOf = (soFar: ReadonlyMap<string, ServedVerdict> | null) =>
    judge([a, b], null, 10, true, soFar).map(({ part, isPartOpen, word }) => [part?.total, isPartOpen, word]);
  expect(partsOf(null)).toEqual([[undefined, true, 'fine'], [undefined, false, 'pending']]);
  // it was read before the line was settled
  const early = served({ verdict: 'pending', part: null });
  expect(partsOf(new Map([['1', early]]))[0]).toEqual([undefined, true, 'fine']);
  const soFar = new Map([['1', served({ verdict: 'short' })], [
    '2',
    served({ line_id: '2', verdict: 'pending' }),
  ]]);
  // what is short is said at the end
  expect(partsOf(soFar)).toEqual([[part.total, false, 'fine'], [undefined, false, 'pending']]);
  expect(judge([a, b], null, 10, true, soFar)[0]).toBe(judge([a, b], null, 10, true, soFar)[0]);
});
