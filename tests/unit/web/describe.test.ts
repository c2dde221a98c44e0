import { describe, expect, it } from 'vitest';
import { type ComponentField, Lifecycle, Rohs } from '../../../shared/domain/component.ts';
import { describeStanding } from '../../../web/src/describe.ts';

const said = (value: string, ...others: string[]): ComponentField => {
  const from = (source: string, value: string) => ({ value, source, confidence: 1 });
  return {
    ...from('supplier:a', value),
    ...(others.length > 0 ? { conflicts: others.map((other) => from('supplier:b', other)) } : {}),
  };
};

describe('the standing of a part', () => {
  it('has words of its own for every lifecycle and RoHS value', () => {
    const texts = [
      ...Lifecycle.options.flatMap((value) => describeStanding({ lifecycle: said(value) })),
      ...Rohs.options.flatMap((value) => describeStanding({ rohs: said(value) })),
    ].map(({ text }) => text);
    expect(new Set(texts).size).toBe(Lifecycle.options.length + Rohs.options.length);
    expect(texts.filter((text) => /[_:]/.test(text))).toEqual([]);
  });

  it('is left out where nobody states it', () => expect(describeStanding({})).toEqual([]));

  it('that is not compliant never reads as if it were', () => {
    expect(describeStanding({ rohs: said('non_compliant') })).toEqual([
      { text: 'not RoHS compliant', isGood: false },
    ]);
  });

  it('holds what every source says where they disagree, and is not good if one of them says so', () => {
    expect(describeStanding({ rohs: said('compliant', 'non_compliant') })).toEqual([
      { text: 'sources disagree: RoHS compliant / not RoHS compliant', isGood: false },
    ]);
  });

  it('in words that are not ours is repeated, and vouched for by nobody', () => {
    expect(describeStanding({ lifecycle: said('constructor'), rohs: said('RoHS-konform') })).toEqual([
      { text: 'lifecycle: constructor', isGood: false },
      { text: 'rohs: RoHS-konform', isGood: false },
    ]);
  });
});
