/** Where programs keep what is a user's own. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

export function configFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): string {
  const base = platform === 'win32'
    ? environment.APPDATA || join(homedir(), 'AppData', 'Roaming')
    : environment.XDG_CONFIG_HOME || join(homedir(), '.config');
  return join(base, 'bomstream');
}
