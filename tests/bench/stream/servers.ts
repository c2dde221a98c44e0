/** How each measured server is started: ours, the least Deno and Node can do, and two libraries. */
import type { PagesOptions, ServerOptions } from '../peers/upstash-realtime-options.ts';
import type { OursOptions } from './ours.ts';

const FOLDER = `${import.meta.dirname}`;
const PEERS = `${FOLDER}/../peers`;
/**
 * For every server on Deno alike: the young generation grows up to 16 MB with what is thrown away while connections
 * open, which is no memory of theirs and would be spread over however many there are.
 */
const YOUNG_GENERATION = '--v8-flags=--max-semi-space-size=1';

/** The peers come from the registry by exact version, held to their own lock, and never into this project. */
const PEER = [
  'run',
  '--no-config',
  '--node-modules-dir=none',
  `--lock=${PEERS}/deno.lock`,
  '--frozen',
  YOUNG_GENERATION,
  '-A',
];

export function ours(options: OursOptions): readonly string[] {
  return [Deno.execPath(), 'run', YOUNG_GENERATION, '-A', `${FOLDER}/ours.ts`, JSON.stringify(options)];
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
