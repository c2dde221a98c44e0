import { defineConfig } from 'vite';

// Two entries that share what they have in common. The parser of event streams comes along: nothing has to be installed.
export default defineConfig({
  // What makes a package of it.
  publicDir: 'package',
  build: {
    target: 'es2022',
    lib: { entry: { index: 'index.ts', react: 'react.ts' }, formats: ['es'] },
    sourcemap: true,
    rolldownOptions: {
      external: ['react'],
      output: { minify: true, chunkFileNames: 'watch.js' },
    },
  },
});
