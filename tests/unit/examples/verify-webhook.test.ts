/** The few lines by which the guide has receivers verify what they get. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
// @ts-expect-error: an example for people who write JavaScript
import { isOurs } from '../../../docs/examples/verify-webhook.mjs';
import { sign } from '../../../shared/webhooks/signature.ts';

const [BODY, SECRET] = ['{"name":"Ω"}', 'whsec_of-a-test'];
const now = () => Math.floor(Date.now() / 1000);

it('knows what is signed with the secret, and is not old', async () => {
  expect(isOurs(BODY, await sign(BODY, SECRET, now()), SECRET)).toBe(true);
  expect(isOurs(`${BODY} `, await sign(BODY, SECRET, now()), SECRET)).toBe(false);
  expect(isOurs(BODY, await sign(BODY, 'another', now()), SECRET)).toBe(false);
  expect(isOurs(BODY, await sign(BODY, SECRET, now() - 3_600), SECRET)).toBe(false);
  for (
    const header of [
      undefined,
      '',
      'nothing',
      `t=${now()}`,
      `t=${now()},v1=abc`,
      `t=${now()},v1=${'z'.repeat(64)}`,
    ]
  ) {
    expect(isOurs(BODY, header, SECRET), header).toBe(false);
  }
});

it('stands in the guide as it is', () => {
  const read = (path: string) => readFileSync(new URL(`../../../docs/${path}`, import.meta.url), 'utf8');
  const code = read('examples/verify-webhook.mjs');
  expect(read('guide/webhooks.md')).toContain(code.slice(code.indexOf('export function')).trim());
});
