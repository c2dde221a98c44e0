/** How each measured server is started: ours, the least Deno and Node can do, and two libraries. */
import type { PagesOptions, ServerOptions } from '../peers/upstash-realtime-options.ts';
import type { OursOptions } from './ours.ts';

const FOLDER = `${import.meta.dirname}`;
const PEERS = `${FOLDER}/../peers`;

/** The peers come from the registry by exact version, held to their own lock, and never into this project. */
const PEER = ['run', '--no-config', '--node-modules-dir=none', `--lock=${PEERS}/deno.lock`, '--frozen', '-A'];

export function ours(options: OursOptions): readonly string[] {
  return [Deno.execPath(), 'run', '-A', `${FOLDER}/ours.ts`, JSON.stringify(options)];
}

/**
 * The same with a heap as small as an isolate of 256 MB leaves: without, the engine keeps what it has collected, and a
 * measurement of memory shows garbage.
 */
export function oursWithSmallHeap(options: OursOptions): readonly string[] {
  const flags = '--v8-flags=--max-old-space-size=96,--max-semi-space-size=4';
  return [Deno.execPath(), 'run', '-A', flags, `${FOLDER}/ours.ts`, JSON.stringify(options)];
}

export const PEER_SERVERS = {
  'raw Deno': [Deno.execPath(), ...PEER, `${PEERS}/raw-deno.ts`],
  'raw Node': ['node', `${PEERS}/raw-node.mjs`],
  'better-sse': [Deno.execPath(), ...PEER, `${PEERS}/better-sse.ts`],
  'hono': [Deno.execPath(), ...PEER, `${PEERS}/hono.ts`],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type PeerName = keyof typeof PEER_SERVERS;

export function upstashRealtime(options: ServerOptions): readonly string[] {
  // Deno's older way aborts a request's signal even when its response was read to the end
  const flags = [...PEER, '--unstable-no-legacy-abort'];
  return [Deno.execPath(), ...flags, `${PEERS}/upstash-realtime.ts`, JSON.stringify(options)];
}

export function upstashRealtimePages(options: PagesOptions): readonly string[] {
  return [Deno.execPath(), ...PEER, `${PEERS}/upstash-realtime-pages.ts`, JSON.stringify(options)];
}
