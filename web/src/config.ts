/** Where the page finds its project. `npm start` serves it; hosted, it is a file beside the page. */
export interface PageConfig {
  readonly supabaseUrl: string;
  readonly publishableKey: string;
  /** Fills in the sign-in form. Only a local stack has such a user. */
  readonly demo?: { readonly email: string; readonly password: string };
}
