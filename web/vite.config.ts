import { defineConfig } from 'vite';

export default defineConfig({
  // so that the page works in any folder of a site
  base: './',
  oxc: { jsx: { runtime: 'automatic' } },
  // supabase-js alone is above the default; one file is right for a page this small
  build: { target: 'es2022', chunkSizeWarningLimit: 700 },
});
