/** Who is signed in on this machine: a file that nobody but the user can read. */
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { type AuthServer, renew, RENEW_MS, type Session } from './auth.ts';
import { configFolder } from './config-folder.ts';
import { isMissing, whyNot } from './file-errors.ts';
import { textsOf } from './texts.ts';

export interface SignedIn extends AuthServer, Session {
  readonly email: string;
}

const FILE = 'session.json';
const filePath = () => join(configFolder(), FILE);

/** Null where nobody is signed in. */
export async function readSession(): Promise<SignedIn | null> {
  try {
    const text = await readFile(filePath(), 'utf8');
    const names = ['apiUrl', 'publishableKey', 'email', 'accessToken', 'refreshToken', 'expiresAt'] as const;
    const { expiresAt, ...texts } = textsOf(text, names);
    return { ...texts, expiresAt: Date.parse(expiresAt) };
  } catch (error) {
    if (isMissing(error)) return null;
    throw new Error(`Cannot read ${filePath()}: ${whyNot(error)}. Sign in again: bomstream login`);
  }
}

/** Whole or not at all, whoever else writes it at the same time. */
export async function writeSession(session: SignedIn): Promise<string> {
  const file = filePath();
  const written = `${file}.${process.pid}`;
  try {
    await mkdir(configFolder(), { recursive: true, mode: 0o700 });
    const text = JSON.stringify({ ...session, expiresAt: new Date(session.expiresAt).toISOString() });
    await writeFile(written, text, { mode: 0o600 });
    // one that was there keeps its rights when it is written to
    await chmod(written, 0o600);
    await rename(written, file);
  } catch (error) {
    await rm(written, { force: true });
    throw new Error(`Cannot write ${file}: ${whyNot(error)}.`);
  }
  return file;
}

export async function removeSession(): Promise<void> {
  await rm(filePath(), { force: true });
}

/**
 * An access token that holds now.
 * @throws Error when the session has ended
 */
export async function tokenOf(session: SignedIn): Promise<string> {
  if (session.expiresAt - RENEW_MS > Date.now()) return session.accessToken;
  try {
    const renewed = { ...session, ...await renew(session, session.refreshToken) };
    await writeSession(renewed);
    return renewed.accessToken;
  } catch (error) {
    // Another command may have renewed it at the same moment, which can be done once.
    const now = await readSession();
    if (now && now.refreshToken !== session.refreshToken && now.expiresAt - RENEW_MS > Date.now()) {
      return now.accessToken;
    }
    throw new Error(`${session.email} is signed out: ${whyNot(error)}. Sign in again: bomstream login`);
  }
}
