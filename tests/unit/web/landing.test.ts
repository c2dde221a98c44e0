import { describe, expect, it } from 'vitest';
import { landingOf } from '../../../web/src/app/landing.ts';

describe('an address that a mail of Supabase Auth leads to', () => {
  it.each(['recovery', 'invite'])('has somebody choose a password: %s', (type) => {
    expect(landingOf(`#access_token=a.b.c&refresh_token=r&type=${type}`)).toEqual({ type: 'password' });
  });

  it('says why a link opens nothing', () => {
    expect(
      landingOf(
        '#error=access_denied&error_code=otp_expired&error_description=Email+link+is+invalid+or+has+expired',
      ),
    ).toEqual({ type: 'refused', detail: 'Email link is invalid or has expired.' });
  });

  it.each(['', '#/', '#/boms/x?show=wrong', '#/shared/x/bsl_y', '#access_token=a&type=signup'])(
    'is none of the page itself, nor one that merely signs in: %s',
    (hash) => expect(landingOf(hash)).toBeNull(),
  );
});
