import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { accepted, type Answer } from '#kernel';
import { fileRefused, type SentFile, type UploadLimits } from './checked-file.js';

/** A posted form: its one file, and its short texts. */
export interface ReceivedUpload {
  readonly file: SentFile;
  readonly fields: ReadonlyMap<string, string>;
}

/** A posted form whose file may be missing: its words are written at length. */
export interface ReceivedForm {
  readonly file: SentFile | null;
  readonly fields: ReadonlyMap<string, string>;
}

/** What the rest of the form may weigh: a key, a form's name, nothing written at length; `words` where people write (2,000 characters of four bytes). */
const form = { fields: 14, field: 2_048, words: 8_192, headers: 4_096 } as const;
/** A body longer than the file allowed is read to its end and thrown away, so that the sender hears why; beyond this the line is cut. */
const patience = { times: 5, form: 65_536 } as const;

type Reader = InstanceType<typeof Busboy>;

/** The parts as they come. Nothing is kept beyond the limits, whatever the sender announces. */
class Incoming {
  private readonly fields = new Map<string, string>();
  private readonly parts: Buffer[] = [];
  private name: string | null = null;
  private fault: string | null = null;

  constructor(private readonly limits: UploadLimits) {}

  listen(reader: Reader): void {
    reader.on('field', (name: string, value: string) => this.fields.set(name, value));
    reader.on('file', (_field: string, stream: Readable, name: string) => this.take(stream, name));
    for (const event of ['partsLimit', 'filesLimit', 'fieldsLimit']) reader.on(event, () => (this.fault ??= 'UPLOAD_UNREADABLE'));
  }

  private take(stream: Readable, name: string): void {
    this.name = name;
    stream.on('data', (part: Buffer) => void this.parts.push(part));
    stream.on('limit', () => {
      this.fault = 'FILE_TOO_LARGE';
      this.parts.length = 0;
    });
    // A body cut short breaks its file too; the reader itself says so.
    stream.on('error', () => (this.fault ??= 'UPLOAD_UNREADABLE'));
  }

  ended(): Answer<ReceivedForm> {
    if (this.fault === 'FILE_TOO_LARGE') return fileRefused('FILE_TOO_LARGE', { megabytes: this.limits.megabytes });
    if (this.fault !== null) return fileRefused(this.fault);
    const bytes = Buffer.concat(this.parts);
    const file = this.name === null || (this.name === '' && bytes.length === 0) ? null : { name: this.name, bytes };
    return accepted({ file, fields: this.fields });
  }
}

function readerFor(contentType: string, limits: UploadLimits, longest: number): Reader | null {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      // The whole name is cleaned by us: what a browser calls a path is part of it.
      preservePath: true,
      limits: { files: 1, fileSize: limits.bytes, fields: form.fields, fieldSize: longest, fieldNameSize: 100, parts: form.fields + 1, headerPairs: 20, headerSize: form.headers },
    });
  } catch {
    return null;
  }
}

/**
 * Reads a `multipart/form-data` body with one file, as a stream under limits: memory holds at most the file allowed.
 * Refused with FILE_MISSING, FILE_TOO_LARGE, UPLOAD_UNREADABLE. Never throws: a body cut short is unreadable.
 */
export async function receiveUpload(body: Readable, contentType: string, limits: UploadLimits): Promise<Answer<ReceivedUpload>> {
  const received = await receive(body, contentType, { limits, longest: form.field });
  if (received.refused) return received;
  const { file, fields } = received.value;
  return file ? accepted({ file, fields }) : fileRefused('FILE_MISSING');
}

/** As `receiveUpload`, for a form in which people write and whose file may be missing. */
export const receiveForm = (body: Readable, contentType: string, limits: UploadLimits): Promise<Answer<ReceivedForm>> => receive(body, contentType, { limits, longest: form.words });

function receive(body: Readable, contentType: string, { limits, longest }: { readonly limits: UploadLimits; readonly longest: number }): Promise<Answer<ReceivedForm>> {
  const reader = /^multipart\/form-data\b/i.test(contentType) ? readerFor(contentType, limits, longest) : null;
  if (!reader) return Promise.resolve(fileRefused('UPLOAD_UNREADABLE'));
  const incoming = new Incoming(limits);
  incoming.listen(reader);
  return new Promise((resolve) => {
    let read = 0;
    const end = (answer: Answer<ReceivedForm>): void => {
      body.unpipe(reader);
      resolve(answer);
    };
    body.on('data', (part: Buffer) => {
      read += part.length;
      if (read > limits.bytes * patience.times + patience.form) body.destroy(new Error('far beyond what is taken'));
    });
    body.on('error', () => end(fileRefused(read > limits.bytes ? 'FILE_TOO_LARGE' : 'UPLOAD_UNREADABLE', { megabytes: limits.megabytes })));
    body.on('aborted', () => end(fileRefused('UPLOAD_UNREADABLE')));
    reader.on('error', () => end(fileRefused('UPLOAD_UNREADABLE')));
    reader.on('finish', () => end(incoming.ended()));
    body.pipe(reader);
  });
}
