import { fileURLToPath } from 'node:url';
import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';
import { sentences } from './sentences-plugin.ts';

/** The sentences, read from their sources; of the kernel only types are seen here. */
const phrases = fileURLToPath(new URL('../../libs/phrases/src/index.ts', import.meta.url));

export default defineConfig({
  plugins: [sentences(), reactRouter()],
  resolve: { alias: { '#phrases': phrases } },
  // Short class names: the style sheet stands in every page, and each of its bytes is waited for on a weak line.
  css: { modules: { generateScopedName: '[hash:base64:5]' } },
  // Nothing is inlined: the content security policy admits fonts and styles from our own address only.
  build: { cssCodeSplit: false, manifest: true, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
  server: { fs: { allow: ['../..'] } },
});
