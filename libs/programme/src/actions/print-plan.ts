import { accepted, type Answer } from '#kernel';
import { say } from '#phrases';
import { Work, writeGrid, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';
import { isLiving } from '../domain/board.js';
import { latestRates } from '../domain/rate.js';
import { notFound } from '../domain/refusals.js';
import { ratesInForce, ratesOfSheets } from '../store/rate.store.js';
import type { PrintedLanguage } from '../views/office-words.js';
import { planPage } from '../documents/plan-page.js';
import { isUuid } from '../store/uuid.js';
import { programmeOf } from '../views/programme.reader.js';
import { sheetsOfYear } from '../views/sheet.reader.js';

export interface PlanAsked {
  readonly partnershipId: string;
  readonly year: number;
  readonly language: PrintedLanguage;
}

/** The fiches of a year as a page of a spreadsheet, to whoever has a seat: those she may see, and no others. */
@Injectable()
export class PrintPlan {
  constructor(private readonly work: Work) {}

  async run(ctx: Ctx, { partnershipId, year, language }: PlanAsked): Promise<Answer<{ readonly name: string; readonly bytes: Buffer }>> {
    const page = await this.work.read(ctx, async (tx) => {
      const programme = isUuid(partnershipId) ? await programmeOf(tx, partnershipId) : null;
      if (!programme) return null;
      const sheets = (await sheetsOfYear(tx, partnershipId, year)).filter(isLiving);
      const retained = new Set(sheets.filter(({ inPlan }) => inPlan).map(({ id }) => id));
      const [standing, frozen] = [latestRates(await ratesInForce(tx, [partnershipId])), await ratesOfSheets(tx, [partnershipId], [...retained])];
      const ratesOf = (sheetId: string) => latestRates(frozen.find(({ id }) => id === sheetId)?.rates ?? standing);
      return planPage({ year, sheets, retained, ratesOf, programme, language });
    });
    return page ? accepted({ name: say('fr', 'sheetFile.planName', { year: String(year) }), bytes: await writeGrid(page, language) }) : notFound();
  }
}
