/** The stack that `npm start` runs in this folder, as others find it: what it notes down while it is up. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { isMissing } from './file-errors.ts';
import { type Project, projectInEnvironment } from './project.ts';

export const DEMO_EMAIL = 'demo@bomstream.local';

const Running = z.object({
  pid: z.int(),
  apiUrl: z.string(),
  pageUrl: z.string(),
  /** Key id of its tokens: what tells this install's stack from another one on the same port. */
  keyId: z.string(),
});
export type Running = z.infer<typeof Running>;

/** Of the keys of an install, those that its own user needs. */
const Keys = z.object({
  demoPassword: z.string(),
  publishableKey: z.string(),
  secretKeys: z.object({ default: z.string() }),
});

/** Null where no stack was left. */
export async function readRunning(directory: string): Promise<Running | null> {
  try {
    return Running.parse(JSON.parse(await readFile(`${directory}/running.json`, 'utf8')));
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
  const keys = Keys.parse(JSON.parse(await readFile(`${directory}/keys.json`, 'utf8')));
  return {
    apiUrl: running.apiUrl,
    publishableKey: keys.publishableKey,
    secretKey: keys.secretKeys.default,
    email: DEMO_EMAIL,
    password: keys.demoPassword,
  };
}

/**
 * The project of the environment, else the stack that runs in this folder.
 * @throws Error that says how to start one
 */
export async function findProject(): Promise<Project> {
  const project = projectInEnvironment() ?? await findLocalProject();
  if (!project) {
    throw new Error('No stack is running here. Start it in another terminal: npm start -- --serve');
  }
  return project;
}
