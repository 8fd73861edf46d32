import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
/** These are compressed already. */
const packed = new Set(['.woff2', '.png', '.ico']);

type Encoding = 'br' | 'gzip' | 'identity';

/** A file as it is answered. */
export interface Served {
  readonly type: string;
  readonly encoding: Encoding;
  readonly cache: string;
  readonly body: Buffer;
}

const compressors: Readonly<Record<Exclude<Encoding, 'identity'>, (content: Buffer) => Promise<Buffer>>> = {
  br: (content) => promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (content) => promisify(gzip)(content, { level: 9 }),
};

function encodingFor(accepted: string | undefined, path: string): Encoding {
  if (packed.has(extname(path))) return 'identity';
  if (/\bbr\b/.test(accepted ?? '')) return 'br';
  return /\bgzip\b/.test(accepted ?? '') ? 'gzip' : 'identity';
}

/**
 * The built files of the browser's side. The list is read once, so a request can only name a file that was built; each is
 * compressed at its first request and kept. Files under `assets/` carry a hash in their name and never change.
 */
export class ClientFiles {
  private readonly paths = new Map<string, string>();
  private readonly served = new Map<string, Promise<Served>>();

  /** @throws Error ENOENT when the web has not been built */
  constructor(directory: string, prefix = '/') {
    for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      const path = relative(directory, file).split(sep).join('/');
      if (entry.isFile() && !path.startsWith('.')) this.paths.set(prefix + path, file);
    }
  }

  /** The file of a URL path, or nothing. */
  find(path: string, acceptEncoding: string | undefined): Promise<Served> | undefined {
    const file = this.paths.get(path);
    if (!file) return undefined;
    const encoding = encodingFor(acceptEncoding, path);
    const id = `${encoding}:${path}`;
    const kept = this.served.get(id) ?? this.prepare(file, encoding);
    this.served.set(id, kept);
    return kept;
  }

  private async prepare(file: string, encoding: Encoding): Promise<Served> {
    const content = readFileSync(file);
    const body = encoding === 'identity' ? content : await compressors[encoding](content);
    const cache = file.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600';
    return { type: types[extname(file)] ?? 'application/octet-stream', encoding, cache, body };
  }
}
