import { describe, expect, it } from '@jest/globals';
import type { Refusal } from '#kernel';
import { hasPhrase, say } from '#phrases';
import { decisionMoves } from './decision.js';
import { morning, rules } from './given.contract.js';
import { meetingMoves } from './meeting.js';
import { minutesMoves } from './minutes.js';
import { proseSections } from './minutes-content.js';
import * as no from './refusals.js';

const { source } = rules.convening;
const states = [...new Set([meetingMoves, decisionMoves, minutesMoves].flatMap((moves) => Object.keys(moves)))];

/** One call of every refusal; a new function without a line here does not compile. */
const said: Record<keyof typeof no, readonly Refusal[]> = {
  signatureNotYours: [no.signatureNotYours()],
  signatureNotByCode: [no.signatureNotByCode()],
  signatureAlreadyContested: [no.signatureAlreadyContested()],
  signatureContestTooLate: [no.signatureContestTooLate()],
  handWaits: [no.handWaits('Tiznit')],
  handSignedBefore: [no.handSignedBefore('2026-12-01', '2026-12-02')],
  handDateAhead: [no.handDateAhead('2027-01-01')],
  handNobodyThen: [no.handNobodyThen('Tiznit', '2026-12-02')],
  handScanExpected: [no.handScanExpected('pv.docx')],
  handVersionReplaced: [no.handVersionReplaced(1)],
  handStateForbids: ['ENTERED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN'].map(no.handStateForbids),
  handByOther: [no.handByOther()],
  handByItsSide: [no.handByItsSide()],
  handChanged: [no.handChanged()],
  answersClosed: states.map(no.answersClosed),
  everyoneAnswered: [no.everyoneAnswered()],
  calledTooRecently: [no.calledTooRecently(1), no.calledTooRecently(47)],
  nothingMoved: [no.nothingMoved()],
  agendaTitleBlank: [no.agendaTitleBlank()],
  agendaDurationOutside: [no.agendaDurationOutside(0, 480)],
  agendaClosed: [no.agendaClosed()],
  proposalsClosed: [no.proposalsClosed()],
  proposalSettled: ['TAKEN_UP', 'DECLINED'].map(no.proposalSettled),
  safetyByHost: [no.safetyByHost('Tiznit', source)],
  safetySheetClosed: [no.safetySheetClosed(source)],
  safetyContactBlank: [no.safetyContactBlank(source)],
  safetySheetChanged: [no.safetySheetChanged()],
  incidentsNotYet: [no.incidentsNotYet(source)],
  incidentBlank: ['place', 'what'].map((field) => no.incidentBlank(field, source)),
  incidentOutside: [no.incidentOutside(366, source)],
  incidentsTooMany: [no.incidentsTooMany(200, source)],
  incidentCorrected: [no.incidentCorrected(source)],
  paperTextBlank: ['number', 'place', 'decision', 'office', 'note'].map(no.paperTextBlank),
  paperDateAhead: [no.paperDateAhead('2027-01-01')],
  paperSignedBefore: [no.paperSignedBefore('Tiznit', '2026-01-01', '2026-01-02')],
  paperPartyTwice: [no.paperPartyTwice('Tiznit')],
  paperPartyUnknown: [no.paperPartyUnknown()],
  paperTooMany: [no.paperTooMany(61, 60)],
  paperNumberTaken: [no.paperNumberTaken('PV-2026-1')],
  paperStateForbids: ['ENTERED', 'CONFIRMED', 'WITHDRAWN'].map(no.paperStateForbids),
  paperByItsSide: [no.paperByItsSide()],
  paperByOther: [no.paperByOther()],
  paperNeedsScan: [no.paperNeedsScan()],
  paperScanExpected: [no.paperScanExpected('pv.docx')],
  paperChanged: [no.paperChanged()],
  observerNotPresent: [no.observerNotPresent()],
  observationsClosed: [no.observationsClosed('2026-12-11')],
  observationBlank: [no.observationBlank()],
  passageUnknown: [no.passageUnknown()],
  observationTakesNoAnswer: [no.observationTakesNoAnswer()],
  observationsUnanswered: [no.observationsUnanswered(1), no.observationsUnanswered(3)],
  languageNotWritten: [no.languageNotWritten('zgh')],
  languageReadByAnother: [no.languageReadByAnother('ar')],
  minutesNotExecutory: Object.keys(minutesMoves).map(no.minutesNotExecutory),
  minutesAlreadyRectified: [no.minutesAlreadyRectified('PV-2026-1')],
  proxiesAreOff: [no.proxiesAreOff(source)],
  proxyPrincipalThere: [no.proxyPrincipalThere('Nom', source)],
  proxyHolderUnfit: [no.proxyHolderUnfit('Nom', source)],
  proxyHolderFull: [no.proxyHolderFull('Nom', 1, source)],
  movementsClosed: [no.movementsClosed('CONVENED'), no.movementsClosed('CLOSED')],
  memberAlreadyThere: [no.memberAlreadyThere('Nom')],
  memberAlreadyAway: [no.memberAlreadyAway('Nom')],
  movementTakenBack: [no.movementTakenBack()],
  movementOvertaken: [no.movementOvertaken()],
  guestNameBlank: [no.guestNameBlank()],
  guestAlreadyOff: [no.guestAlreadyOff()],
  guestsTooMany: [no.guestsTooMany(60)],
  handsByCoordinator: [no.handsByCoordinator()],
  handsByOtherParty: [no.handsByOtherParty()],
  handsEmpty: [no.handsEmpty()],
  handsExceptionUnknown: [no.handsExceptionUnknown()],
  handsAlreadyNoted: [no.handsAlreadyNoted()],
  handsOutdated: [no.handsOutdated()],
  handsAwaiting: [no.handsAwaiting()],
  handsStateForbids: ['ENTERED', 'CONFIRMED', 'WITHDRAWN'].map(no.handsStateForbids),
  handsVoiceNotYours: [no.handsVoiceNotYours()],
  handsAlreadyContested: [no.handsAlreadyContested()],
  contestTooLate: [no.contestTooLate('2026-12-01')],
  notFound: [no.notFound()],
  notAllowed: [no.notAllowed()],
  textTooLong: [no.textTooLong(20_001, 20_000)],
  noAgreement: [no.noAgreement()],
  noSuchTime: [no.noSuchTime('25:00')],
  meetingPlaceBlank: [no.meetingPlaceBlank()],
  subjectNotDecidable: [no.subjectNotDecidable()],
  textComesFromSubject: [no.textComesFromSubject()],
  subjectAlreadyOnAgenda: [no.subjectAlreadyOnAgenda()],
  turnBreakNeedsReason: [no.turnBreakNeedsReason('FR', 'MA', source), no.turnBreakNeedsReason('MA', 'FR', source), no.turnBreakNeedsReason('PS', 'FR', source)],
  convenerIsNotHostSide: [no.convenerIsNotHostSide('Tiznit', source)],
  convenerIsNotRepresentative: [no.convenerIsNotRepresentative('Tiznit', source)],
  delegationNotValid: [no.delegationNotValid('Tiznit', source)],
  meetingStateForbids: Object.keys(meetingMoves).flatMap((from) => Object.keys(meetingMoves).map((to) => no.meetingStateForbids(from, to))),
  meetingIsPast: [no.meetingIsPast(morning)],
  quorumNotMet: [no.quorumNotMet('Tiznit', source)],
  quorumIsMet: [no.quorumIsMet(source)],
  documentsByHost: [no.documentsByHost('Tiznit')],
  documentsClosed: [no.documentsClosed()],
  ballotStillOpen: [no.ballotStillOpen()],
  reasonRequired: [no.reasonRequired()],
  attendanceIsClosed: Object.keys(meetingMoves).map(no.attendanceIsClosed),
  notSeated: [no.notSeated('Nom')],
  remoteNotAllowed: [no.remoteNotAllowed('Nom', source)],
  decisionStateForbids: Object.keys(decisionMoves).map(no.decisionStateForbids),
  correctionNeedsNewDecision: [no.correctionNeedsNewDecision()],
  meetingNotOpenForBallot: [no.meetingNotOpenForBallot()],
  anotherBallotOpen: [no.anotherBallotOpen()],
  ballotClosed: [no.ballotClosed(morning)],
  notOnRoll: [no.notOnRoll()],
  votedTextChanged: [no.votedTextChanged()],
  againstNeedsReason: [no.againstNeedsReason()],
  decisionTextBlank: [no.decisionTextBlank()],
  meetingNotClosed: [no.meetingNotClosed()],
  minutesStateForbids: Object.keys(minutesMoves).map(no.minutesStateForbids),
  authoritativeVersionMissing: [...proseSections, 'discussions, reservations'].map((sections) => no.authoritativeVersionMissing(sections, source)),
  languageNotAllowed: [no.languageNotAllowed('en', source)],
  minutesAlreadySigned: [no.minutesAlreadySigned()],
  minutesAreExecutory: [no.minutesAreExecutory('PV-2026-1')],
  minutesNotNumbered: [no.minutesNotNumbered()],
  coPresidentMissing: [no.coPresidentMissing('Tiznit', source)],
  motiveRequired: [no.motiveRequired()],
  minutesNotFinal: Object.keys(minutesMoves).map(no.minutesNotFinal),
  notTheCoPresident: [no.notTheCoPresident(source)],
  mandateNotRunning: [no.mandateNotRunning('Nom', source)],
  signedTextChanged: [no.signedTextChanged(2, source)],
  alreadySigned: [no.alreadySigned('Tiznit')],
  stepUpRequired: [no.stepUpRequired(5, source)],
  signingMethodNotAccepted: [no.signingMethodNotAccepted('MAIL_CODE', source)],
  placeRequired: [no.placeRequired()],
  interimActMissing: [no.interimActMissing('Arrêté 2026-118')],
};

const sentence = (language: string, { code, args }: Refusal): string => {
  const key = `refusal.${code}`;
  if (!hasPhrase(key)) throw new Error(`no sentence for ${key}`);
  return say(language, key, args);
};

describe('every refusal of the committee', () => {
  const all = Object.entries(said).flatMap(([name, refusals]) => refusals.map((refusal) => ({ name, refusal })));

  it.each(['fr', 'ar'])('has a whole sentence in %s, without a code, a brace or a fallback', (language) => {
    for (const { name, refusal } of all) {
      const words = sentence(language, refusal);
      expect({ name, words, ends: /[.)]$/.test(words) }).toEqual({ name, words, ends: true });
      expect(states.filter((state) => words.includes(state))).toEqual([]);
      expect(words).not.toMatch(/[{}]|ne le permet pas|a changé d’état|cette étape n’est pas possible|لا يسمح بذلك|تغيرت حالتها|هذه الخطوة غير ممكنة/);
    }
  });

  /** What was asked is not there or cannot be read: no rule of the committee is involved. */
  const noRule = ['NOT_FOUND', 'TEXT_TOO_LONG', 'NO_AGREEMENT', 'NO_SUCH_TIME', 'SUBJECT_NOT_DECIDABLE', 'PASSAGE_UNKNOWN'];

  it('says where it comes from, one code per function', () => {
    for (const { refusal } of all) {
      if (noRule.includes(refusal.code)) expect(refusal.source).toBeNull();
      else expect(refusal.source?.reference).toMatch(/^(Art\. \d+|C\d.*|Convention, signatures|Passerelle, (reprise de l’existant|unanimité constatée|arrivées et départs|signature par code))$/);
    }
    const codes = Object.values(said).map((refusals) => new Set(refusals.map(({ code }) => code)));
    expect(codes.every((set) => set.size === 1)).toBe(true);
    expect(new Set(codes.flatMap((set) => [...set])).size).toBe(codes.length);
  });
});
