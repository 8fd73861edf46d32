import { Controller, Get, NotFoundException, Param, Req, Res, ServiceUnavailableException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PrintPublicMinutes } from '#deliberation';
import { ContextSource } from '#platform';

/**
 * The public copies of executory minutes: for anybody, signed in or not. What is absent, a draft, or signed by one side only answers the
 * same 404. A copy changes only with its minutes: caches may keep it five minutes, then ask by its hash.
 */
@Controller('files/public')
export class PublicFiles {
  constructor(
    private readonly source: ContextSource,
    private readonly printPublic: PrintPublicMinutes,
  ) {}

  @Get(':id/:file')
  async copy(@Param() of: { id: string; file: string }, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const language = /^(fr|ar)\.pdf$/.exec(of.file)?.[1] as 'fr' | 'ar' | undefined;
    if (!language) throw new NotFoundException();
    const printed = await this.printPublic.run(await this.source.contextOf(request, reply), { minutesId: of.id, language });
    if (printed.refused) throw printed.code === 'NOT_FOUND' ? new NotFoundException() : new ServiceUnavailableException(printed.code);
    const { number, sha256, bytes } = printed.value;
    void reply.headers({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${number}-public-${language}.pdf"`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=300',
      etag: `"${sha256}"`,
    });
    if (request.headers['if-none-match'] === `"${sha256}"`) void reply.code(304).send();
    else void reply.send(bytes);
  }
}
