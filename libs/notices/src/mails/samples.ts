import type { HandCard, MeetingCard, SignatureContestLetter } from '#deliberation';
import { dateInWords, VersionedZones, type CivilDate, type Json, type RuleSource } from '#kernel';
import { say } from '#phrases';
import { parseMailAddress, type MailAddress } from '#platform';
import type { EnteredLetter } from '#programme';
import { writeAction } from './action.mail.js';
import { writeCancellation, writeConvocation, writeConvocationAgain, writeConvocationMoved } from './convocation.mail.js';
import { writeDigest } from './digest.mail.js';
import { writeAddressChanged, writeAddressCode } from './address-change.mail.js';
import { writeCorrection } from './correction.mail.js';
import { writeChain } from './chain.mail.js';
import { writeConvene } from './convene.mail.js';
import { writePublication, writeRenewal } from './life.mail.js';
import { writeHandDeclined, writeHandSignature } from './hand.mail.js';
import { letterOf } from './letter.js';
import type { Composition, Mail, MailLanguage } from './mail.js';
import { writeExecutory, writeSignatureRefused, writeSignatureReminder, writeSignatureRequested, writeVersionReplaced } from './minutes.mail.js';
import { writeObservationAnswered, writeObservationsAsked } from './observations.mail.js';
import { writeKeyNotice } from './passkey.mail.js';
import { writeAdminAppointed, writeConfirmation, writeCoordinatorInvited, writeInvitation, writeRecoveryAsked, writeRecoveryNotice } from './people.mail.js';
import { writeEnteredFor, writeEntryContested, writeSheetMailed } from './entered.mail.js';
import { writeSignatureContested, writeSignedByCode } from './code-signature.mail.js';
import { writeHandsContested, writeHandsTold } from './hands.mail.js';
import { writeSheetCall } from './sheet-call.mail.js';
import { writePlanFrozen } from './plan-frozen.mail.js';
import { writePlan } from './plan.mail.js';
import { writeProposal } from './proposal.mail.js';
import { staged, writeRow } from './row.mail.js';
import { writeRowMoved } from './row-moved.mail.js';
import { writeCodeByHand, writeSignInCode } from './sign-in-code.mail.js';

/** One mail as it leaves, in one language: printed beside the house, so that a change of words is seen. */
export interface SampleMail {
  readonly rule: string;
  readonly language: MailLanguage;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const publicUrl = 'https://passerelle.example';
const id = '0193a4c2-7d10-7e5a-9c31-5a1f0c2b7e44';
const zones = new VersionedZones();

const article = (reference: string, quote: string): RuleSource => ({ kind: 'ARTICLE', reference, quote });
const convening = article('Art. 5', 'Le comité est convoqué par le représentant du pays hôte.');
const executory = article('Art. 5', 'Les procès-verbaux ne sont exécutoires qu’après signature de chacun des présidents.');
const deadline: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Art. 3, C5 Q8', quote: 'un programme d’actions annuel sera validé par le comité, avant le 31 décembre de l’année n-1' };

const publication: RuleSource = { kind: 'LAW', reference: 'L. 2131-1 CGCT' };
const calendar: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'C3' };
const term = article('Art. 7', 'La convention est conclue pour trois ans, avec tacite reconduction.');

const card: MeetingCard = {
  partnershipId: id,
  meetingId: id,
  kind: 'ORDINARY',
  mode: 'HYBRID',
  state: 'CONVENED',
  hostShortName: 'Ville-du-Nord',
  hostPartyId: id,
  civilDate: '2026-12-10',
  time: '14:00',
  zone: 'Europe/Paris',
  place: 'Hôtel de ville, salle du conseil',
  startsAt: zones.instantOf('2026-12-10' as CivilDate, '14:00', 'Europe/Paris'),
  sequence: 1,
  agenda: ['Plan d’action 2027', 'Bilan de l’année'],
  durations: [45, null],
  localTimes: [
    { shortName: 'Ville-du-Nord', date: '2026-12-10', time: '14:00' },
    { shortName: 'Ville-du-Sud', date: '2026-12-10', time: '13:00' },
  ],
};

type Details = Composition['line']['details'];
const source = (rule: RuleSource): Json => ({ ...rule });
const plan = (standing: string, details: Details = {}): Details => ({ standing, day: '2026-12-31', lastValidDay: '2026-12-30', source: source(deadline), ...details });

const chain = (details: Details): Details => ({ party: 'Ville-du-Sud', number: 'PV-2026-3', day: card.civilDate, since: '2026-11-16', path: '/people', source: source({ kind: 'PRODUCT_DEFAULT', reference: 'F33' }), ...details });

const seat = { name: 'Jeanne Exemple', party: 'Ville-du-Nord', partnership: 'Ville-du-Nord – Ville-du-Sud', office: 'Maire de Ville-du-Nord', confirmation: 'PRESIDENCY' } as const;

const remark = { title: 'Ateliers d’insertion', field: 'section.context', text: 'Le nombre de 40 ateliers est-il confirmé par vos services ?', author: 'Chargée de mission', party: 'Ville-du-Sud' } as const;

const entry = (composition: Composition): EnteredLetter => {
  const { language } = composition.reader;
  const values = { person: 'Claire Exemple', office: language === 'ar' ? 'مهندس التعمير' : 'Ingénieure de l’urbanisme', by: 'Coordination de Ville-du-Sud', day: composition.tools.day('2026-11-20'), said: composition.tools.day('2026-11-18'), channel: 'PAPER' };
  return {
    id, personId: id, person: values.person, party: 'Ville-du-Sud', by: values.by, contestUntil: '2026-12-05', isContested: true, reason: 'J’ai demandé un autre budget au téléphone.',
    title: say(language, 'entered.title.CO_VALIDATE_SHEET', { title: remark.title, year: '2027' }), sentence: say(language, 'entered.sentence', values), outcome: say(language, 'entered.undone.projectSheet'),
  };
};

const handOf: HandCard = { minutesId: id, number: 'PV-2026-3', party: 'Ville-du-Sud', place: 'Ville-du-Sud', signedOn: '2026-11-18', awaited: true, declineReason: null };

const contestedOf = ({ reader: { language } }: Composition, executory: boolean): SignatureContestLetter => {
  const [by, office] = language === 'ar' ? ['منسقة التعاون اللامركزي', 'رئيس جماعة مدينة الجنوب'] : ['Coordinatrice, coopération décentralisée', 'Président de Ville-du-Sud'];
  return { number: 'PV-2026-3', executory, contests: [{ by, office, party: 'Ville-du-Sud', signedAt: new Date('2026-11-20T07:58:00Z'), reason: 'Il était en vol à cette heure et n’a pas ouvert sa messagerie.' }] };
};

interface Sample {
  readonly rule: string;
  readonly details?: Details;
  /** The reader's civil day. */
  readonly today?: string;
  readonly write: (composition: Composition) => Mail;
}

const samples: readonly Sample[] = [
  { rule: 'SIGN_IN_CODE', write: writeSignInCode },
  { rule: 'ADDRESS_CODE', write: writeAddressCode },
  { rule: 'ADDRESS_CHANGED', write: writeAddressChanged },
  { rule: 'SIGN_IN_CODE_BY_HAND', write: (composition) => writeCodeByHand(composition, 'Présidence de Ville-du-Nord') },
  { rule: 'PASSKEY_ADDED', write: writeKeyNotice },
  { rule: 'PASSKEY_REMOVED', write: writeKeyNotice },
  { rule: 'CONVOCATION', write: (composition) => writeConvocation(composition, card, convening) },
  { rule: 'CONVOCATION_MOVED', details: { wasAt: '2026-12-03T13:00:00.000Z', wasPlace: 'Maison des associations', reason: 'Intempéries annoncées' }, write: (composition) => writeConvocationMoved(composition, { ...card, sequence: 2 }, convening) },
  { rule: 'CONVOCATION_AGAIN', write: (composition) => writeConvocationAgain(composition, card, convening) },
  { rule: 'CONVOCATION_CANCELLED', details: { reason: 'Indisponibilité de la salle' }, write: (composition) => writeCancellation(composition, card) },
  { rule: 'MEETING_S-20', details: { day: card.civilDate, host: card.hostShortName, source: source(convening) }, write: writeConvene },
  { rule: 'MEETING_J-50', details: { day: card.civilDate, host: card.hostShortName, year: 2027, lastValidDay: '2026-12-30', source: source(convening) }, today: '2026-11-11', write: writeConvene },
  { rule: 'PROPOSAL_SETTLED', write: (composition) => writeProposal(composition, { day: card.civilDate, points: [{ title: 'Jumelage des écoles', takenUp: true, reason: null }, { title: 'Charte graphique', takenUp: false, reason: 'Déjà tranché en mai.' }] }) },
  { rule: 'PLAN_FROZEN', write: (composition) => writePlanFrozen(composition, { year: 2027, adoption: { lastValidDay: '2026-12-30' as CivilDate, source: deadline } }) },
  { rule: 'OBSERVATIONS_ASKED', write: (composition) => writeObservationsAsked(composition, { meetingOn: '2026-11-16' as CivilDate, until: '2026-11-26' as CivilDate }) },
  { rule: 'OBSERVATION_ANSWERED', write: (composition) => writeObservationAnswered(composition, { takenUp: false, text: 'Le chiffre vient du budget voté.' }) },
  { rule: 'SIGNATURE_REQUESTED', write: (composition) => writeSignatureRequested(composition, { number: 'PV-2026-3', source: executory }) },
  { rule: 'MINUTES_P+7', details: { number: 'PV-2026-3', missing: ['Ville-du-Nord'], source: source(executory) }, write: writeSignatureReminder },
  { rule: 'VERSION_REPLACED', write: writeVersionReplaced },
  { rule: 'SIGNATURE_REFUSED', details: { motive: 'Le budget de l’action 2 n’est pas celui qui a été voté.' }, write: writeSignatureRefused },
  { rule: 'SIGNED_BY_CODE', write: (composition) => writeSignedByCode(composition, { number: 'PV-2026-3', signatures: [{ office: composition.reader.language === 'ar' ? 'رئيس جماعة مدينة الجنوب' : 'Président de Ville-du-Sud', party: 'Ville-du-Sud', signedAt: new Date('2026-11-20T07:58:00Z'), until: new Date('2026-11-22T07:58:00Z') }] }) },
  { rule: 'SIGNATURE_CONTESTED', write: (composition) => writeSignatureContested(composition, contestedOf(composition, false)) },
  { rule: 'SIGNATURE_CONTESTED_EXECUTORY', write: (composition) => writeSignatureContested(composition, contestedOf(composition, true)) },
  { rule: 'EXECUTORY', write: (composition) => writeExecutory(composition, { number: 'PV-2026-3', executoryAt: new Date('2026-12-14T16:05:00Z') }) },
  { rule: 'EXECUTORY_RECTIFYING', write: (composition) => writeExecutory(composition, { number: 'PV-2026-4', executoryAt: new Date('2026-12-18T09:00:00Z'), rectifies: 'PV-2026-3' }) },
  { rule: 'HAND_SIGNATURE', write: (composition) => writeHandSignature(composition, { card: handOf, source: executory }) },
  { rule: 'HAND_DECLINED', write: (composition) => writeHandDeclined(composition, { ...handOf, declineReason: 'La page qui porte l’empreinte manque.' }) },
  { rule: 'SHEET_CALL', write: (composition) => writeSheetCall(composition, { ...remark, sheetId: id }) },
  { rule: 'ENTERED_FOR', write: (composition) => writeEnteredFor(composition, entry(composition)) },
  { rule: 'ENTRY_CONTESTED', write: (composition) => writeEntryContested(composition, entry(composition)) },
  { rule: 'HANDS_TOLD', write: (composition) => writeHandsTold(composition, { day: '2026-11-18', noted: 'Ville-du-Nord', confirmed: 'Ville-du-Sud', lines: [{ title: 'Plan d’action 2027', choice: 'FOR' }, { title: 'Jumelage des écoles', choice: 'ABSTAIN' }], until: '2026-12-03' as CivilDate }) },
  { rule: 'HANDS_CONTESTED', write: (composition) => writeHandsContested(composition, { contests: [{ office: composition.reader.language === 'ar' ? 'نائبة العلاقات الدولية' : 'Adjointe aux relations internationales', title: 'Jumelage des écoles', reason: 'J’ai voté pour.' }] }) },
  { rule: 'SHEET_MAILED', write: (composition) => writeSheetMailed(composition, { sheetId: id, title: remark.title, by: 'Coordination de Ville-du-Nord', party: 'Ville-du-Nord', address: 'coordination@ville-du-nord.example', file: { name: 'Fiche 2027', bytes: Buffer.from('') } }) },
  { rule: 'PUBLICATION_AR+7', details: { party: 'Ville-du-Nord', act: '092-219200789-20261105-DEL2026_41-DE', day: '2026-11-12', agreementId: id, source: source(publication) }, write: writePublication },
  { rule: 'RENEWAL_E-6M', details: { name: 'Convention de coopération', day: '2027-05-20', lastNotice: '2027-02-20', source: source(term) }, write: writeRenewal },
  { rule: 'ACTION_M+1', details: { title: 'Rendez-vous sportif mensuel', what: 'MILESTONE', label: 'Former les éducatrices', day: '2026-11-12', source: source({ kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, suivi des actions' }) }, write: writeAction },
  ...(
    [
      ['SESSION_J-200', { day: '2026-12-31', path: '/meetings', source: source(article('Art. 5', 'Le comité se réunit au moins une fois par an.')) }],
      ['SHEETS_J-75', { year: 2027, day: '2026-10-17', path: '/plans/2027', source: source(calendar) }],
      ['FREEZE_J-45', { year: 2027, day: '2026-11-16', path: '/plans/2027', source: source(calendar) }],
      ['PROPOSALS_S-45', { day: '2026-12-10', path: `/meetings/${id}`, source: source(calendar) }],
      ['ANSWER_S-7', { day: '2026-12-10', count: 3, path: `/meetings/${id}#answer`, source: source(calendar) }],
      ['DRAFTING_S+5', { day: '2026-11-19', path: `/minutes/${id}`, source: source(calendar) }],
      ['RECEIPT_T+5', { name: 'Ville-du-Nord', day: '2026-11-12', path: '/agreement', source: source(publication) }],
      ['CONTROL_AR2M', { name: 'Ville-du-Nord', day: '2026-09-20', path: '/agreement', source: source({ kind: 'LAW', reference: 'L. 2131-6 CGCT' }) }],
      ['VISA_V+30', { name: 'Préfecture de Ville-du-Sud', day: '2026-10-20', path: '/agreement', source: source(term) }],
      ['TACIT_E-1M', { name: 'Convention de coopération', day: '2026-12-20', path: '/agreement', source: source(term) }],
      ['TACIT_E', { name: 'Convention de coopération', day: '2026-11-20', path: '/agreement', source: source(term) }],
      ['WIND_DOWN_N', { name: 'Ville-du-Sud', day: '2027-02-20', path: '/agreement', source: source(term) }],
      ['MANDATE_F-30', { name: 'Ville-du-Sud', office: 'Président de Ville-du-Sud', officeAr: 'رئيس جماعة مدينة الجنوب', day: '2026-12-20', path: '/people', source: source(calendar) }],
    ] as const
  ).map(([rule, details]): Sample => ({ rule, details, write: writeRow })),
  { rule: 'CHAIN_D', details: chain({ what: 'SIGN', hasDesk: true }), write: writeChain },
  { rule: 'CHAIN_D+7', details: chain({ what: 'CONVENE', hasDesk: false }), write: writeChain },
  { rule: 'ROW_MOVED', details: { rule: 'PLAN_J-60', days: -56 }, write: (composition) => writeRowMoved(composition, 'Ville-du-Sud') },
  { rule: 'CORRECTION_ASKED', write: (composition) => writeCorrection(composition, { key: 'quorum', title: say(composition.reader.language, 'rules.title.quorum'), party: 'Ville-du-Sud', motive: 'Le règlement intérieur dit la moitié, et non les deux tiers.', source: { kind: 'PRODUCT_DEFAULT', reference: 'C5 Q25' } }) },
  { rule: 'INVITATION', write: (composition) => writeInvitation(composition, seat) },
  { rule: 'CONFIRMATION_ASKED', write: (composition) => writeConfirmation(composition, seat) },
  { rule: 'COORDINATOR_INVITED', write: (composition) => writeCoordinatorInvited(composition, seat) },
  { rule: 'ADMIN_APPOINTED', write: (composition) => writeAdminAppointed(composition, seat.name) },
  { rule: 'RECOVERY_ASKED', write: (composition) => writeRecoveryAsked(composition, seat.name) },
  { rule: 'RECOVERY_NOTICE', write: (composition) => writeRecoveryNotice(composition, seat.name) },
  {
    rule: 'DIGEST',
    write: (composition) => {
      const of = (details: Details): Composition => ({ ...composition, line: { ...composition.line, details } });
      return writeDigest(composition, [writePlan(of(plan('OPEN'))), writePublication(of({ party: 'Ville-du-Nord', act: null, day: '2026-11-12', agreementId: id, source: source(publication) }))]);
    },
  },
  { rule: 'DIGEST_ASKED', details: { asked: true }, write: (composition) => writeDigest(composition, [writeAction({ ...composition, line: { ...composition.line, details: { title: 'Rendez-vous sportif mensuel', what: 'END', label: '', day: '2026-11-12' } } }), writeSignatureReminder({ ...composition, line: { ...composition.line, details: { number: 'PV-2026-3', missing: ['Ville-du-Nord'], source: source(executory) } } })]) },
  { rule: 'PLAN_J-30', details: plan('OPEN'), today: '2026-12-01', write: writePlan },
  { rule: 'PLAN_J-7', details: plan('ADOPTED'), today: '2026-12-24', write: writePlan },
  { rule: 'PLAN_J+1', details: plan('OPEN'), today: '2027-01-04', write: writePlan },
];

const addressed = (text: string): MailAddress => {
  const address = parseMailAddress(text);
  if (address.refused) throw new Error(`not an address: ${text}`);
  return address.value;
};

function compositionOf({ rule, details = {}, today = '2026-11-20' }: Sample, language: MailLanguage): Composition {
  const at = new Date('2026-11-20T08:00:00Z');
  return {
    line: { rule, partnershipId: id, objectId: id, period: '2027', personId: id, sendAt: at, plannedAt: at, details },
    reader: { personId: id, displayName: 'Présidence', mailAddress: 'presidence@ville.example', language, zone: 'Europe/Paris' },
    tools: {
      zones,
      organizer: addressed('ne-pas-repondre@passerelle.example'),
      today,
      machineNow: at,
      url: (path) => `${publicUrl}${path}`,
      day: (date) => dateInWords(date as CivilDate, language, 'FULL'),
      code: () => '482913',
    },
  };
}

/** Every mail of the house, in French and in Arabic, about towns that do not exist: the same at each call. */
export function sampleMails(): SampleMail[] {
  return samples.flatMap((sample) =>
    (['fr', 'ar'] as const).map((language) => {
      const composition = compositionOf(sample, language);
      const lineId = /^(SIGN_IN|ADDRESS|PASSKEY|ADMIN)_/.test(sample.rule) ? undefined : id;
      const envelope = { lineId, rule: sample.rule, messageId: 'sample@passerelle.example', from: composition.tools.organizer, publicUrl, reader: composition.reader };
      const letter = letterOf(staged(sample.write(composition), sample.rule, language), envelope);
      if (!letter) throw new Error(`the sample of ${sample.rule} has no address`);
      const { subject, text, html } = letter;
      return { rule: sample.rule, language, subject, text, html };
    }),
  );
}
