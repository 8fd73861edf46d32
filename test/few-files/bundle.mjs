// The built server in a few files, for processes that tests start by the dozen: half a second of processor to load instead of two.
//   node test/few-files/bundle.mjs FOLDER ENTRY…   each entry is a path under dist/, and comes out under the same path
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const [folder, ...entries] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));
const draft = `${resolve(folder)}.${process.pid}`;
const named = (path) => path.replace(/\.js$/, '');

/** Every module still finds its neighbours (templates, typst's worker, fonts) where it was built or installed. */
const whereItStands = {
  name: 'where-it-stands',
  enforce: 'pre',
  transform: (code, id) => (code.includes('import.meta.url') && !id.startsWith('\0') ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id.split('?')[0]).href)) : undefined),
};

mkdirSync(dirname(draft), { recursive: true });
await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  plugins: [whereItStands],
  // Native code; what the built web loads too; and what a test's own process takes hold of.
  ssr: { noExternal: true, external: ['@myriaddreamin/typst-ts-node-compiler', 'react', 'react-dom', 'react-router', '@react-router/node', 'pg'] },
  build: {
    ssr: true,
    outDir: draft,
    minify: false,
    target: 'node20',
    rollupOptions: { input: Object.fromEntries(entries.map((path) => [named(path), join(root, 'dist', path)])), preserveEntrySignatures: 'strict', output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' } },
  },
});
// Whoever comes second finds the same files already there.
try {
  renameSync(draft, folder);
} catch {
  rmSync(draft, { recursive: true, force: true });
}
