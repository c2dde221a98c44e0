/** The functions as the commands call them: with the token of a user who has just signed in. */
import { type Client, createClient } from '../client/client.ts';

export interface Api extends Client {
  readonly token: string;
  readonly baseUrl: string;
}

export function createApi(apiUrl: string, token: string): Api {
  return { ...createClient({ url: apiUrl, token: () => token }), token, baseUrl: `${apiUrl}/functions/v1` };
}
