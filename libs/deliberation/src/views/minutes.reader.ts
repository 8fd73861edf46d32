import { dateInWords, MachineClock, Zones, type CivilDate, type Language } from '#kernel';
import { say } from '#phrases';
import { DemoMode, type ReadTx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Minutes } from '../domain/minutes.js';
import type { MinutesRow } from '../store/minutes.entity.js';
import { liveVersion } from '../store/minutes.records.js';
import { observationsOf } from '../store/minutes-observation.store.js';
import { MinutesStore } from '../store/minutes.store.js';
import { committeeAt, partyOf, type Committee } from './committee.reader.js';
import { factsView } from './minutes-facts.view.js';
import { keepsMinutes, minutesMay, type MinutesStanding } from './minutes-may.js';
import { linkTo, proseView } from './minutes-languages.view.js';
import { observationsView } from './minutes-observations.view.js';
import { MinutesArchive, type LoadedMinutes } from './minutes.archive.js';
import { frozenPdfs, signaturesOf, voidedOf } from './minutes-signatures.view.js';
import type { MinutesType } from './minutes.types.js';

/** Builds what is shown of minutes. A first draft is for those who keep them; from review on every seat of the partnership reads. */
@Injectable()
export class MinutesReader {
  constructor(
    private readonly store: MinutesStore,
    private readonly archive: MinutesArchive,
    private readonly zones: Zones,
    private readonly machine: MachineClock,
    private readonly demo: DemoMode,
  ) {}

  /** The minutes; `null` when absent, not the reader's, or a draft not theirs to read yet. */
  async one(tx: ReadTx, id: string): Promise<MinutesType | null> {
    const row = await this.store.find(tx, id);
    return row && this.view(tx, row);
  }

  async ofMeeting(tx: ReadTx, meetingId: string): Promise<MinutesType | null> {
    const row = await this.store.ofMeeting(tx, meetingId);
    return row && this.view(tx, row);
  }

  /** The minutes of a partnership, newest first. */
  async list(tx: ReadTx, partnershipId: string): Promise<MinutesType[]> {
    const views: MinutesType[] = [];
    for (const row of await this.store.ofPartnership(tx, partnershipId)) {
      const view = await this.view(tx, row);
      if (view) views.push(view);
    }
    return views;
  }

  /** Minutes that are known to be there. @throws Error when they are out of reach. */
  async present(tx: ReadTx, id: string): Promise<MinutesType> {
    const minutes = await this.one(tx, id);
    if (!minutes) throw new Error(`minutes ${id} are out of reach`);
    return minutes;
  }

  private async view(tx: ReadTx, row: MinutesRow): Promise<MinutesType | null> {
    const committee = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const loaded = await this.archive.load(tx, row);
    const { minutes } = loaded;
    const { actor, language } = tx.ctx;
    const stepUp = { at: actor?.stepUpAt ?? null, machineNow: this.machine.now() };
    const today = this.zones.civilAt(tx.now(), loaded.sitting.row.zone).date;
    const observations = await observationsOf(tx, row.id);
    const rectifiedBy = minutes.state === 'EXECUTORY' ? await this.store.rectifying(tx, row.id) : null;
    const rectified = row.rectifiesMinutesId ? await this.store.find(tx, row.rectifiesMinutesId) : null;
    const standing: MinutesStanding = { minutes, committee, personId: actor?.personId ?? null, stepUp, demo: this.demo.on, today, observations, rectified: rectifiedBy !== null };
    const hidden = minutes.state === 'DRAFT' && !keepsMinutes(standing);
    if (hidden && minutes.replaced.length === 0) return null;
    const record = await this.archive.record(tx, loaded, tx.now());
    const { rules, shownParties } = loaded.sitting.committee;
    const reading = { tx, loaded, standing, zones: this.zones };
    return {
      ...ownFacts(row, minutes),
      prose: hidden ? [] : proseView(tx, { row, minutes, committee }),
      ...this.pdfsOf(loaded),
      ...this.standingOf(tx, standing, loaded),
      languageNotice: say(language, 'minutesDocument.authoritative', { reference: articleOf(rules.languages.source.reference, language) }),
      languageSource: { ...rules.languages.source },
      facts: factsView(record, { language, parties: shownParties, quorumSource: rules.quorum.source }),
      signatures: signaturesOf(reading, row.version),
      voided: voidedOf(reading),
      observations: observationsView(minutes, observations, { committee, language, zones: this.zones, today, proseVersion: row.proseVersion }),
      rectifies: rectified && linkTo(rectified),
      rectifiesReason: row.rectifiesReason,
      rectifiedBy: rectifiedBy && linkTo(rectifiedBy),
      viewerMay: minutesMay(standing),
    };
  }

  private pdfsOf(loaded: LoadedMinutes): Pick<MinutesType, 'pdfs' | 'signedPdfs'> {
    const { row, minutes } = loaded;
    const live = liveVersion(loaded);
    const signed = minutes.signatures.length > 0;
    return {
      pdfs: live ? frozenPdfs(row.id, live.version, live.pdfs) : [],
      signedPdfs: signed ? (['fr', 'ar'] as const).map((language) => ({ language, sha256: null, url: `/files/minutes/${row.id}/signed/${language}.pdf` })) : [],
    };
  }

  /** What is missing, and the sentence that says it: « il ne manque que la vôtre » to whoever alone has not signed. */
  private standingOf(tx: ReadTx, { minutes, committee, personId }: MinutesStanding, { sitting }: LoadedMinutes): Pick<MinutesType, 'missing' | 'executorySentence' | 'executorySource'> {
    const { language } = tx.ctx;
    const awaited = minutes.state === 'FINAL' || minutes.state === 'PARTIALLY_SIGNED';
    const signed = new Set(minutes.signatures.map(({ partyId }) => partyId));
    const missing = awaited ? minutes.facts.parties.filter(({ id }) => !signed.has(id)) : [];
    const mine = committee.seats.some((seat) => seat.personId === personId && seat.category === 'CO_PRESIDENT' && missing.length === 1 && seat.partyId === missing[0]?.id);
    const said = (): string => {
      if (minutes.executoryAt) return say(language, 'minutes.standing.executory', { date: this.dayOf(tx, minutes.executoryAt, sitting.committee) });
      if (!awaited) return say(language, minutes.state === 'DRAFT' ? 'minutes.standing.draft' : 'minutes.standing.review');
      const names = new Intl.ListFormat(language === 'ar' ? 'ar-MA' : 'fr-FR').format(missing.map(({ shortName }) => shortName));
      return mine ? say(language, 'minutes.standing.awaitingYours') : say(language, 'minutes.standing.awaiting', { names });
    };
    return {
      missing: missing.map(({ id }) => partyOf(sitting.committee.shownParties, id)),
      executorySentence: said(),
      executorySource: { ...sitting.committee.rules.executory.source },
    };
  }

  /** The day, in the reader's own party's city; the first party's for a reader without a seat. */
  private dayOf(tx: ReadTx, instant: Date, { shownParties }: Committee): string {
    const own = shownParties.find(({ id }) => tx.ctx.actor?.partyIds.includes(id)) ?? shownParties[0];
    return dateInWords(this.zones.civilAt(instant, own?.territory.zone ?? 'Europe/Paris').date as CivilDate, tx.ctx.language, 'LONG');
  }
}

/** « Art. 8 » in the reader's own word for an article. */
const articleOf = (reference: string, language: Language): string => {
  const number = /^Art\.\s*(.+)$/.exec(reference)?.[1];
  return number === undefined ? reference : say(language, 'minutesDocument.article', { number });
};

type Own = 'id' | 'partnershipId' | 'meetingId' | 'number' | 'version' | 'state' | 'proseVersion' | 'contentHash' | 'draftedAt' | 'finalisedAt' | 'executoryAt';
function ownFacts(row: MinutesRow, { state }: Minutes): Pick<MinutesType, Own> {
  const { id, partnershipId, meetingId, number, version, proseVersion, contentHash, draftedAt, finalisedAt, executoryAt } = row;
  return { id, partnershipId, meetingId, number, version, state, proseVersion, contentHash, draftedAt, finalisedAt, executoryAt };
}
