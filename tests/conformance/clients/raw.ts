/** A client on a bare socket that forgives nothing. */
import { type Client, Recording } from './client.ts';
import { follow } from './follow.ts';
import { rawRequest } from './raw-http.ts';
import { createStrictReader } from './strict-frames.ts';

export function createRawClient(): Client {
  return {
    name: 'raw socket',
    sendsFirstCursor: true,
    open(url, { lastEventId = '' } = {}) {
      const abort = new AbortController();
      const recording = new Recording(() => abort.abort());
      const following = follow({
        connect: async (headers, signal) => {
          const response = await rawRequest(url, { headers, signal });
          return {
            status: response.status,
            contentType: response.header('content-type') ?? '',
            body: response.body,
          };
        },
        createParser: createStrictReader,
        lastEventId,
        signal: abort.signal,
        report: (record) => recording.add(record),
      });
      following.catch((error) => recording.add({ type: 'violation', detail: String(error) }));
      return Promise.resolve(recording);
    },
    stop: () => Promise.resolve(),
  };
}
