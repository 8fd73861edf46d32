import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Controller, Get, NotFoundException, Req, Res, ServiceUnavailableException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ContextSource, DemoMode, Work, type Ctx } from '#platform';
import { exportPartnership } from '../archive/export-partnership.js';

/** Each holds a connection and a temporary file for its time: more at once wait for a quieter moment. */
const atOnce = 2;

/** The partnership that the reader coordinates: the one asked for, or the only one. Anything else is not found. */
function coordinated({ actor }: Ctx, asked: unknown): string {
  const held = (actor?.seats ?? []).filter(({ persona }) => persona === 'COORDINATOR').map(({ partnershipId }) => partnershipId);
  const found = asked === undefined ? held[0] : held.find((id) => id === asked);
  if (found === undefined) throw new NotFoundException();
  return found;
}

/**
 * The whole partnership in one verifiable file, for each coordinator, of the host or not: the same bytes. It is written to a temporary
 * file first, so that a slow line never holds a transaction; it is sent as a stream, and erased. Whoever does not coordinate gets a 404.
 */
@Controller('files')
export class PartnershipFiles {
  private running = 0;

  constructor(
    private readonly source: ContextSource,
    private readonly work: Work,
    private readonly demo: DemoMode,
  ) {}

  @Get('partnership.zip')
  async archive(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const ctx = await this.source.contextOf(request, reply);
    const partnershipId = coordinated(ctx, (request.query as { partnership?: unknown }).partnership);
    if (this.running >= atOnce) throw new ServiceUnavailableException();
    this.running += 1;
    const folder = await mkdtemp(join(tmpdir(), 'partnership-'));
    const done = (): Promise<void> => rm(folder, { recursive: true, force: true });
    try {
      await this.send(ctx, { partnershipId, file: join(folder, 'partnership.zip') }, { reply, done });
    } catch (error) {
      await done();
      throw error;
    } finally {
      this.running -= 1;
    }
  }

  private async send(ctx: Ctx, wanted: { partnershipId: string; file: string }, { reply, done }: { reply: FastifyReply; done: () => Promise<void> }): Promise<void> {
    const manifest = await exportPartnership(this.work, ctx, { ...wanted, demo: this.demo.on });
    if (!manifest) throw new NotFoundException();
    const stream = createReadStream(wanted.file);
    stream.once('close', () => void done());
    void reply.headers({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="partenariat-${wanted.partnershipId}.zip"`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    void reply.send(stream);
  }
}
