/** Whose right a command uses, and at which project: of a token, of the environment, of who is signed in, or of the local stack. */
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { type Api, createApi } from './api-client.ts';
import { whyNot } from './file-errors.ts';
import { oneLine } from './output.ts';
import { findLocalProject } from './local-install.ts';
import { userPath } from './local-file.ts';
import {
  findOrganization,
  forHeader,
  type Project,
  projectInEnvironment,
  signIn,
  urlInEnvironment,
} from './project.ts';
import { readSession, tokensOfSession } from './session-file.ts';

export interface Access {
  readonly api: Api;
  readonly url: string;
  /** Who it is, as sentences have it: an address, or what the token is. */
  readonly who: string;
}

/**
 * @param tokenFile named on the command line, before all else
 * @throws Error that says how to sign in, where nothing says who it is
 */
export async function connect({ tokenFile }: { readonly tokenFile?: string | undefined }): Promise<Access> {
  const token = await givenToken(tokenFile);
  if (token !== null) {
    const url = await urlOfToken();
    return { api: createApi(url, () => Promise.resolve(token)), url, who: whoHas(token) };
  }
  const project = await givenProject();
  if ('password' in project) {
    return { api: await signIn(project), url: project.apiUrl, who: project.email };
  }
  return {
    api: createApi(project.apiUrl, tokensOfSession(project)),
    url: project.apiUrl,
    who: project.email,
  };
}

/** What a token says of itself, which nobody has to verify to show it: the project refuses whatever is none of its own. */
export function whoHas(token: string): string {
  if (token.startsWith('bsk_')) return 'a key for programs';
  if (token.startsWith('bsl_')) return 'a read-only link';
  try {
    const { email } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    if (typeof email === 'string' && email !== '') return oneLine(email);
  } catch {
    // no token of Supabase Auth
  }
  return 'the owner of the token';
}

/** A token or key that programs have, never by a flag: others on the machine see those. */
async function givenToken(tokenFile: string | undefined): Promise<string | null> {
  const file = tokenFile ?? process.env.BOMSTREAM_TOKEN_FILE;
  if (file) return forHeader(userPath(file), await readSecret(file));
  for (const name of ['BOMSTREAM_TOKEN', 'BOMSTREAM_KEY']) {
    const token = process.env[name];
    if (token) return forHeader(name, token);
  }
  return null;
}

/** What a file holds on its one line. @throws Error where it cannot be read, or is empty */
export async function readSecret(path: string): Promise<string> {
  const full = userPath(path);
  let secret: string;
  try {
    secret = (await readFile(full, 'utf8')).trim();
  } catch (error) {
    throw new Error(`Cannot read ${full}: ${whyNot(error)}.`);
  }
  if (secret === '') throw new Error(`${full} is empty.`);
  return secret;
}

async function urlOfToken(): Promise<string> {
  const url = urlInEnvironment() ?? (await readSession())?.apiUrl ?? (await findLocalProject())?.apiUrl;
  if (!url) throw new Error('There is a token, but no project: set SUPABASE_URL to its address.');
  return url;
}

/** What was said for this command alone comes before what holds for all: the environment, the login, then the folder. */
async function givenProject(): Promise<Project | NonNullable<Awaited<ReturnType<typeof readSession>>>> {
  const { BOMSTREAM_EMAIL, BOMSTREAM_LOCAL } = process.env;
  const url = urlInEnvironment();
  const session = await readSession();
  if (url !== null) {
    if (!BOMSTREAM_EMAIL && session?.apiUrl === url) return session;
    return projectInEnvironment()!;
  }
  const project = (BOMSTREAM_LOCAL ? null : session) ?? await findLocalProject();
  if (project) return project;
  throw new Error(
    'Nobody is signed in. Sign in to your project with bomstream login; for a program, set SUPABASE_URL and its BOMSTREAM_KEY. Who has no project runs one in a copy of the repository, in another terminal: npm start -- --serve',
  );
}

/**
 * The organization that is named, or the first one in which the user may edit.
 * @throws Error where there is none
 */
export async function organizationOf({ api, who }: Access, named: string | undefined): Promise<string> {
  const organizationId = named ?? await findOrganization(api);
  if (organizationId) return organizationId;
  throw new Error(`${who} may edit in no organization. docs/guide/team.md says how to add members.`);
}
