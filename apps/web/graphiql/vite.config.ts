import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** GraphiQL as a page of its own: none of it is in the application's bundle, and nothing of it comes from the network. */
const graphiql: InlineConfig = {
  root: here,
  base: '/graphiql/',
  configFile: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: { outDir: '../../../dist/web/graphiql', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 2_000, reportCompressedSize: false },
  logLevel: 'error',
};

export default graphiql;
