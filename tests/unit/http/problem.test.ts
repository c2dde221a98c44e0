import { expect, it } from 'vitest';
import { Problem } from '../../../shared/http/problem.ts';

it('lists what is wrong with each place, where that is known', async () => {
  const errors = [{ path: 'lines.3.quantity', message: 'Too small' }];
  const response = new Problem(422, 'invalid_body', 'Correct it.', { errors }).toResponse();
  expect(await response.json()).toMatchObject({ code: 'invalid_body', errors });
});

it('carries its own headers, none of which can change what the body is', () => {
  const headers = { 'retry-after': '5', 'content-type': 'text/html' };
  const response = new Problem(503, 'busy', 'Later.', { headers }).toResponse();
  expect(response.headers.get('retry-after')).toBe('5');
  expect(response.headers.get('content-type')).toBe('application/problem+json');
});

it('is an error whose message tells programs apart without quoting anything', () => {
  expect(new Problem(404, 'bom_not_found', 'There is no BOM "Secret project".').message).toBe(
    '404 bom_not_found',
  );
});
