/** The documents as tests read them. */
import { readFileSync } from 'node:fs';

export const readDocument = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

export const README = readDocument('README.md');

/** The pages of the guide, as its first page lists them. */
export const GUIDE: readonly string[] = [
  ...readDocument('docs/guide/README.md').matchAll(/^- \[[^\]]+\]\(([\w-]+\.md)\)/gm),
]
  .map(([, file]) => `docs/guide/${file}`);

/** Code blocks of a section, in order. */
export function snippets(section: string, language: string, document = README): string[] {
  const text = document.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? '';
  const blocks = [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)];
  return blocks.flatMap(([, name, code]) => name === language && code ? [code] : []);
}
