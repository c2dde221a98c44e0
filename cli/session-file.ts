/** Who is signed in on this machine: a file that nobody but the user can read. */
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { AuthRefusal, type AuthServer, isOver, renew, type Session, tokensOf } from './auth.ts';
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

/** Another command that renews the session at the same moment has written it by then. */
const [WRITTEN_MS, LOOK_MS] = [2_000, 100];

/**
 * Access tokens of who is signed in, whose session is kept when it is renewed.
 * @throws Error, of the tokens, when the session has ended or cannot be renewed now
 */
export const tokensOfSession = (session: SignedIn): () => Promise<string> => tokensOf(session, renewKept);

async function renewKept(session: SignedIn): Promise<SignedIn> {
  let renewed: SignedIn;
  try {
    renewed = { ...session, ...await renew(session, session.refreshToken) };
  } catch (error) {
    if (!(error instanceof AuthRefusal)) throw error;
    // It can be renewed once: perhaps another command has done so.
    for (const deadline = Date.now() + WRITTEN_MS; Date.now() < deadline; await delay(LOOK_MS)) {
      const now = await readSession();
      if (now && now.refreshToken !== session.refreshToken && !isOver(now)) return now;
    }
    throw new Error(`${session.email} is signed out: ${whyNot(error)}. Sign in again: bomstream login`);
  }
  try {
    await writeSession(renewed);
  } catch (error) {
    // This command can go on; the next finds a session that was used up.
    process.stderr.write(
      `${whyNot(error)} The session was renewed and is lost. Sign in again: bomstream login\n`,
    );
  }
  return renewed;
}
