import type { Language, Zones } from '#kernel';
import type { PartyType } from '#parties';
import { observationSource, silentMembers, unanswered } from '../domain/observations.js';
import type { Minutes } from '../domain/minutes.js';
import type { ObservationLine } from '../store/minutes-observation.store.js';
import { partyOf, type Committee } from './committee.reader.js';
import type { LocalMomentType } from './minutes-facts.types.js';
import type { MinutesObservationsType, MinutesObservationType } from './minutes-observations.types.js';

/** Who reads the observations, and when. */
export interface ObservationsReader {
  readonly committee: Committee;
  readonly language: Language;
  readonly zones: Zones;
  /** The day at the host's. */
  readonly today: string;
  readonly proseVersion: number;
}

/** Each as its author's city lived it. */
const momentOf = (at: Date, { shortName: city, territory }: PartyType, zones: Zones): LocalMomentType => {
  const { date: civilDate, time } = zones.civilAt(at, territory.zone);
  return { city, civilDate, time };
};

/** What was said of a draft; `null` when it was never handed over to be read. */
export function observationsView(minutes: Minutes, lines: readonly ObservationLine[], reader: ObservationsReader): MinutesObservationsType | null {
  const { observationsUntil: until, state, version } = minutes;
  if (until === null && lines.length === 0) return null;
  const { committee: { shownParties }, language, zones, today, proseVersion } = reader;
  const list = lines.map((line): MinutesObservationType => {
    const { id, kind, passage, quoted, text, office, officeAr, answer } = line;
    const party = partyOf(shownParties, line.partyId);
    return {
      id, kind, passage, quoted, text, party,
      version: line.version,
      office: language === 'ar' ? officeAr : office,
      moment: momentOf(line.madeAt, party, zones),
      onEarlierText: line.version !== version || line.proseVersion !== proseVersion,
      answer: answer && { takenUp: answer.takenUp, text: answer.text, moment: momentOf(answer.at, party, zones) },
    };
  });
  return {
    until, list,
    isOpen: state === 'REVIEW' && (until === null || today <= until),
    source: { ...observationSource },
    silent: state === 'REVIEW' ? silentMembers(minutes, lines).map(({ name }) => name) : [],
    unanswered: unanswered(lines).length,
  };
}
