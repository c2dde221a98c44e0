/** Headers of every answer that is a stream. */
export const STREAM_HEADERS = {
  'content-type': 'text/event-stream',
  // A proxy that compresses or stores would hold events back.
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};
