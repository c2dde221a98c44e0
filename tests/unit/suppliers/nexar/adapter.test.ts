/** What Nexar says, and what it costs. The stand-in speaks its contract over real HTTP. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SupplierOffer } from '../../../../shared/domain/component.ts';
import { ADAPTERS } from '../adapters.ts';
import { lookUp, questionAbout } from '../look-up.ts';
import { useStandIn } from '../standing.ts';

const { standIn, supplier, answerOf, finding } = useStandIn('nexar');
const never = new AbortController().signal;

afterEach(() => void vi.unstubAllGlobals());

describe('a part', () => {
  it('is what Nexar says of it, with the offers of each seller in its own currency', async () => {
    const { fields, offers } = await finding('SBX-RES-10K');
    const said = {
      source: 'supplier:nexar-sandbox',
      confidence: 1,
      reference: 'https://sandbox.invalid/octopart/SBX-RES-10K',
    };
    expect(fields).toEqual({
      manufacturer: { ...said, value: 'Sandbox Devices' },
      description: { ...said, value: 'Sandbox part SBX-RES-10K: made up, not for sale' },
      lifecycle: { ...said, value: 'active', raw: 'Production (Last Updated: 2 months ago)' },
      rohs: { ...said, value: 'compliant' },
      datasheet: { ...said, value: 'https://sandbox.invalid/SBX-RES-10K.pdf' },
    });
    expect(offers).toMatchObject([
      {
        seller: 'Sandbox Parts',
        stock: 900,
        packaging: 'cut_tape',
        price_breaks: [{ currency: 'USD' }, {}, {}],
      },
      // less than none is no number of pieces
      { seller: 'Sandbox Store', stock: null, packaging: null, price_breaks: [{ currency: 'EUR' }, {}, {}] },
    ]);
    for (const offer of offers) expect(SupplierOffer.parse(offer)).toEqual(offer);
  });

  it.each([
    ['SBX-SOON', 'preview', 'compliant'],
    ['SBX-LEADED', 'not_for_new_designs', 'non_compliant'],
    ['SBX-LAST', 'end_of_life', 'compliant'],
    ['SBX-OLD', 'obsolete', undefined],
    ['SBX-ODD', undefined, undefined],
    ['SBX-EXEMPT', 'active', 'compliant_by_exemption'],
  ])('%s is %s and has RoHS %s', async (number, lifecycle, rohs) => {
    const { fields } = await finding(number);
    expect([fields.lifecycle?.value, fields.rohs?.value]).toEqual([lifecycle, rohs]);
  });

  it('is known to be of two manufacturers, which one answer could not tell', async () => {
    const answer = await answerOf('SBX-TWINS');
    expect(answer).toMatchObject({ kind: 'found', parts: 2, findings: [{}, {}] });
  });

  it('of more manufacturers than were asked for is found for those that were answered, and for no other', async () => {
    const ask = async (manufacturer: string | null) =>
      (await supplier().lookup([questionAbout('SBX-MANY', manufacturer)], never)).get('SBX-MANY');
    expect(await ask('Sandbox Devices')).toMatchObject({ kind: 'found', parts: 2, has_more: true });
    expect(await ask(null)).toMatchObject({ kind: 'found', parts: 2, has_more: true });
    expect(await ask('Sandbox Components')).toEqual({ kind: 'permanent', reason: 'more_than_asked_for' });
  });
});

describe('a call', () => {
  it('asks ten questions, each by its reference, and counts what each has cost', async () => {
    const numbers = ['SBX-00001', 'SBX-NONE', 'SBX-TWINS', 'SBX-RES10K', 'SBX-00002'];
    const answers = await lookUp(supplier(), numbers);
    expect([...answers].map(([number, answer]) => [number, answer.kind, 'parts' in answer && answer.parts]))
      .toEqual([
        ['SBX-00001', 'found', 1],
        ['SBX-NONE', 'not_found', 0],
        ['SBX-TWINS', 'found', 2],
        // another part, and counted all the same
        ['SBX-RES10K', 'not_found', 1],
        ['SBX-00002', 'found', 1],
      ]);
    expect(await standIn().asked()).toEqual([numbers]);
    expect(supplier().batchSize).toBe(10);
    expect(supplier().spellings).toBe(1);
  });

  it('answered in part has what there is: a plan may not include all that is asked for', async () => {
    const match = {
      hits: 1,
      reference: '0',
      parts: [{ mpn: 'LM358DR', manufacturer: { name: 'Texas Instruments' }, specs: null, sellers: null }],
    };
    vi.stubGlobal('fetch', (address: string) =>
      Promise.resolve(Response.json(
        /token/.test(address)
          ? { access_token: 't', expires_in: 86_400 }
          : { data: { supMultiMatch: [match] }, errors: [{ message: 'specs: not authorized' }] },
      )));
    const answer = (await lookUp(ADAPTERS.nexar('http://127.0.0.1:9'), ['LM358DR'])).get('LM358DR');
    expect(answer).toMatchObject({ kind: 'found', findings: [{ mpn: 'LM358DR', offers: [] }] });
  });
});
