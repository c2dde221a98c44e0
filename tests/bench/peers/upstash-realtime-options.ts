/** What the bench tells the two programs around @upstash/realtime, as their only argument, in JSON. */

export interface ServerOptions {
  readonly redis: { readonly url: string; readonly token: string };
  /** How long a request may take, in seconds: streams are ended two seconds before that. */
  readonly maxDurationSecs: number;
}

export interface PagesOptions {
  /** The server's address. */
  readonly url: string;
  /** The server's. */
  readonly maxDurationSecs: number;
  readonly reconnectsAtLeast: number;
}
