import { describe, expect, it } from 'vitest';
import { readBom } from '../../../shared/api/boms.ts';
import { Problem } from '../../../shared/http/problem.ts';
import { contractOf, expectKept } from '../../support/contract.ts';
import { BOM } from './events.ts';

const bom = readBom.example.answer;
const ours = (headers: HeadersInit = {}) => {
  const all = new Headers(headers);
  all.set('x-content-type-options', 'nosniff');
  return all;
};
const answer = (status: number, body: object | string) => ({ status, headers: ours(), body });

async function refused(status: number, code: string) {
  const response = new Problem(status, code, 'No.').toResponse();
  return { status, headers: ours(response.headers), body: await response.json() };
}

describe('an answer', () => {
  const path = `boms/${BOM}?x=1`;

  it('that keeps to its contract passes', async () => {
    expectKept('GET', path, answer(200, bom));
    expectKept('GET', path, await refused(404, 'bom_not_found'));
    expectKept('GET', `enrichment/${BOM}/status`, answer(304, ''));
    expectKept('PATCH', 'boms', await refused(405, 'method_not_allowed'));
  });

  it.each<[string, object]>([
    ['a field that the contract does not know', { ...bom, more: 1 }],
    ['one deep in it', { ...bom, latest_run: { ...bom.latest_run, more: 1 } }],
    ['one too few', { ...bom, name: undefined }],
    ['one of another kind', { ...bom, line_count: '1' }],
  ])('with %s does not', (_what, body) => {
    expect(() => expectKept('GET', path, answer(200, JSON.parse(JSON.stringify(body))))).toThrow();
  });

  it('with a status of another route does not', () => {
    expect(() => expectKept('GET', path, answer(201, bom))).toThrow('answered 201');
  });

  it.each([[409, 'run_active'], [404, 'made_up'], [422, 'bom_not_found']])(
    'that is a refusal which its contract does not name, %d %s, does not',
    async (status, code) => {
      const refusal = await refused(status, code);
      expect(() => expectKept('GET', path, refusal)).toThrow(code);
    },
  );
});

it("a gateway's own answer is not held to anything", () => {
  expectKept('GET', `boms/${BOM}`, { status: 503, headers: new Headers(), body: { code: 'BOOT_ERROR' } });
});

it('is held to the contract of the address that is written out before one with a parameter', () => {
  expect(contractOf('GET', 'enrichment-stream/health')?.path).toBe('/enrichment-stream/health');
  expect(contractOf('GET', `enrichment-stream/${BOM}`)?.path).toBe('/enrichment-stream/:bom_id');
  expect(contractOf('GET', 'elsewhere')).toBeUndefined();
});
