import { accepted, containerOf, fileFormats, fileNameAs, kindOfName, refused, type Answer, type FileKind, type Refusal } from '#kernel';
import { officeFault } from './office-file.js';
import { pdfFault } from './pdf-file.js';
import { cleanJpeg, cleanPng, pictureLimits, type CleanPicture } from './picture.js';
import { isWriting } from './written-file.js';

/** Bytes that a file sent in may have; `UPLOAD_MAX_MB`, 10 unless set. */
export class UploadLimits {
  constructor(readonly bytes: number = 10 * 1_048_576) {}

  /** Whole megabytes, as people are told. */
  get megabytes(): number {
    return Math.round(this.bytes / 1_048_576);
  }
}

/** What a person sends: a name she gave it, and bytes nobody has looked at. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every « no » to a file, by its code. No source: safety is no default that partners could change. */
export const fileRefused = (code: string, args: Refusal['args'] = {}): Refusal => refused(code, args);

const codes: Readonly<Record<string, string>> = {
  BROKEN: 'FILE_BROKEN', OTHER_KIND: 'FILE_BROKEN', TWISTED: 'FILE_BROKEN', PROGRAM: 'FILE_RUNS', PROTECTED: 'FILE_PROTECTED', TOO_LARGE: 'FILE_UNPACKS_TOO_LARGE', TOO_MANY_PIXELS: 'FILE_TOO_MANY_PIXELS',
};
const refusedFor = (fault: string, name: string): Refusal => fileRefused(codes[fault] ?? 'FILE_BROKEN', { name, millions: Math.round(pictureLimits.pixels / 1_000_000) });

async function cleaned(kind: FileKind, { bytes }: SentFile): Promise<CleanPicture | { readonly bytes: Buffer } | { readonly fault: string }> {
  const container = containerOf(bytes);
  if (kind === 'png') return container === 'png' ? cleanPng(bytes) : { fault: 'OTHER_KIND' };
  if (kind === 'jpeg') return container === 'jpeg' ? cleanJpeg(bytes) : { fault: 'OTHER_KIND' };
  if (kind === 'pdf') return faultOr(container === 'pdf' ? await pdfFault(bytes) : 'OTHER_KIND', bytes);
  if (kind === 'csv' || kind === 'txt') return faultOr(container === 'other' && isWriting(bytes) ? null : 'OTHER_KIND', bytes);
  return faultOr(container === 'zip' ? await officeFault(bytes, kind) : 'OTHER_KIND', bytes);
}
const faultOr = (fault: string | null, bytes: Buffer): { readonly bytes: Buffer } | { readonly fault: string } => (fault === null ? { bytes } : { fault });

/** A file that was looked into: only `checkFile` makes one, so that nothing unchecked is ever kept. */
export class CheckedFile {
  readonly #made = true;
  private constructor(
    readonly kind: FileKind,
    readonly name: string,
    readonly bytes: Buffer,
  ) {}

  get contentType(): string {
    return fileFormats[this.kind].contentType;
  }

  /**
   * Threat T: is it one of our kinds by its name and by its bytes alike, within bounds, without anything that runs? Pictures lose what
   * their camera wrote into them. Refused with FILE_EMPTY, FILE_TOO_LARGE, FILE_KIND_UNKNOWN, FILE_BROKEN, FILE_RUNS, FILE_PROTECTED, FILE_UNPACKS_TOO_LARGE or FILE_TOO_MANY_PIXELS.
   */
  static async check(sent: SentFile, limits: UploadLimits): Promise<Answer<CheckedFile>> {
    const kind = kindOfName(sent.name);
    if (!kind) return fileRefused('FILE_KIND_UNKNOWN');
    const name = fileNameAs(kind, sent.name);
    if (sent.bytes.length === 0) return fileRefused('FILE_EMPTY');
    if (sent.bytes.length > limits.bytes) return fileRefused('FILE_TOO_LARGE', { megabytes: limits.megabytes });
    const answer = await cleaned(kind, sent);
    return 'fault' in answer ? refusedFor(answer.fault, name) : accepted(new CheckedFile(kind, name, answer.bytes));
  }

  /** Is this one of ours, and not an object that looks like it? */
  static is(file: CheckedFile): boolean {
    return #made in file;
  }
}
