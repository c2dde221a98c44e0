import { defineConfig } from 'vite';

// One file with all it needs: Node runs no TypeScript, and who runs it has nothing else of this project.
export default defineConfig({
  build: {
    ssr: 'bomstream.ts',
    target: 'node20',
    rolldownOptions: { output: { banner: '#!/usr/bin/env node', entryFileNames: 'bomstream.mjs' } },
  },
  ssr: { noExternal: true },
});
