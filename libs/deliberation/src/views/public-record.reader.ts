import { dateInWords, Zones, type CivilDate, type Language, type RuleSource } from '#kernel';
import { rulesInForce } from '#agreement';
import { partiesOf, type PartyType } from '#parties';
import { say } from '#phrases';
import { type GraphqlRequest, type ReadTx, Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { committeeRules } from '../domain/committee-rules.js';
import { adoptedDecisions, executoryMinutes, publicPartnerships, publicSignatures } from '../store/public-minutes.store.js';
import type { PublicDecisionLine, PublicMinutesLine, PublicPartnershipLine, PublicSignatureLine } from '../store/public-minutes.store.js';
import { partyOf } from './committee.reader.js';
import type { PublicMinutesType, PublicPartnershipType, PublicPartyType } from './public-record.types.js';

/** Executory minutes with everything a stranger may know of them. */
export interface PublicRecord {
  readonly line: PublicMinutesLine;
  readonly partnership: PublicPartnershipLine;
  readonly parties: readonly PartyType[];
  readonly decisions: readonly PublicDecisionLine[];
  readonly signatures: readonly PublicSignatureLine[];
  /** What makes minutes executory, and which language is authoritative. */
  readonly clauses: { readonly executory: RuleSource; readonly languages: RuleSource };
}

/**
 * Reads as the public does, whoever asks: a member on a public page sees what her neighbour sees, and row-level security shows executory
 * rows alone. A stranger's own transaction is that one already; for who is signed in another is opened.
 */
export async function readPublicly<T>(work: Work, request: GraphqlRequest, look: (tx: ReadTx) => Promise<T>): Promise<T> {
  if (request.ctx.audience === 'PUBLIC' && !request.ctx.actor) return look(await request.read());
  return work.read({ ...request.ctx, actor: null, audience: 'PUBLIC', idempotencyKey: null }, look);
}

const shownParty = ({ id, organisation, shortName, territory }: PartyType): PublicPartyType => ({ id, name: organisation, shortName, country: territory.country });

/** In a list, what a meeting decided stands once: under its first PV, not under the one that rectifies it. */
const withoutRepeats = (record: PublicRecord): PublicRecord => (record.line.rectifies ? { ...record, decisions: [] } : record);

/** Builds what anybody may read of the committee's work: adopted texts and offices; no person, no vote, no debate. */
@Injectable()
export class PublicRecordReader {
  constructor(private readonly zones: Zones) {}

  /** Executory minutes, newest first, with what stands around them; at most `first`, or the one of that id. */
  async records(tx: ReadTx, of: { id: string } | { first: number }): Promise<PublicRecord[]> {
    const lines = await executoryMinutes(tx, of);
    const partnershipIds = [...new Set(lines.map(({ partnershipId }) => partnershipId))];
    if (lines.length === 0) return [];
    const partnerships = new Map((await publicPartnerships(tx, partnershipIds)).map((partnership) => [partnership.id, partnership]));
    const parties = await partiesOf(tx, partnershipIds);
    const decisions = await adoptedDecisions(tx, lines.map(({ meetingId }) => meetingId));
    const signatures = await publicSignatures(tx, lines.map(({ id }) => id));
    const clauses = new Map<string, PublicRecord['clauses']>();
    for (const id of partnershipIds) {
      const { executory, languages } = committeeRules(await rulesInForce(tx, id));
      clauses.set(id, { executory: executory.source, languages: languages.source });
    }
    return lines.map((line) => ({
      line,
      partnership: partnerships.get(line.partnershipId)!,
      parties: parties.get(line.partnershipId) ?? [],
      decisions: decisions.filter(({ meetingId }) => meetingId === line.meetingId),
      signatures: signatures.filter(({ minutesId }) => minutesId === line.id),
      clauses: clauses.get(line.partnershipId)!,
    }));
  }

  /** Partnerships that have something executory, by name. */
  async partnerships(tx: ReadTx, first: number): Promise<PublicPartnershipType[]> {
    const records = await this.records(tx, { first });
    const partnerships = new Map(records.map((record) => [record.partnership.id, record]));
    return [...partnerships.values()]
      .map(({ partnership, parties }) => ({
        ...partnership,
        parties: parties.map(shownParty),
        minutes: records.filter(({ line }) => line.partnershipId === partnership.id).map((record) => this.view(withoutRepeats(record), tx.ctx.language)),
      }))
      .sort((one, other) => one.name.localeCompare(other.name, 'fr'));
  }

  async minutes(tx: ReadTx, id: string): Promise<PublicMinutesType | null> {
    const [record] = await this.records(tx, { id });
    return record ? this.view(record, tx.ctx.language) : null;
  }

  private view(record: PublicRecord, language: Language): PublicMinutesType {
    const { line, partnership, parties, decisions, signatures, clauses } = record;
    const host = partyOf(parties, line.hostPartyId);
    return {
      id: line.id,
      partnershipId: partnership.id,
      partnership: partnership.name,
      number: line.number,
      kind: line.kind,
      meetingOn: line.openedAt ? this.zones.civilAt(line.openedAt, host.territory.zone).date : line.civilDate,
      onPaper: line.finalisedAt === null,
      place: line.place,
      host: shownParty(host),
      executoryAt: line.executoryAt,
      executorySentence: say(language, line.finalisedAt === null ? 'paper.publicly' : 'minutes.standing.executory', { date: this.daysOf(line.executoryAt, parties, language) }),
      executorySource: { ...clauses.executory },
      decisions: decisions.map(({ meetingId: _, ...decision }) => decision),
      signatures: signatures.map(({ partyId, office, officeAr, place, civilDate, method }) => ({
        party: shownParty(partyOf(parties, partyId)),
        office: language === 'ar' ? officeAr : office,
        place, civilDate, method,
      })),
      contentHash: line.contentHash,
      rectifies: line.rectifies,
      rectifiedBy: line.rectifiedBy,
      pdfs: (line.finalisedAt === null ? [] : (['fr', 'ar'] as const)).map((printed) => ({ language: printed, url: `/files/public/${line.id}/${printed}.pdf` })),
    };
  }

  /** The day of an instant; each city's own when they differ. */
  private daysOf(instant: Date, parties: readonly PartyType[], language: Language): string {
    const days = parties.map(({ shortName, territory }) => ({ city: shortName, day: this.zones.civilAt(instant, territory.zone).date }));
    const words = (day: CivilDate): string => dateInWords(day, language, 'LONG');
    const [first] = days;
    if (!first || days.every(({ day }) => day === first.day)) return first ? words(first.day) : '';
    return days.map(({ city, day }) => `${words(day)} (${city})`).join(language === 'ar' ? '، ' : ', ');
  }
}
