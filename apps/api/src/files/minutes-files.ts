import { Controller, Get, NotFoundException, Param, Req, Res, ServiceUnavailableException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { frozenMinutesPdf, PrintExtract, PrintSignedMinutes, type PrintedPdf } from '#deliberation';
import { ContextSource, Work, type Ctx } from '#platform';
import { pdfHeaders } from './pdf-headers.js';

const files: Readonly<Record<string, 'fr' | 'ar'>> = { 'fr.pdf': 'fr', 'ar.pdf': 'ar' };

/**
 * The PDFs of minutes, as they were sealed and as they were signed. Denied by default: without a session, without a seat in that partnership
 * (row-level security), or when there is nothing, the answer is the same 404.
 */
@Controller('files/minutes')
export class MinutesFiles {
  constructor(
    private readonly source: ContextSource,
    private readonly work: Work,
    private readonly printSigned: PrintSignedMinutes,
    private readonly printExtract: PrintExtract,
  ) {}

  @Get(':id/signed/:file')
  async signed(@Param() of: { id: string; file: string }, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { ctx, language } = await this.admit(request, reply, of.file);
    const printed = await this.printSigned.run(ctx, { minutesId: of.id, language });
    if (printed.refused) throw printed.code === 'NOT_FOUND' ? new NotFoundException() : new ServiceUnavailableException(printed.code);
    this.send({ request, reply }, printed.value, `${printed.value.number}-signatures-${language}.pdf`);
  }

  /** `1.pdf`: the first decision of executory minutes. */
  @Get(':id/extract/:file')
  async extract(@Param() of: { id: string; file: string }, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const number = /^([1-9]\d{0,3})\.pdf$/.exec(of.file)?.[1];
    const ctx = await this.source.contextOf(request, reply);
    if (!ctx.actor || number === undefined) throw new NotFoundException();
    const printed = await this.printExtract.run(ctx, { minutesId: of.id, number });
    if (printed.refused) throw printed.code === 'NOT_FOUND' ? new NotFoundException() : new ServiceUnavailableException(printed.code);
    this.send({ request, reply }, printed.value, `${printed.value.number}-extrait-${number}.pdf`);
  }

  @Get(':id/:version/:file')
  async frozen(@Param() of: { id: string; version: string; file: string }, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { ctx, language } = await this.admit(request, reply, of.file);
    const version = /^[1-9]\d{0,8}$/.test(of.version) ? Number(of.version) : 0;
    const pdf = await this.work.read(ctx, (tx) => frozenMinutesPdf(tx, { minutesId: of.id, version, language }));
    if (!pdf) throw new NotFoundException();
    this.send({ request, reply }, pdf, `${pdf.number}-v${version}-${language}.pdf`);
  }

  private async admit(request: FastifyRequest, reply: FastifyReply, file: string): Promise<{ ctx: Ctx; language: 'fr' | 'ar' }> {
    const ctx = await this.source.contextOf(request, reply);
    const language = Object.hasOwn(files, file) ? files[file] : undefined;
    if (!ctx.actor || !language) throw new NotFoundException();
    return { ctx, language };
  }

  private send({ request, reply }: { request: FastifyRequest; reply: FastifyReply }, pdf: PrintedPdf, name: string): void {
    void reply.headers(pdfHeaders(pdf, name));
    if (request.headers['if-none-match'] === `"${pdf.sha256}"`) void reply.removeHeader('content-length').code(304).send();
    else void reply.send(pdf.bytes);
  }
}
