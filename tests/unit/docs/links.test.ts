/** What the documents point to is there. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GUIDE, readDocument, README } from '../../support/readme.ts';

const PAGES = [
  'README.md',
  'SECURITY.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md')).map((
    path,
  ) => join('docs', path)),
];
const { scripts } = JSON.parse(readDocument('package.json'));

/** As GitHub names the anchors of headings. */
const anchorsOf = (page: string) =>
  [...readDocument(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading.toLowerCase().replaceAll(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-')
  );

function isThere(page: string, link: string): boolean {
  const [path, anchor] = link.split('#') as [string, string?];
  const target = path === '' ? page : join(dirname(page), path);
  return existsSync(target) && (anchor === undefined || anchorsOf(target).includes(anchor));
}

it.each(PAGES)(
  '%s links to what is there, names files that are there and scripts that can be run',
  (page) => {
    const text = readDocument(page);
    const links = [...text.matchAll(/\]\(((?!https?:)[^)]+)\)/g)].map(([, link]) => link!);
    const files = [...text.matchAll(/`((?:tests|shared|client|local|web\/src|supabase)\/[\w/.-]+\.\w+)`/g)]
      .map((
        [, file],
      ) => file!);
    const named = [...text.matchAll(/npm run ([a-z:0-9]+)/g), ...text.matchAll(/`(test:[a-z0-9]+)`/g)].map((
      [, name],
    ) => name!);
    expect([
      links.filter((link) => !isThere(page, link)),
      // Acme is the supplier of the examples.
      files.filter((file) => !existsSync(file) && !file.includes('acme')),
      named.filter((name) => !(name in scripts)),
    ]).toEqual([[], [], []]);
  },
);

it('a link to a heading or a file that is not there is noticed', () => {
  expect(
    ['#quick-start', 'docs/api.md#the-stream', '#nowhere', 'docs/none.md'].map((link) =>
      isThere('README.md', link)
    ),
  )
    .toEqual([true, true, false, false]);
});

describe('the guide', () => {
  it('has a page for each task that people come with', () => {
    expect(GUIDE).toEqual(expect.arrayContaining(
      [
        'first-bom',
        'reading-the-answer',
        'review',
        'suppliers-and-own-data',
        'hosted',
        'embedding',
        'backup-and-restore',
      ].map((task) => `docs/guide/${task}.md`),
    ));
  });

  it('is listed whole by its first page and by README', () => {
    const pages = readdirSync('docs/guide').map((file) => `docs/guide/${file}`)
      .filter((page) => page !== 'docs/guide/README.md');
    expect(GUIDE.toSorted()).toEqual(pages.toSorted());
    expect(pages.filter((page) => !README.includes(`](${page})`))).toEqual([]);
  });
});

/** Where people and programs are sent from outside the documents. */
it('code names pages of the documents that are there', () => {
  const named = ['cli', 'client', 'functions', 'local', 'shared', 'supabase', 'tests', 'web/src'].flatMap((
    folder,
  ) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:ts|tsx|mjs|sql)$/.test(path) && !/(?:^|\/)(?:node_modules|dist)\//.test(path))
      .flatMap((path) => {
        const text = readDocument(join(folder, path));
        return [...text.matchAll(/\bdocs\/[\w/-]+\.md\b/g)].map(([page]) =>
          [join(folder, path), page] as const
        );
      })
  );
  expect(named.length).toBeGreaterThan(10);
  // This file alone names one that is not there, above.
  const wrong = named.filter(([, page]) => !existsSync(page)).map(([path]) => path);
  expect([...new Set(wrong)]).toEqual(['tests/unit/docs/links.test.ts']);
});
