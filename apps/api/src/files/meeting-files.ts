import { Controller, Get, NotFoundException, Param, Req, Res, ServiceUnavailableException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PrintConvocation } from '#deliberation';
import { ContextSource } from '#platform';
import { pdfHeaders } from './pdf-headers.js';

/** The convocation of a meeting as a PDF, for whoever reads the meeting. Anybody else, and a meeting that is not convened, get the same 404. */
@Controller('files/meetings')
export class MeetingFiles {
  constructor(
    private readonly source: ContextSource,
    private readonly print: PrintConvocation,
  ) {}

  @Get(':id/:file')
  async convocation(@Param() of: { id: string; file: string }, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const ctx = await this.source.contextOf(request, reply);
    const language = /^(fr|ar)\.pdf$/.exec(of.file)?.[1] as 'fr' | 'ar' | undefined;
    if (!ctx.actor || !language) throw new NotFoundException();
    const printed = await this.print.run(ctx, { meetingId: of.id, language });
    if (printed.refused) throw printed.code === 'NOT_FOUND' ? new NotFoundException() : new ServiceUnavailableException(printed.code);
    const { civilDate, sha256, bytes } = printed.value;
    void reply.headers(pdfHeaders({ sha256, bytes }, `convocation-${civilDate}-${language}.pdf`));
    if (request.headers['if-none-match'] === `"${sha256}"`) void reply.removeHeader('content-length').code(304).send();
    else void reply.send(bytes);
  }
}
