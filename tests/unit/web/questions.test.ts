/** How the questions of a BOM are put in groups, and in words. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../web/src/lines/line.ts';
import { judged } from '../../../web/src/lines/judged.ts';
import { groupsOf, isAsked } from '../../../web/src/review/questions.ts';
import { line } from '../support/lines.ts';

const asked = (n: number, said: Partial<Line>) =>
  judged({ ...line(n, 'not_found'), designators: `U${n}`, ...said } as Line, {
    served: undefined,
    boards: 1,
    isRunning: true,
  });

const result = (more: object) => ({
  result: { run: 1, status: 'not_found' as const, remarks: [], ...more } as NonNullable<Line['result']>,
});

describe('questions', () => {
  it('stand in groups by their cause, the quickest to answer first', () => {
    const groups = groupsOf([
      asked(1, { mpn: undefined, value: undefined }),
      asked(2, { mpn: 'CBR02C', manufacturer: 'KEMET' }),
      asked(3, { mpn: 'X1', manufacturer: undefined }),
      asked(4, { mpn: 'CBR03C', manufacturer: 'KEMET' }),
      asked(5, { mpn: '2N70O2', ...result({ candidates: 2 }) }),
      asked(6, { mpn: 'IRLML6401 / AO3401A' }),
      asked(7, { mpn: undefined, value: '100n 50V', ...result({ candidates: 5 }) }),
      asked(8, { mpn: 'LM358', review: 'rejected' }),
    ]);
    expect(groups.map(({ title, questions }) => [title, questions.length])).toEqual([
      ['No number, value known', 1],
      ['Two parts in one cell', 1],
      ['Found, and rejected', 1],
      ['Close to a known number', 1],
      ['KEMET numbers that nobody knows', 2],
      ['Numbers that nobody knows', 1],
      ['Neither number nor value', 1],
    ]);
    expect(groups.map(({ questions: [first] }) => first!.title)).toEqual([
      'U7 has no part number. Which 100n 50V is it?',
      '“IRLML6401 / AO3401A” names two parts. Which one is U6?',
      'What was found for LM358 is wrong. Which part is U8?',
      'Nobody knows 2N70O2. Which part is U5?',
      'Nobody knows CBR02C. Is that the right number of U2?',
      'Nobody knows X1. Is that the right number of U3?',
      'The BOM does not say what U1 is.',
    ]);
  });

  it('say have and are of several places', () => {
    const titles = [
      asked(1, { designators: 'C3, C4, C5, C6', value: '100n', mpn: undefined } as never),
      asked(2, { designators: 'IC1 IC2', description: 'some connector', mpn: undefined } as never),
      asked(3, { designators: 'U1, U2', mpn: 'LM358 or LM324' }),
    ].map((line) => groupsOf([line])[0]!.questions[0]!.title);
    expect(titles).toEqual([
      'C3, C4 and 2 more have no part number. Which 100n are they?',
      'IC1, IC2 have no part number. Which part is “some connector”?',
      '“LM358 or LM324” names two parts. Which one are U1, U2?',
    ]);
  });

  it('are whose part it is, where several manufacturers do not make it alike', () => {
    const remark = { code: 'manufacturer_asked', detail: 'The BOM names no manufacturer.' };
    const component = { mpn: 'SS34', manufacturer: 'onsemi' };
    const found = { status: 'enriched' as const, ...result({ candidates: 5, component, remarks: [remark] }) };
    const line = asked(1, { mpn: 'SS34', quantity: 1, ...found });
    expect([line.verdict, isAsked(line)]).toEqual(['ask', true]);
    expect(groupsOf([line])).toMatchObject([{
      title: 'Several manufacturers, not alike',
      questions: [{ title: 'SS34 is not the same of each manufacturer. Whose is U1?' }],
    }]);
    expect(asked(1, { mpn: 'SS34', quantity: 1, ...found, review: 'approved' }).verdict).toBe('fine');
  });

  it('are whether it is meant so, where the BOM says something else of a part that is known', () => {
    const sentence = 'The BOM says KC2520B48 (value), the part is ECS-2520MV-480: another number.';
    const component = { mpn: 'ECS-2520MV-480', manufacturer: 'ECS' };
    const contradictions = [{
      check: 'part_name',
      severity: 'warning',
      field: 'mpn',
      asked: { text: 'KC2520B48', where: 'value' },
      found: { text: 'ECS-2520MV-480', source: 'bom' },
      sentence,
    }];
    const line = asked(1, {
      mpn: 'ECS-2520MV-480',
      value: 'KC2520B48',
      quantity: 1,
      status: 'enriched',
      ...result({ component, contradictions } as never),
    });
    expect([line.verdict, isAsked(line)]).toEqual(['ask', true]);
    expect(groupsOf([line])).toMatchObject([{
      title: 'The BOM says something else',
      questions: [{ title: `U1: the${sentence.slice(3)} Is that meant so?`, isIfMeant: true }],
    }]);
  });

  it('are how many, by the part number, where only the quantity is missing', () => {
    const component = { mpn: 'RC0603FR-0710KL', manufacturer: 'Yageo' };
    const found = { status: 'enriched' as const, quantity: null, ...result({ component }) };
    const groups = groupsOf([
      asked(1, { mpn: 'RC0603FR-0710KL', designators: undefined, ...found } as never),
      asked(2, { mpn: 'NOBODY-KNOWS-1', manufacturer: undefined, quantity: undefined }),
    ]);
    expect(groups.map(({ questions: [first] }) => [first!.title, first!.isHowMany])).toEqual([
      ['How many RC0603FR-0710KL does a board take?', true],
      ['Nobody knows NOBODY-KNOWS-1. Is that the right number of U2?', false],
    ]);
  });

  it.each(['IRLML6401 / AO3401A', 'BC847C or BC847B', 'BC847C, BC847B', 'BC847C;BC847B'])(
    'are of two parts in %s',
    (mpn) => expect(groupsOf([asked(1, { mpn })])[0]!.title).toBe('Two parts in one cell'),
  );

  it.each(['MC78L05ACDR/TR', 'SN74LVC1G08DBVR', 'B5819W 1A/40V', 'LM358, SOIC'])(
    'are of one part in %s',
    (mpn) => expect(groupsOf([asked(1, { mpn })])[0]!.title).not.toBe('Two parts in one cell'),
  );

  it('ask of a line without designators by the number that they name', () => {
    expect(groupsOf([asked(7, { mpn: 'X1', designators: undefined })])[0]!.questions[0]!.title)
      .toBe('Nobody knows X1. Is that the right number?');
  });

  it('are none where the lookup failed: that is tried again', () => {
    expect(
      isAsked(
        judged({ ...line(1, 'failed'), ...result({ status: 'failed' }) } as Line, {
          served: undefined,
          boards: 1,
          isRunning: true,
        }),
      ),
    )
      .toBe(
        false,
      );
    expect(isAsked(asked(1, { mpn: 'X1', ...result({}) }))).toBe(true);
  });
});
