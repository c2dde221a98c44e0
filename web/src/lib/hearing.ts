import { EVENT_TYPES } from '../../../shared/domain/status.ts';

/** Everything that a stream says, be it news or a sign of life. */
const SAID = [...EVENT_TYPES, 'connected', 'keepalive', 'store', 'reset', 'reauth', 'reconnect'];

/** An EventSource that tells of whatever is heard, so that a page can say how old its news are, and of a lost connection. */
export function hearing(onHeard: () => void, onLost?: () => void): typeof EventSource {
  return class extends EventSource {
    constructor(url: string | URL, options?: EventSourceInit) {
      super(url, options);
      for (const type of SAID) this.addEventListener(type, onHeard);
      if (onLost) this.addEventListener('error', onLost);
    }
  };
}
