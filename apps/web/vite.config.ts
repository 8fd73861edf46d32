import { fileURLToPath } from 'node:url';
import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';
import { sentences } from './sentences-plugin.ts';

/** The sentences, read from their sources; of the kernel only types are seen here. */
const phrases = fileURLToPath(new URL('../../libs/phrases/src/index.ts', import.meta.url));

/** What nearly every page loads goes in two files instead of forty: fewer requests, and what is alike is compressed together. */
const groups = [
  { name: 'react', test: /[\\/]node_modules[\\/](react|react-dom|react-router|scheduler|intl-messageformat|@formatjs)[\\/]/, priority: 2 },
  { name: 'house', test: /[\\/]src[\\/](base|ui)[\\/]/, minShareCount: 10, priority: 1 },
];

export default defineConfig({
  plugins: [sentences(), reactRouter()],
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } } },
  resolve: { alias: { '#phrases': phrases } },
  // Short class names: the style sheet stands in every page, and each of its bytes is waited for on a weak line.
  css: { modules: { generateScopedName: '[hash:base64:5]' } },
  // Nothing is inlined: the content security policy admits fonts and styles from our own address only.
  build: { cssCodeSplit: false, manifest: true, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
  server: { fs: { allow: ['../..'] } },
});
