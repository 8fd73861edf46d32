import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { accepted, parseCivilDate, refused, type Answer, type CivilDate } from '#kernel';
import { CheckedFile, receiveForm, UploadLimits, type Ctx, type SentFile } from '#platform';
import { channels, enteredKinds, EnterFor, type EnterForInput } from '#programme';
import type { PostedForm } from './attachment-desk.js';
import { Places } from './places.js';

/** What an entry came to; refused, with everything the person wrote. */
export interface Entered {
  readonly answer: Answer<string>;
  readonly fields: ReadonlyMap<string, string>;
}

/** One of the words a form may say. @throws nothing: another word is refused like an absent thing */
const oneOf = <Word extends string>(words: readonly Word[], said: string): Word | undefined => words.find((word) => word === said);

function inputOf(subjectId: string, fields: ReadonlyMap<string, string>): Answer<EnterForInput> {
  const text = (name: string): string => fields.get(name) ?? '';
  const [act, channel] = [oneOf(enteredKinds, text('act')), oneOf(channels, text('channel'))];
  const saidOn: Answer<CivilDate> = parseCivilDate(text('saidOn'));
  if (!act || !channel) return refused('NOT_FOUND');
  if (saidOn.refused) return saidOn;
  const version = Number(text('version'));
  return accepted({ act, channel, subjectId, personId: text('personId'), saidOn: saidOn.value, version: Number.isInteger(version) && version > 0 ? version : null, actionsHash: text('actionsHash') || null, reason: text('reason'), note: text('note') });
}

/** Where somebody's word on paper comes in with the paper itself, which may be missing: looked into like any file. */
@Injectable()
export class EntryDesk {
  constructor(
    private readonly enterFor: EnterFor,
    private readonly limits: UploadLimits,
    private readonly places: Places,
  ) {}

  /** Answers the entry's id. Refused with SIGN_IN_REQUIRED before a byte is read, then as the form, the file and the room say. */
  async take(ctx: Ctx, subjectId: string, form: PostedForm): Promise<Entered> {
    if (!ctx.actor) return { answer: refused('SIGN_IN_REQUIRED'), fields: new Map() };
    return this.places.hold(() => this.read(ctx, subjectId, form));
  }

  private async read(ctx: Ctx, subjectId: string, { body, contentType }: PostedForm): Promise<Entered> {
    const received = await receiveForm(body, contentType, this.limits);
    if (received.refused) return { answer: received, fields: new Map() };
    const { file, fields } = received.value;
    const checked = file && (await CheckedFile.check(file, this.limits));
    if (checked?.refused) return { answer: checked, fields };
    const input = inputOf(subjectId, fields);
    if (input.refused) return { answer: input, fields };
    return { answer: await this.enterFor.run(onceOf(ctx, subjectId, { file, fields }), input.value, checked?.value ?? null), fields };
  }
}

/** Sending the same form twice is one entry. */
function onceOf(ctx: Ctx, subjectId: string, { file, fields }: { readonly file: SentFile | null; readonly fields: ReadonlyMap<string, string> }): Ctx {
  const key = fields.get('idempotencyKey') ?? ctx.idempotencyKey;
  const hash = createHash('sha256').update(`enterFor ${subjectId}\n`);
  for (const [name, value] of fields) hash.update(`${name}=${value}\n`);
  if (file) hash.update(file.name).update(file.bytes);
  return { ...ctx, idempotencyKey: key && key.length <= 200 ? key : null, requestHash: hash.digest('hex') };
}
