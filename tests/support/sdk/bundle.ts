/** One file of a program and all it needs, for a page. */
import { build, type InlineConfig, type Rolldown } from 'vite';

/** @param entry its path */
export async function bundle(
  entry: string,
  { format = 'es', build: more, ...options }: InlineConfig & { readonly format?: 'es' | 'iife' } = {},
): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    ...options,
    build: { write: false, target: 'es2022', lib: { entry, formats: [format], name: 'bundled' }, ...more },
  }) as unknown as readonly [Rolldown.RolldownOutput];
  const [{ code }, ...others] = built[0].output;
  if (others.length > 0) throw new Error(`${entry} became ${others.length + 1} files`);
  return code;
}
