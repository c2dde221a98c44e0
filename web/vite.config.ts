import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** Empties the folder of the last build, but for the configuration that somebody has put beside the page. */
function keepConfig(): Plugin {
  let dist = '';
  return {
    name: 'keep-config',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      dist = resolve(root, outDir);
    },
    buildStart() {
      mkdirSync(dist, { recursive: true });
      for (const name of readdirSync(dist)) {
        if (name !== 'config.json') rmSync(join(dist, name), { recursive: true });
      }
    },
  };
}

export default defineConfig({
  // so that the page works in any folder of a site
  base: './',
  oxc: { jsx: { runtime: 'automatic' } },
  plugins: [keepConfig()],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    // supabase-js and React alone are above the default
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      onwarn(warning, warn) {
        // "use client" is for servers that render; there is none
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
});
