import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Language, Refusal } from '#kernel';
import { attachedFile } from '#parties';
import { refusalSentence, type ContextSource, type Work } from '#platform';
import { comesFromUs } from '../web/security.js';
import { attachable, type Attachable, type AttachmentDesk } from './attachment-desk.js';
import { dispositionOf } from './disposition.js';
import { officeKinds, type OfficeDesk } from './office-desk.js';

export interface AttachmentDoors {
  readonly source: ContextSource;
  readonly work: Work;
  readonly desk: AttachmentDesk;
  readonly office: OfficeDesk;
  /** Where people find us: a file posted from elsewhere is refused. */
  readonly publicUrl: string;
}

/** A refusal as a page or a program reads it. */
export const refusalSaid = ({ code, args, source }: Refusal, language: Language): { code: string; sentence: string; source: Refusal['source'] } => ({ code, sentence: refusalSentence({ code, args }, language), source });

/** Saved, never shown: no reader of ours opens it, and if one did, it would run nothing (trust.md T). */
const inert = {
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-download-options': 'noopen',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-cache',
} as const;

type FileRequest = FastifyRequest<{ Params: { id: string } }>;
type PostRequest = FastifyRequest<{ Params: { kind: string; id: string } }>;

const statuses: Readonly<Record<string, number>> = { SIGN_IN_REQUIRED: 401, NOT_FOUND: 404, FILE_TOO_LARGE: 413 };

async function give({ source, work }: AttachmentDoors, request: FileRequest, reply: FastifyReply): Promise<FastifyReply> {
  const ctx = await source.contextOf(request, reply);
  const file = ctx.actor ? await work.read(ctx, (tx) => attachedFile(tx, request.params.id)) : null;
  if (!file) return reply.callNotFound() as unknown as FastifyReply;
  const etag = `"${file.sha256}"`;
  reply.headers({ ...inert, etag });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.headers({ 'content-type': file.contentType, 'content-disposition': dispositionOf(file.name) }).send(file.bytes);
}

function fromUs({ publicUrl }: AttachmentDoors, request: FastifyRequest, reply: FastifyReply): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  return comesFromUs({ method: 'POST', origin, site: site as string | undefined }, new URL(publicUrl).origin);
}

async function take(doors: AttachmentDoors, request: PostRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { source, desk } = doors;
  const kind = attachable.find((one) => one === request.params.kind);
  if (!fromUs(doors, request, reply)) return reply.code(403).send({ code: 'CROSS_SITE_REQUEST' });
  if (!kind) return reply.callNotFound() as unknown as FastifyReply;
  const ctx = await source.contextOf(request, reply);
  const to: Attachable = { kind, id: request.params.id };
  const { answer } = await desk.take(ctx, to, { body: request.body as Readable, contentType: request.headers['content-type'] ?? '' });
  if (!answer.refused) return reply.code(201).send({ id: answer.value, url: `/files/attachments/${answer.value}` });
  return reply.code(statuses[answer.code] ?? 422).send(refusalSaid(answer, ctx.language));
}

/** A file of Word or Excel, taken for its words. */
async function takeOffice(doors: AttachmentDoors, request: PostRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { source, office } = doors;
  const kind = officeKinds.find((one) => one === request.params.kind);
  if (!fromUs(doors, request, reply)) return reply.code(403).send({ code: 'CROSS_SITE_REQUEST' });
  if (!kind) return reply.callNotFound() as unknown as FastifyReply;
  const ctx = await source.contextOf(request, reply);
  const answer = await office.take(ctx, { kind, id: request.params.id }, { body: request.body as Readable, contentType: request.headers['content-type'] ?? '' });
  if (answer.refused) return reply.code(statuses[answer.code] ?? 422).send(refusalSaid(answer, ctx.language));
  return kind === 'planTable' ? reply.code(200).send({ table: answer.value }) : reply.code(201).send({ id: answer.value, url: `/sheets/${answer.value}` });
}

/**
 * `GET /files/attachments/<id>` gives a document back; `POST /files/attachments/<kind>/<id>` takes one, as a form with one file;
 * `POST /files/office/<kind>/<id>` reads one of Word or Excel as a new fiche, a fiche's words or a table. Absent,
 * removed, another partnership's, nobody signed in: one and the same 404. In a scope of its own, where bodies pass unread.
 */
export async function mountAttachments(fastify: FastifyInstance, doors: AttachmentDoors): Promise<void> {
  await fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.get('/files/attachments/:id', { exposeHeadRoute: false }, (request: FileRequest, reply) => give(doors, request, reply));
    scope.post('/files/attachments/:kind/:id', (request: PostRequest, reply) => take(doors, request, reply));
    scope.post('/files/office/:kind/:id', (request: PostRequest, reply) => takeOffice(doors, request, reply));
  });
}
