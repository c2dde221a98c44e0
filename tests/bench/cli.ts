/** How long short commands take, as their user waits for them. */
import { startTestStack } from '../support/stack.ts';
import { newTenant } from '../support/tenant.ts';
import type { BenchOptions, BenchResult, Figure } from './figure.ts';

const RUNS = 15;
const ROOT = new URL('../..', import.meta.url).pathname;

export async function benchCli({ quick }: BenchOptions): Promise<BenchResult> {
  const folder = await Deno.makeTempDir();
  await ran('node_modules/.bin/vite', [
    'build',
    'cli',
    '--logLevel',
    'warn',
    '--outDir',
    folder,
    '--emptyOutDir',
  ], {
    cwd: ROOT,
  });
  const command = `${folder}/bomstream.mjs`;
  const stack = await startTestStack();
  const { email, password } = await newTenant(stack);
  const env = {
    HOME: folder,
    SUPABASE_URL: stack.apiUrl,
    SUPABASE_PUBLISHABLE_KEY: stack.keys.publishableKey,
    BOMSTREAM_EMAIL: email,
    BOMSTREAM_PASSWORD: password,
  };
  const measure = async (name: string, args: readonly string[], limitMs: number): Promise<Figure> => {
    const times: number[] = [];
    for (let i = 0; i < (quick ? 3 : RUNS); i++) {
      const began = performance.now();
      await ran('node', [command, ...args], { env });
      times.push(performance.now() - began);
    }
    const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
    return {
      figure: `${name}, median of ${times.length}`,
      value: `${Math.round(median)} ms`,
      target: `≤ ${limitMs} ms`,
      met: median <= limitMs,
    };
  };
  try {
    return {
      figures: [
        await measure('bomstream --version', ['--version'], 150),
        await measure('bomstream status, signing in for it', ['status'], 400),
      ],
    };
  } finally {
    await stack.stop();
    await Deno.remove(folder, { recursive: true });
  }
}

async function ran(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Record<string, string> },
): Promise<void> {
  const { success, stderr } = await new Deno.Command(command, { args: [...args], ...options }).output();
  if (!success) throw new Error(`${command} ${args.join(' ')} failed:\n${new TextDecoder().decode(stderr)}`);
}
