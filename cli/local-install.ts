/** The stack that `npm start` runs in this folder, as others find it: what it notes down while it is up. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import { isMissing } from './file-errors.ts';
import type { Project } from './project.ts';
import { textsOf } from './texts.ts';

export const DEMO_EMAIL = 'demo@bomstream.local';

export interface Running {
  readonly pid: number;
  readonly apiUrl: string;
  readonly pageUrl: string;
  /** Key id of its tokens: what tells this install's stack from another one on the same port. */
  readonly keyId: string;
}

/** Null where no stack was left. */
export async function readRunning(directory: string): Promise<Running | null> {
  try {
    const text = await readFile(`${directory}/running.json`, 'utf8');
    return { ...textsOf(text, ['apiUrl', 'pageUrl', 'keyId']), pid: JSON.parse(text).pid };
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The running stack with its demo user, whose install BOMSTREAM_LOCAL may name; null when there is none. */
export async function findLocalProject(): Promise<(Project & { readonly secretKey: string }) | null> {
  const directory = resolve(process.env.BOMSTREAM_LOCAL || '.local');
  const running = await readRunning(directory);
  if (!running) return null;
  // Of the keys of an install, those that its own user needs.
  const { demoPassword, publishableKey, 'secretKeys.default': secretKey } = textsOf(
    await readFile(`${directory}/keys.json`, 'utf8'),
    ['demoPassword', 'publishableKey', 'secretKeys.default'],
  );
  return { apiUrl: running.apiUrl, publishableKey, secretKey, email: DEMO_EMAIL, password: demoPassword };
}
