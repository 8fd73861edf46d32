import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '#kernel';

export interface TableEntry {
  readonly name: string;
  readonly rows: number;
  /** SHA-256 of the NDJSON, hex. */
  readonly sha256: string;
}

/** What an archive says of itself. Without date nor person: two coordinators who ask at once get the same bytes. */
export interface Manifest {
  readonly format: 'passerelle-partnership';
  readonly version: 1;
  readonly partnershipId: string;
  /** Invented data of a demonstration: never opened as a real instance's. */
  readonly demo: boolean;
  /** The name of the last migration of the database that made it. */
  readonly schema: string;
  readonly head: { readonly sequence: string; readonly hash: string };
  readonly tables: readonly TableEntry[];
  /** Names are the SHA-256 of the bytes, hex. */
  readonly files: readonly { readonly sha256: string; readonly size: number; readonly contentType: string }[];
  /** SHA-256 of each text for people, by name. */
  readonly notices: Readonly<Record<string, string>>;
  /** SHA-256 of the canonical JSON of partnership, head, tables and files: equal contents, equal hash. */
  readonly contentHash: string;
}

type Content = Pick<Manifest, 'partnershipId' | 'head' | 'tables' | 'files'>;

/** The one hash of all that an archive holds. */
export const contentHashOf = ({ partnershipId, head, tables, files }: Content): string =>
  createHash('sha256').update(canonicalJson({ partnershipId, head, tables, files } as unknown as Json)).digest('hex');
