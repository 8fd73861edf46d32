import { accepted, Zones, type Answer, type RuleSource } from '#kernel';
import { say } from '#phrases';
import { DemoMode, Press, sha256Hex, Work, type Ctx, type ReadTx } from '#platform';
import { Injectable } from '@nestjs/common';
import { renderConvocation } from '../documents/convocation.document.js';
import type { ConvocationDocument } from '../domain/convocation-document.js';
import type { PrintedSource, Said } from '../domain/minutes-document.js';
import { notFound } from '../domain/refusals.js';
import { agendaOfMeeting, type AgendaLine } from '../store/agenda-item.store.js';
import type { MeetingRow } from '../store/meeting.entity.js';
import { meetingOf, meetingsById } from '../store/meeting.store.js';
import { committeeAt, type Committee } from '../views/committee.reader.js';
import { MinutesAddress } from '../views/minutes-address.js';
import { countryNames } from '../views/minutes-record.js';

export interface PrintConvocationInput {
  readonly meetingId: string;
  readonly language: 'fr' | 'ar';
}

/** A printed convocation, its hash and the day of its meeting. */
export interface ConvocationPdf {
  readonly civilDate: string;
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** A meeting that was convened, with the office that did. */
type Convened = MeetingRow & { readonly convenedAt: Date; readonly convenedBySeatId: string };
const isConvened = (row: MeetingRow | undefined): row is Convened =>
  row !== undefined && row.convenedAt !== null && row.convenedBySeatId !== null && !['CANCELLED', 'POSTPONED', 'SCHEDULED'].includes(row.state);

const inFrench = (fr: string): Said => ({ fr, ar: null });
const printed = (source: RuleSource): PrintedSource =>
  source.kind === 'PRODUCT_DEFAULT' ? { reference: say('fr', 'minutes.partnershipSetting'), quote: null } : { reference: source.reference, quote: source.quote ?? null };

/**
 * The convocation as a file, as it stands now: an agenda completed since is printed complete. For whoever reads the meeting.
 * Refused: NOT_FOUND (absent, foreign, not convened, cancelled), or as the press refuses.
 */
@Injectable()
export class PrintConvocation {
  constructor(
    private readonly work: Work,
    private readonly press: Press,
    private readonly zones: Zones,
    private readonly address: MinutesAddress,
    private readonly demo: DemoMode,
  ) {}

  async run(ctx: Ctx, { meetingId, language }: PrintConvocationInput): Promise<Answer<ConvocationPdf>> {
    const document = await this.work.read(ctx, (tx) => this.document(tx, meetingId));
    if (!document) return notFound();
    const answer = await renderConvocation(this.press, document, { language });
    if (answer.refused) return answer;
    return accepted({ civilDate: document.meeting.starts[0]?.date ?? document.convokedOn, sha256: sha256Hex(answer.value), bytes: Buffer.from(answer.value) });
  }

  private async document(tx: ReadTx, meetingId: string): Promise<ConvocationDocument | null> {
    const [row] = await meetingsById(tx, [meetingId]);
    if (!isConvened(row)) return null;
    const committee = await committeeAt(tx, row.partnershipId, { instant: row.convenedAt, zones: this.zones });
    const [names] = await tx.query<{ partnership: string; agreement: string }>(
      `select partnership.name as partnership, agreement.display_name as agreement
       from partnership join agreement on agreement.partnership_id = partnership.id and agreement.id = $2 where partnership.id = $1`,
      [row.partnershipId, row.agreementId],
    );
    const { shownParties, rules } = committee;
    const host = shownParties.find(({ id }) => id === row.hostPartyId);
    return {
      partnership: inFrench(names?.partnership ?? ''),
      agreement: inFrench(names?.agreement ?? ''),
      parties: shownParties.map(({ id, organisation, shortName, territory }) => ({ id, name: inFrench(organisation), shortName: inFrench(shortName), country: countryNames(territory.country) })),
      meeting: { kind: row.kind as 'ORDINARY', mode: row.mode as 'HYBRID', place: inFrench(row.place), hostPartyId: row.hostPartyId, starts: this.starts(row, committee) },
      convokedOn: this.zones.civilAt(row.convenedAt, row.zone).date,
      convener: { office: officeOf(committee, row.convenedBySeatId), party: inFrench(host?.shortName ?? '') },
      turnReason: row.turnReason === null ? null : inFrench(row.turnReason),
      agenda: (await agendaOfMeeting(tx, row.id)).map((line) => this.item(line, committee)),
      conveningClause: printed(rules.convening.source),
      languageClause: printed(rules.languages.source),
      address: `${this.address.publicUrl}/meetings/${row.id}`,
      demo: this.demo.on,
    };
  }

  private item({ title, durationMinutes, presenterSeatId }: AgendaLine, committee: Committee): ConvocationDocument['agenda'][number] {
    return { title: inFrench(title), minutes: durationMinutes, presenter: presenterSeatId === null ? null : officeOf(committee, presenterSeatId) };
  }

  /** The beginning as each party's city lives it, the host's first. */
  private starts(row: MeetingRow, { shownParties }: Committee): ConvocationDocument['meeting']['starts'] {
    const { startsAt } = meetingOf(row, this.zones);
    const ordered = [...shownParties.filter(({ id }) => id === row.hostPartyId), ...shownParties.filter(({ id }) => id !== row.hostPartyId)];
    return ordered.map(({ shortName, territory }) => {
      const { date, time } = this.zones.civilAt(startsAt, territory.zone);
      return { city: inFrench(shortName), date, time };
    });
  }
}

function officeOf({ shownSeats }: Committee, seatId: string): Said {
  const seat = shownSeats.find((line) => line.seatId === seatId);
  return seat ? { fr: seat.office, ar: seat.officeAr } : inFrench('');
}
