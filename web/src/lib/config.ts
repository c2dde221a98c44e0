/** Where the page finds its project. `npm start` serves it; hosted, it is a file beside the page. */
export interface PageConfig {
  readonly supabaseUrl: string;
  readonly publishableKey: string;
  /** Characters of a password, where Supabase Auth is set to ask for more than its 6. */
  readonly shortestPassword?: number;
  /** Fills in the sign-in form. Only a local stack has such a user. */
  readonly demo?: { readonly email: string; readonly password: string };
}

/** For the person who deploys the page; users never see it, because nothing works without the file. */
const HOW_TO_CONFIGURE =
  'Put { "supabaseUrl": "https://<ref>.supabase.co", "publishableKey": "sb_publishable_…" } into ' +
  'web/public/config.json and build the page again, or put that file beside index.html. See docs/guide/hosted.md, "7. The page".';

/**
 * Reads config.json beside the page, whatever folder it is served from.
 * @throws Error that says what to do
 */
export async function loadConfig(page: string, fetchFile: typeof fetch): Promise<PageConfig> {
  const address = new URL('config.json', page);
  const response = await fetchFile(address).catch((cause) => {
    throw new Error(`${address} cannot be reached. Check your connection and reload the page.`, { cause });
  });
  if (!response.ok) {
    throw new Error(
      `This page has no configuration: ${address} answers ${response.status}. ${HOW_TO_CONFIGURE}`,
    );
  }
  // Many servers answer index.html where there is no file.
  const config = await response.json().catch(() => null);
  if (!URL.canParse(config?.supabaseUrl) || typeof config.publishableKey !== 'string') {
    throw new Error(`${address} is not this page's configuration. ${HOW_TO_CONFIGURE}`);
  }
  return config;
}
