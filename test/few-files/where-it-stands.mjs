import { pathToFileURL } from 'node:url';

/** For a bundler: every module still finds its neighbours (templates, typst's worker, fonts) where it was built or installed. */
export const whereItStands = {
  name: 'where-it-stands',
  enforce: 'pre',
  transform: (code, id) => (code.includes('import.meta.url') && !id.startsWith('\0') ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id.split('?')[0]).href)) : undefined),
};
