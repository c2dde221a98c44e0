import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

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
});
