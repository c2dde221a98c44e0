/** What has been released stands in migrations/RELEASED, which `sha256sum -c` reads: databases have it as it was then. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const MIGRATIONS = fileURLToPath(new URL('../../supabase/migrations/', import.meta.url));
const RELEASED = 'RELEASED';
/** One file a release, named after it. */
const NAME = /^\d{14}_bomstream_\d+_\d+_\d+\.sql$/;

const hashOf = (folder: string, file: string) =>
  createHash('sha256').update(readFileSync(join(folder, file))).digest('hex');

function read(
  folder: string,
): { files: string[]; released: [hash: string, file: string][]; inWork: string[] } {
  const list = join(folder, RELEASED);
  const released = (existsSync(list) ? readFileSync(list, 'utf8') : '').split('\n').filter(Boolean)
    .map((line): [string, string] => [line.slice(0, 64), line.slice(66)]);
  const files = readdirSync(folder).filter((file) => file !== RELEASED).sort();
  const inWork = files.filter((file) => !released.some(([, name]) => name === file));
  return { files, released, inWork };
}

/** What is wrong with the files of a folder of migrations, a sentence each. */
export function findFaults(folder: string): string[] {
  const { files, released, inWork } = read(folder);
  return [
    ...files.filter((file) => !NAME.test(file)).map((file) =>
      `${file} is not named <14 digits>_bomstream_<version>.sql.`
    ),
    ...released.flatMap(([hash, file]) => {
      if (!files.includes(file)) {
        return [`${file} has been released and is gone: databases have it. Restore it.`];
      }
      if (hashOf(folder, file) === hash) return [];
      return [
        `${file} has been released and was changed since: databases have it as it was. Restore it, and put the change into a new file.`,
      ];
    }),
    ...(inWork.length > 1
      ? [`${inWork.join(' and ')} are not released: one file a release. Put them together.`]
      : []),
    ...inWork.filter((file) => released.some(([, name]) => name > file)).map((file) =>
      `${file} is not released and comes before one that is: databases would get it too late. Give it a later number.`
    ),
  ];
}

/**
 * The path of the file in work.
 * @throws Error when there is none
 */
export function migrationInWork(folder: string): string {
  const [file] = read(folder).inWork;
  if (!file) throw new Error('Every migration has been released already.');
  return join(folder, file);
}

/**
 * Closes the file in work: adds its hash to those that have been released.
 * @returns the name of the file
 * @throws Error when there is none, or when something is wrong
 */
export function release(folder: string): string {
  const [fault] = findFaults(folder);
  if (fault) throw new Error(fault);
  const file = basename(migrationInWork(folder));
  appendFileSync(join(folder, RELEASED), `${hashOf(folder, file)}  ${file}\n`);
  return file;
}
