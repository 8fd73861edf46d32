import { Zones, type RuleSource } from '#kernel';
import { attachmentsOf, attachmentView, type AttachmentLine, type PartyType } from '#parties';
import { mayView, type ReadTx } from '#platform';
import { Injectable } from '@nestjs/common';
import { mayRegister } from '../domain/clerk.js';
import { amountWarning, warningsOf } from '../domain/compliance.js';
import { noticeEndsOn } from '../domain/life.js';
import { entriesOf, standingEntry, type ActTransmission, type Entry } from '../domain/register.js';
import { asksVisa, standingOf, type Standing } from '../domain/standing.js';
import { controlEndsOn, controlSource, executoryOn, executorySource, transmissionState } from '../domain/transmission.js';
import { agreementsOf } from '../store/life.store.js';
import { ForecastAmounts } from '../store/forecast-amounts.js';
import { caseOf, coordinatedParties, type LifeCase } from './life.desk.js';
import { registerLines } from './life.history.js';
import type { ActTransmissionType, AgreementLifeType, PartyActsType, TerminationNoticeType } from './life.types.js';

/** What documents joined to a resolution are kept under. */
export const resolutionSubject = 'councilResolution';

const shown = (source: RuleSource): RuleSource => ({ ...source });
type PartyOf = (id: string) => PartyType;

function transmissionView({ id, content }: { id: string; content: ActTransmission }): ActTransmissionType {
  return { id, ...content, state: transmissionState(content), executoryOn: executoryOn(content), controlEndsOn: controlEndsOn(content), source: shown(executorySource), controlSource: shown(controlSource) };
}

/** A notice with why it was given (its first version says so) and why it was taken back. */
function noticeView({ facts, versions }: LifeCase, notice: Entry<'NOTICE'>, partyOf: PartyOf): TerminationNoticeType {
  const { sentOn, receivedOn, withdrawnOn } = notice.content;
  const motive = versions.find(({ id, version }) => id === notice.id && version === 1)?.motive ?? null;
  const endsOn = receivedOn && facts.rules.termination ? noticeEndsOn(receivedOn, facts.rules.termination.value.months) : null;
  return { id: notice.id, party: partyOf(notice.partyId ?? ''), motive, sentOn, receivedOn, endsOn, withdrawnOn, withdrawal: withdrawnOn ? notice.motive : null };
}

const flat = <Content extends object>(entry: { id: string; content: Content } | null): (Content & { id: string }) | null => entry && { id: entry.id, ...entry.content };

/** The life of the agreements of a partnership, as shown. */
@Injectable()
export class LifeReader {
  constructor(
    private readonly zones: Zones,
    private readonly amounts: ForecastAmounts,
  ) {}

  /** Every agreement of the partnership, the oldest first; none when it is absent or foreign. */
  async all(tx: ReadTx, partnershipId: string): Promise<AgreementLifeType[]> {
    const lives: AgreementLifeType[] = [];
    for (const agreement of await agreementsOf(tx, partnershipId)) lives.push(await this.view(tx, await caseOf(tx, agreement, this.zones)));
    return lives;
  }

  /** After an act. @throws Error when it is out of sight: the act has just been done there */
  async one(tx: ReadTx, agreementId: string): Promise<AgreementLifeType> {
    const [row] = await tx.query<{ partnership_id: string }>('select partnership_id from agreement where id = $1', [agreementId]);
    const found = (await this.all(tx, row?.partnership_id ?? '')).find(({ id }) => id === agreementId);
    if (!found) throw new Error(`agreement ${agreementId} is out of reach`);
    return found;
  }

  private async view(tx: ReadTx, opened: LifeCase): Promise<AgreementLifeType> {
    const { agreement, facts, parties } = opened;
    const standing = standingOf(facts);
    const partyOf: PartyOf = (id) => parties.find((party) => party.id === id)!;
    const { entries } = facts;
    const at = { partnershipId: agreement.partnershipId, seats: tx.ctx.actor?.seats ?? [], coordinatedPartyIds: await coordinatedParties(tx, agreement.partnershipId, this.zones), isSetUp: false };
    const resolutions = entriesOf(entries, 'RESOLUTION').map(({ id }) => id);
    const documents = resolutions.length > 0 ? await attachmentsOf(tx, resolutionSubject, resolutions) : [];
    return {
      ...this.standingView(opened, standing, partyOf),
      parties: parties.map((party) => this.actsOf(tx, opened, { party, documents, may: mayRegister(at, party.id) })),
      originals: [...(standingEntry(entries, 'ORIGINALS', null)?.content.holders ?? [])],
      notices: entriesOf(entries, 'NOTICE').map((notice) => noticeView(opened, notice, partyOf)),
      reviews: entriesOf(entries, 'REVIEW').map(({ id, content }) => ({ id, ...content })),
      warnings: [...warningsOf(facts), ...amountWarning(facts, await this.amounts.written(tx, agreement))].map(({ code, partyId, on, source }) => ({ code, on, source: shown(source), party: partyId ? partyOf(partyId) : null })),
      register: registerLines(opened.versions, partyOf),
      viewerMayRegister: mayView(mayRegister(at, null)),
    };
  }

  private standingView({ agreement, facts }: LifeCase, standing: Standing, partyOf: PartyOf): Omit<AgreementLifeType, 'parties' | 'originals' | 'notices' | 'reviews' | 'warnings' | 'register' | 'viewerMayRegister'> {
    const { rules } = facts;
    const { state, effect, period, renewal, ifNoticeToday, endsOn, awaited } = standing;
    const { id, kind, displayName, since } = agreement;
    return {
      id, kind, displayName, since, state, period, ifNoticeToday, endsOn,
      effect: { on: effect.on, origin: effect.origin, rule: rules.effect.value, source: shown(rules.effect.source), events: effect.events.map(({ kind: event, partyId, on }) => ({ kind: event, on, party: partyOf(partyId) })) },
      renewal: renewal && rules.term && { ...renewal, source: shown(rules.term.source) },
      hasNotice: rules.termination !== null,
      hasStateActs: rules.showsState,
      noticeSource: rules.termination && shown(rules.termination.source),
      awaited: awaited.map(({ what, partyId }) => ({ what, party: partyId ? partyOf(partyId) : null })),
    };
  }

  private actsOf(tx: ReadTx, { facts: { entries, rules }, parties }: LifeCase, { party, documents, may }: { party: PartyType; documents: readonly AttachmentLine[]; may: ReturnType<typeof mayRegister> }): PartyActsType {
    const resolution = standingEntry(entries, 'RESOLUTION', party.id);
    const transmission = standingEntry(entries, 'TRANSMISSION', party.id);
    // Part of the register from the moment it is joined: nobody takes it back.
    const attachments = documents.filter(({ subjectId }) => subjectId === resolution?.id).map((line) => attachmentView(tx, line, { parties, sharedAt: line.occurredAt }));
    return {
      party,
      resolution: resolution && { id: resolution.id, ...resolution.content, attachments },
      signature: flat(standingEntry(entries, 'SIGNATURE', party.id)),
      transmission: transmission && transmissionView(transmission),
      visa: flat(standingEntry(entries, 'VISA', party.id)),
      asksVisa: asksVisa(rules, { id: party.id, country: party.territory.country }),
      transmits: party.territory.country === 'FR',
      viewerMayRegister: mayView(may),
    };
  }
}
