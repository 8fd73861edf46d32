import { Zones } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { LocalMoment, MinutesSignature, Said, SignedMinutes } from '../domain/minutes-document.js';
import { interimActOf, liveVersion } from '../store/minutes.records.js';
import type { SignatureLine } from '../store/minutes.store.js';
import { MinutesArchive, type LoadedMinutes } from './minutes.archive.js';

/** Tells of sealed minutes who signed them: for every page that lists signatures. */
@Injectable()
export class SignedMinutesReader {
  constructor(
    private readonly archive: MinutesArchive,
    private readonly zones: Zones,
  ) {}

  /** `null` while the version that is before the signatories has no signature. */
  signed(loaded: LoadedMinutes): SignedMinutes | null {
    const live = liveVersion(loaded);
    const signatures = loaded.signatures.filter(({ version }) => version === loaded.row.version);
    if (!live || signatures.length === 0) return null;
    const { executoryAt } = loaded.row;
    return {
      minutes: { ...live.content.record, contentHash: live.contentHash },
      pdfs: live.pdfs,
      signatures: signatures.map((line) => this.signature(line, loaded)),
      executoryAt: executoryAt ? this.archive.moments(executoryAt, loaded.sitting) : [],
    };
  }

  private signature(line: SignatureLine, { sitting }: LoadedMinutes): MinutesSignature {
    const { partyId, pdfSha256, place, office: fr, officeAr: ar, displayName, method, signedAt, civilDate: signedOn } = line;
    const party = sitting.committee.shownParties.find(({ id }) => id === partyId);
    if (!party) throw new Error(`party ${partyId} is out of reach`);
    const { date, time } = this.zones.civilAt(signedAt, party.territory.zone);
    const moment: LocalMoment = { city: { fr: party.shortName, ar: null }, date, time };
    const office: Said = { fr, ar };
    const named = displayName === fr ? { name: office, office: null } : { name: { fr: displayName, ar: null }, office };
    const act = interimActOf(line.statement);
    const contestedOn = line.contest && this.zones.civilAt(new Date(line.contest.contestedAt), party.territory.zone).date;
    return { partyId, ...named, ...(act && { interim: act }), place: { fr: place, ar: null }, moment, ...(method === 'PAPER' && { signedOn }), ...(contestedOn && { contestedOn }), method: method as MinutesSignature['method'], level: 'SIMPLE', pdfSha256 };
  }
}
