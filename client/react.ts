/** Watching from React. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { BEFORE_FIRST } from './connection.ts';
import {
  type BomUpdate,
  isSignOfLife,
  type OrganizationUpdate,
  watchBom,
  type WatchBomOptions,
  type Watching,
  type WatchOptions,
  watchOrganization,
} from './watch.ts';

/** What a hook takes: the component's life is the signal. Only `url` opens anew when it changes; the rest is read as needed. */
type HookOptions<Options, Update> = Omit<Options, 'signal' | 'nextRuns'> & {
  /** Told of each update. A component may be rendered less often than events come, so what has to see each event is told here. */
  readonly onUpdate?: ((update: Update) => void) | undefined;
  /**
   * Whether a mere sign of life renders again, which changes `connection.lastHeardAt` alone. Default: true, so that its age can be
   * shown. With false a page at rest is not rendered at all; take the age from `onUpdate`, which is told of each.
   */
  readonly signsOfLife?: boolean | undefined;
};

export type UseBomOptions = HookOptions<WatchBomOptions, BomUpdate>;
export type UseOrganizationOptions = HookOptions<
  WatchOptions,
  OrganizationUpdate
>;

/** Before anything came. `connecting` is also the word for what is not watched at all. */
const NO_BOM: BomUpdate = { state: null, run: null, connection: BEFORE_FIRST };
const NO_ORGANIZATION: OrganizationUpdate = {
  state: new Map(),
  connection: BEFORE_FIRST,
};

/**
 * The newest state of a BOM, rendered again as it changes, over its runs; and `refresh`, as `watchBom` has it.
 * @param bomId null: of none, for now
 */
export function useBom(
  bomId: string | null,
  options: UseBomOptions,
): BomUpdate & Pick<Watching<BomUpdate>, 'refresh'> {
  const watching = useRef<Watching<BomUpdate>>(null);
  const refresh = useCallback(() => watching.current?.refresh(), []);
  const update = useNewest(
    bomId,
    options,
    NO_BOM,
    (id, given) => watching.current = watchBom(id, { ...given, nextRuns: true }),
  );
  return { ...update, refresh };
}

/**
 * The newest state of each BOM of an organization that is or was active.
 * @param organizationId null: of none, for now
 */
export function useOrganization(
  organizationId: string | null,
  options: UseOrganizationOptions,
): OrganizationUpdate {
  return useNewest(organizationId, options, NO_ORGANIZATION, watchOrganization);
}

function useNewest<
  Options extends HookOptions<WatchOptions, Update>,
  Update extends BomUpdate | OrganizationUpdate,
>(
  id: string | null,
  options: Options,
  nothing: Update,
  watch: (
    id: string,
    options: Options & { readonly signal: AbortSignal },
  ) => AsyncIterable<Update>,
): Update {
  const [newest, setNewest] = useState({ id, update: nothing });
  // What callers write in place is another function at each rendering, and no reason to open anything anew.
  const latest = useRef({ options, watch });
  useEffect(() => {
    latest.current = { options, watch };
  });
  const { url } = options;
  useEffect(() => {
    if (id === null) return;
    const controller = new AbortController();
    void follow(id, controller.signal).catch((error) => {
      // A refusal was told as an update; anything else is a fault, and for the console.
      if (error.name !== 'RefusedCall') throw error;
    });
    return () => controller.abort();

    async function follow(id: string, signal: AbortSignal): Promise<void> {
      const { options, watch } = latest.current;
      let rendered: Update | null = null;
      const token: WatchOptions['token'] = (isRefused) => latest.current.options.token(isRefused);
      for await (const update of watch(id, { ...options, token, signal })) {
        const { signsOfLife = true } = latest.current.options;
        if (signsOfLife || !rendered || !isSignOfLife(rendered, update)) {
          setNewest({ id, update: rendered = update });
        }
        latest.current.options.onUpdate?.(update);
      }
    }
  }, [id, url]);
  // What was another's is not this one's, not even for one rendering.
  return newest.id === id ? newest.update : nothing;
}
