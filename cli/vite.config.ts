import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

const inRoot = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const { name, version, description, license, engines } = JSON.parse(inRoot('package.json'));

/** What is built is a package of its own, which needs no other: `npm pack ./cli/dist`. */
const asPackage: Plugin = {
  name: 'package',
  generateBundle() {
    const manifest = { name, version, description, license, type: 'module', engines, bin: 'bomstream.mjs' };
    this.emitFile({ type: 'asset', fileName: 'package.json', source: JSON.stringify(manifest, null, 2) });
    this.emitFile({ type: 'asset', fileName: 'LICENSE', source: inRoot('LICENSE') });
  },
};

// Files with all that they need, one a command beside what several share: Node runs no TypeScript, who runs them has
// nothing else of this project, and a short command loads nothing but its own.
export default defineConfig({
  build: {
    ssr: 'bomstream.ts',
    target: 'node20',
    rolldownOptions: {
      output: {
        banner: ({ isEntry }) => isEntry ? '#!/usr/bin/env node' : '',
        entryFileNames: 'bomstream.mjs',
        chunkFileNames: '[name].mjs',
      },
    },
  },
  ssr: { noExternal: true },
  define: { VERSION: JSON.stringify(version) },
  plugins: [asPackage],
});
