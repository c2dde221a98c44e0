/** How services give tokens for an id and a secret, which here are one and the same. */

/** The token that a stand-in gives for its key: another key has another. */
export const tokenOf = (key: string) => `token-of-${key.length}-${key.slice(0, 4)}`;

export async function giveToken(request: Request, key: string, seconds: number): Promise<Response> {
  const form = new URLSearchParams(await request.text());
  if (form.get('grant_type') !== 'client_credentials') {
    return Response.json({ error: 'unsupported_grant_type' }, { status: 400 });
  }
  if (form.get('client_id') !== key || form.get('client_secret') !== key) {
    return Response.json({ error: 'invalid_client' }, { status: 401 });
  }
  return Response.json({ access_token: tokenOf(key), token_type: 'Bearer', expires_in: seconds });
}

export const hasToken = (request: Request, key: string) =>
  request.headers.get('authorization') === `Bearer ${tokenOf(key)}`;
