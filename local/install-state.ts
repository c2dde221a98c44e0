/** Whether this install's stack is running already, and how to begin anew. */
import { resolve } from 'node:path';
import { readRunning, type Running } from '../cli/local-install.ts';
import { resetPostgres, stopLeftoverPostgres } from './postgres.ts';

/** Data, keys and logs of this install. BOMSTREAM_LOCAL names another folder, for a second install. */
export const LOCAL_DIRECTORY = resolve(Deno.env.get('BOMSTREAM_LOCAL') || `${import.meta.dirname}/../.local`);

/** A stack of this machine answers in milliseconds. */
const PROBE_TIMEOUT_MS = 1_000;

/** @throws Error with one sentence when a stack of this install is up */
export async function refuseSecondStart(directory: string): Promise<void> {
  const running = await readRunning(directory);
  if (!running) return;
  const jwks = await fetch(`${running.apiUrl}/auth/v1/.well-known/jwks.json`, {
    signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
  })
    .then((response) => response.json(), () => null); // nobody there: an earlier start was killed
  if (jwks?.keys?.[0]?.kid === running.keyId) {
    throw new Error(
      `bomstream is already running here (process ${running.pid}): ${running.pageUrl}. Stop that one first, with Ctrl-C or kill ${running.pid}.`,
    );
  }
}

/** For `bomstream` and other tools, which find the stack by it. */
export async function noteRunning(directory: string, running: Omit<Running, 'pid'>): Promise<void> {
  await Deno.writeTextFile(`${directory}/running.json`, JSON.stringify({ pid: Deno.pid, ...running }));
}

/** Deletes data, keys and logs of this install. */
export async function resetInstall(directory: string): Promise<void> {
  await stopLeftoverPostgres(`${directory}/postgres`);
  await resetPostgres(`${directory}/postgres`);
  await Deno.remove(directory, { recursive: true }).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
}
