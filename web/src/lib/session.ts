/** Who works here, and with whose BOMs: what every page below the sign-in may ask for. */
import type { Session, SupabaseClient } from '@supabase/supabase-js';
import { createContext, use } from 'react';
import type { Api, Organization } from './api.ts';

export interface Signed {
  readonly api: Api;
  readonly supabase: SupabaseClient;
  readonly user: Session['user'];
  readonly organizations: readonly Organization[];
  /** What each organization is called that was among them since the page was opened, left or not, by its id. */
  readonly names: ReadonlyMap<string, string>;
}

export const SignedIn = createContext<Signed | null>(null);

/** @throws Error outside of the pages of somebody who is signed in */
export function useSigned(): Signed {
  const signed = use(SignedIn);
  if (!signed) throw new Error('Nobody is signed in here.');
  return signed;
}

/** Of somebody who came by a read-only link, and is nobody. */
export const ByLink = createContext<Api | null>(null);

export const useIsByLink = (): boolean => use(ByLink) !== null;

/** @throws Error where nobody is signed in, and no link opened the page */
export function useApi(): Api {
  const api = use(ByLink) ?? use(SignedIn)?.api;
  if (!api) throw new Error('Nobody is signed in here.');
  return api;
}

/** Roles, weakest first: each includes what the ones before it may do. */
const RANKS: readonly Organization['role'][] = ['viewer', 'editor', 'admin'];

export const may = (organization: Organization | undefined, role: Organization['role']): boolean =>
  organization !== undefined && RANKS.indexOf(organization.role) >= RANKS.indexOf(role);
