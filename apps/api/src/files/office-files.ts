import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fileFormats, fileNameAs } from '#kernel';
import { ContextSource, type Ctx } from '#platform';
import { PrintPlan, PrintSheet } from '#programme';
import { dispositionOf } from './disposition.js';

const languages: Readonly<Record<string, 'fr' | 'ar'>> = { fr: 'fr', ar: 'ar' };

interface Copy {
  readonly kind: 'docx' | 'xlsx';
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * A fiche in Word's format and the plan of a year in Excel's, as copies to work on. Whoever may not see the fiche, holds no seat, or
 * asks for what is not there gets the same 404.
 */
@Controller('files')
export class OfficeFiles {
  constructor(
    private readonly source: ContextSource,
    private readonly printSheet: PrintSheet,
    private readonly printPlan: PrintPlan,
  ) {}

  @Get('sheets/:id/:file')
  async sheet(@Param() of: { id: string; file: string }, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { ctx, language } = await this.admit(request, reply, /^(fr|ar)\.docx$/.exec(of.file));
    const copy = await this.printSheet.run(ctx, { sheetId: of.id, language });
    if (copy.refused) throw new NotFoundException();
    this.send(reply, { kind: 'docx', ...copy.value });
  }

  @Get('plans/:partnershipId/:year/:file')
  async plan(@Param() of: { partnershipId: string; year: string; file: string }, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { ctx, language } = await this.admit(request, reply, /^(fr|ar)\.xlsx$/.exec(of.file));
    const copy = /^\d{4}$/.test(of.year) ? await this.printPlan.run(ctx, { partnershipId: of.partnershipId, year: Number(of.year), language }) : null;
    if (!copy || copy.refused) throw new NotFoundException();
    this.send(reply, { kind: 'xlsx', ...copy.value });
  }

  private async admit(request: FastifyRequest, reply: FastifyReply, asked: RegExpExecArray | null): Promise<{ ctx: Ctx; language: 'fr' | 'ar' }> {
    const ctx = await this.source.contextOf(request, reply);
    const language = languages[asked?.[1] ?? ''];
    if (!ctx.actor || !language) throw new NotFoundException();
    return { ctx, language };
  }

  private send(reply: FastifyReply, { kind, name, bytes }: Copy): void {
    void reply.headers({
      'content-type': fileFormats[kind].contentType,
      'content-disposition': dispositionOf(fileNameAs(kind, `${name}.${kind}`)),
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    });
    void reply.send(bytes);
  }
}
