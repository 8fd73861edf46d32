import { randomUUID } from 'node:crypto';
import { byId, nowhere, one, type Aim, type Case } from './case.js';
import { door, self } from './own-cases.js';
import { paperOf, type Things } from './story.js';

const ofPartnership = (more: Record<string, unknown> = {}): Case[] => one(({ partnershipId }) => ({ partnershipId, ...more }));

const sheetStates = { draft: ({ sheets }: Things) => sheets.draft, submitted: ({ sheets }: Things) => sheets.submitted, adopted: ({ sheets }: Things) => sheets.adopted };
const planStates = { draft: ({ plans }: Things) => plans.draft, frozen: ({ plans }: Things) => plans.frozen, adopted: ({ plans }: Things) => plans.adopted };
const minutesStates = { draft: ({ minutes }: Things) => minutes.draft, review: ({ minutes }: Things) => minutes.review, final: ({ minutes }: Things) => minutes.final, executory: ({ minutes }: Things) => minutes.executory };

const queries: Readonly<Record<string, Case[]>> = {
  'Query.actionPlan': byId(planStates),
  'Query.actionPlans': ofPartnership(),
  'Query.demo': one(() => ({})),
  'Query.mailbox': one(() => ({})),
  'Query.mailboxMessage': one(() => ({ messageId: 'no-message' })),
  'Query.meeting': byId({ scheduled: ({ meetings }) => meetings.scheduled, sitting: ({ meetings }) => meetings.sitting, 'with draft minutes': ({ meetings }) => meetings.drafted }),
  'Query.meetings': ofPartnership(),
  'Query.minutes': byId(minutesStates),
  'Query.minutesList': ofPartnership(),
  'Query.myTurn': one(() => ({})),
  'Query.partnership': one(({ partnershipId }) => ({ id: partnershipId })),
  'Query.planBoard': ofPartnership({ year: 2027 }),
  'Query.planCalendar': ofPartnership({ year: 2027 }),
  'Query.planTable': ofPartnership({ year: 2027, table: 'Titre\nVenue d’un tableau' }),
  'Query.projectSheet': byId(sheetStates),
  'Query.projectSheets': ofPartnership({ year: 2027 }),
  'Query.sheetVersions': byId(sheetStates, 'sheetId'),
  'Query.sheetDifference': Object.entries(sheetStates).map(([state, idOf]) => ({ state, variables: ({ things }: Aim) => ({ sheetId: idOf(things), from: '1', to: '2' }) })),
  'Query.sheetComments': byId(sheetStates, 'sheetId'),
  'Query.reminders': ofPartnership(),
  'Query.playedYear': ofPartnership({ year: 2027 }),
  'Query.reminderTimeline': ofPartnership(),
  'Query.myCalendarFeed': one(() => ({})),
  'Query.mailChoice': one(() => ({ token: '00000000-0000-7000-8000-000000000000.x' }), 'unknown'),
  'Query.latePeople': ofPartnership(),
  'Query.reminderRows': ofPartnership(),
  'Query.toldAbout': one(({ partnershipId, things }) => ({ partnershipId, page: `/minutes/${things.minutes.final}` })),
  'Query.whyTold': one(() => ({ id: nowhere })),
  'Query.viewer': one(() => ({})),
  'Query.search': ofPartnership({ text: 'fiche' }),
  'Query.enteredActs': ofPartnership(),
  'Query.enteredAct': byId({ '': ({ entered }) => entered }),
  'Query.enteringDesk': [...byId({ draft: sheetStates.draft, submitted: sheetStates.submitted }, 'subjectId'), ...byId({ plan: planStates.draft }, 'subjectId')],
  'Query.followedAction': byId({ adopted: ({ actionId }) => actionId }),
  'Query.followedActions': ofPartnership({ year: 2026 }),
};

const meeting = (state: keyof Things['meetings'], more: Record<string, unknown> = {}): Case[] => one(({ things }) => ({ meetingId: things.meetings[state], ...more }), state);
const minutes = (state: keyof Things['minutes'], more: Record<string, unknown> = {}): Case[] => one(({ things }) => ({ minutesId: things.minutes[state], ...more }), state);
const sheet = (state: keyof Things['sheets'], more: Record<string, unknown> = {}): Case[] => one(({ things }) => ({ sheetId: things.sheets[state], ...more }), state);
const plan = (state: keyof Things['plans'], more: Record<string, unknown> = {}): Case[] => one(({ things }) => ({ planId: things.plans[state], ...more }), state);

const committee: Readonly<Record<string, Case[]>> = {
  'Mutation.scheduleMeeting': one(({ partnershipId, parties }) => ({ partnershipId, hostPartyId: parties.own, kind: 'EXTRAORDINARY', mode: 'REMOTE', civilDate: '2026-12-01', time: '10:00', place: 'ici' })),
  'Mutation.addAgendaItem': meeting('scheduled', { title: 'Point' }),
  'Mutation.conveneMeeting': meeting('scheduled'),
  'Mutation.cancelMeeting': meeting('scheduled', { reason: 'Motif' }),
  'Mutation.answerConvocation': meeting('convened', { reply: 'COMING' }),
  'Mutation.callSilentAgain': meeting('convened'),
  'Mutation.rescheduleMeeting': meeting('scheduled', { civilDate: '2026-12-02', time: '11:00', place: 'là', reason: 'Motif' }),
  'Mutation.planAgendaItem': one(() => ({ agendaItemId: nowhere, durationMinutes: 20 })),
  'Mutation.proposeAgendaItem': meeting('scheduled', { title: 'Point' }),
  'Mutation.settleAgendaProposal': one(() => ({ proposalId: nowhere, takenUp: true })),
  'Mutation.logIncident': meeting('convened', { civilDate: '2026-09-30', time: '08:00', place: 'là', what: 'Une chute' }),
  'Mutation.keepSafetySheet': meeting('scheduled', { expectedVersion: 0, hostContact: 'Contact' }),
  'Mutation.recordAttendance': one(({ things }) => ({ meetingId: things.meetings.convened, entries: [{ seatId: things.memberSeatId, presence: 'EXCUSED' }] }), 'convened'),
  'Mutation.noteGuest': meeting('convened', { name: 'Association' }),
  'Mutation.takeGuestOff': one(() => ({ guestId: nowhere })),
  'Mutation.noteMovement': one(({ things }) => ({ meetingId: things.meetings.polling, seatId: things.memberSeatId, kind: 'LEFT' }), 'polling'),
  'Mutation.takeBackMovement': one(() => ({ movementId: nowhere })),
  'Mutation.noteHands': meeting('idle', { rounds: [] }),
  'Mutation.confirmHands': one(() => ({ handsId: nowhere })),
  'Mutation.withdrawHands': one(() => ({ handsId: nowhere, reason: 'Motif' })),
  'Mutation.contestHands': one(({ things }) => ({ handsId: nowhere, ballotId: things.ballot.id, reason: 'Motif' })),
  'Mutation.openMeeting': meeting('convened'),
  'Mutation.closeMeeting': meeting('idle'),
  'Mutation.openBallot': one(({ things }) => ({ decisionId: things.decisionId }), 'sitting'),
  'Mutation.castVote': one(({ things }) => ({ ballotId: things.ballot.id, choice: 'FOR', textHash: things.ballot.textHash }), 'sitting'),
  'Mutation.closeBallot': one(({ things }) => ({ ballotId: things.ballot.id }), 'sitting'),
  'Mutation.recordReading': [...one(({ things }) => ({ subjectKind: 'meeting', subjectId: things.meetings.convened }), 'convened'), ...one(({ things }) => ({ subjectKind: 'minutes', subjectId: things.minutes.draft }), 'draft minutes')],
  'Mutation.draftMinutes': meeting('closed'),
  'Mutation.editMinutes': one(({ things }) => ({ minutesId: things.minutes.draft, expectedVersion: 2, prose: [{ language: 'fr', discussion: 'Autres échanges' }] }), 'draft'),
  'Mutation.reviewMinutes': minutes('draft'),
  'Mutation.finaliseMinutes': minutes('review'),
  'Mutation.observeMinutes': minutes('review', { kind: 'REMARK', text: 'Une date' }),
  'Mutation.answerObservation': one(() => ({ observationId: nowhere, takenUp: true })),
  'Mutation.readAsSpeaker': minutes('review', { language: 'ar', expectedVersion: 2 }),
  'Mutation.rectifyMinutes': minutes('executory', { reason: 'Motif' }),
  'Mutation.returnMinutesToDraft': minutes('review', { reason: 'Motif' }),
  'Mutation.signMinutes': one(({ things }) => ({ minutesId: things.minutes.final, contentHash: things.finalHash, place: 'ici' }), 'final'),
  'Mutation.contestSignature': one(({ parties, things }) => ({ minutesId: things.minutes.final, partyId: parties.own, reason: 'Motif' }), 'final'),
  'Mutation.refuseMinutes': one(({ things }) => ({ minutesId: things.minutes.final, contentHash: things.finalHash, motive: 'Motif' }), 'final'),
};

const programme: Readonly<Record<string, Case[]>> = {
  'Mutation.draftSheet': one(({ partnershipId, things }) => ({ partnershipId, year: 2027, kind: 'PROJECT', title: 'Fiche', axisId: things.axisId })),
  'Mutation.editSheet': one(({ things }) => ({ sheetId: things.sheets.draft, expectedVersion: 2, title: 'Autre titre' }), 'draft'),
  'Mutation.importPlanTable': one(({ partnershipId }) => ({ partnershipId, year: 2027, table: 'Titre\nVenue d’un tableau' })),
  'Mutation.submitSheet': sheet('draft'),
  'Mutation.coValidateSheet': sheet('submitted', { version: 2 }),
  'Mutation.returnSheet': sheet('submitted', { reason: 'Motif' }),
  'Mutation.withdrawSheet': sheet('draft'),
  'Mutation.enterFor': one(({ things }) => ({ act: 'CO_VALIDATE_SHEET', subjectId: things.sheets.submitted, personId: things.speaker, channel: 'TELEPHONE', saidOn: '2026-10-01' }), 'submitted'),
  'Mutation.contestEntry': one(({ things }) => ({ entryId: things.entered, reason: 'Motif' })),
  'Mutation.readEntry': one(({ things }) => ({ entryId: things.entered })),
  'Mutation.mailSheet': one(({ things }) => ({ sheetId: things.sheets.submitted, personId: things.speaker }), 'submitted'),
  'Mutation.restoreSheet': sheet('draft', { reference: '1', expectedVersion: 2 }),
  'Mutation.setSheetAside': sheet('draft', { expectedVersion: 1, title: 'Titre mis de côté' }),
  'Mutation.commentSheet': [...sheet('draft', { field: 'title', text: 'Remarque' }), ...sheet('submitted', { field: 'title', text: 'Remarque' })],
  'Mutation.settleSheetComment': (['draft', 'submitted'] as const).flatMap((state) => one(({ things }) => ({ commentId: things.comments[state], settled: true }), state)),
  'Mutation.moveReminderRow': ofPartnership({ rule: 'PLAN_J-60', days: -56 }),
  'Mutation.moveMilestone': ofPartnership({ milestone: 'FREEZE', daysBefore: 40 }),
  'Mutation.openPlan': ofPartnership({ year: 2031 }),
  'Mutation.addToPlan': one(({ things }) => ({ planId: things.plans.draft, sheetId: things.sheets.agreed }), 'draft'),
  'Mutation.removeFromPlan': one(({ things }) => ({ planId: things.plans.draft, sheetId: things.sheets.planned }), 'draft'),
  'Mutation.validatePlan': plan('draft'),
  'Mutation.freezePlan': plan('agreed'),
  'Mutation.reopenPlan': plan('frozen'),
  'Mutation.recordExchangeRate': ofPartnership({ from: 'EUR', to: 'MAD', value: '10,8534', day: '2026-11-02', source: 'Banque centrale' }),
  'Mutation.withdrawExchangeRate': one(() => ({ rateId: nowhere })),
};

const onAction = (mutation: string, more: Record<string, unknown> = {}): Record<string, Case[]> => ({ [`Mutation.${mutation}`]: one(({ things }) => ({ actionId: things.actionId, ...more }), 'adopted') });
/** An action that nobody has started: what asks for more is refused by its rule, once the person is let in. */
const followUp: Readonly<Record<string, Case[]>> = {
  'Mutation.openAction': one(({ things }) => ({ decisionId: things.adoptedDecisionId, title: 'Suite', endsOn: '2026-12-15' }), 'adopted'),
  'Mutation.nameActionOwner': one(({ things }) => ({ actionId: things.actionId, seatId: things.memberSeatId }), 'adopted'),
  ...onAction('setActionMilestone', { label: 'Jalon', dueOn: '2026-11-30' }),
  ...onAction('closeActionMilestone', { milestone: 1, doneOn: '2026-09-30' }),
  ...onAction('startAction'),
  ...onAction('reportAction', { percent: 10 }),
  ...onAction('raiseBlocker', { what: 'Visa', since: '2026-09-30' }),
  ...onAction('liftBlocker', { blocker: 1, liftedOn: '2026-09-30' }),
  ...onAction('completeAction', { completedOn: '2026-09-30' }),
  ...onAction('rescheduleAction', { endsOn: '2026-12-20', reason: 'Motif' }),
  ...onAction('cancelAction', { reason: 'Motif' }),
};

const invitation = (mutation: string): Record<string, Case[]> => ({ [`Mutation.${mutation}`]: one(({ things }) => ({ invitationId: things.people.invitation }), 'sent') });
const recovery = (mutation: string): Record<string, Case[]> => ({ [`Mutation.${mutation}`]: one(({ things }) => ({ recoveryId: things.people.recovery }), 'asked') });
const invited = { category: 'TECHNICIAN', office: 'Technicien', officeAr: 'تقني', displayName: 'Karim Alami', mailAddress: 'karim@access.example', language: 'fr', from: '2026-11-01' };
const people: Readonly<Record<string, Case[]>> = {
  'Query.people': ofPartnership(),
  'Query.invitation': one(({ things }) => ({ id: things.people.invitation }), 'sent'),
  'Mutation.inviteToSeat': one(({ partnershipId, parties }) => ({ partnershipId, partyId: parties.own, ...invited })),
  ...invitation('acceptInvitation'), ...invitation('declineInvitation'), ...invitation('confirmInvitation'), ...invitation('resendInvitation'), ...invitation('withdrawInvitation'),
  'Query.partyFacts': one(({ parties }) => ({ partyId: parties.own })),
  'Mutation.updatePartyFacts': one(({ parties }) => ({ partyId: parties.own, expectedVersion: 0, presidentTitle: 'Maire', presidentTitleAr: 'عمدة', currency: 'EUR' })),
  'Mutation.endMandate': one(({ things }) => ({ mandateId: things.people.mandate, lastDay: '2026-12-31', motive: 'Départ' })),
  'Mutation.askRecovery': one(({ partnershipId, things }) => ({ partnershipId, personId: things.people.guest, reason: 'Clé perdue' })),
  ...recovery('confirmRecovery'), ...recovery('stopRecovery'), ...recovery('applyRecovery'),
};

/** Documents joined to a thing come in by a posted form, which has its own tests; what is asked here is the way to take one away. */
const attachments: Readonly<Record<string, Case[]>> = {
  'Mutation.detachFromSheet': one(() => ({ attachmentId: nowhere })),
  'Mutation.detachFromAgendaItem': one(() => ({ attachmentId: nowhere })),
};

const act = (mutation: string, more: Record<string, unknown>, ofParty = true): Record<string, Case[]> =>
  ({ [`Mutation.${mutation}`]: one(({ parties, things }) => ({ agreementId: things.agreementId, ...(ofParty && { partyId: parties.own }), ...more })) });
const ruled = (more: Record<string, unknown>): Case[] => one(({ partnershipId }) => ({ partnershipId, ...more }));
const quorum = { key: 'quorum', parts: [{ name: 'value', values: ['NONE'] }] };
const ofCorrection = one(({ things }) => ({ versionId: things.correction }), 'asked');
const agreement: Readonly<Record<string, Case[]>> = {
  'Query.ruleBook': ofPartnership(),
  'Query.setUp': ofPartnership(),
  'Mutation.recordAgreement': ruled({ template: 'TWINNING', displayName: 'Jumelage' }),
  'Mutation.correctAgreement': ruled({ kind: 'CONVENTION', displayName: 'Convention', textEdition: 0 }),
  'Mutation.writeArticles': ruled({ text: 'Article 1\nCoopérer.', textEdition: 0 }),
  'Mutation.writeAxes': ruled({ axes: [], textEdition: 0 }),
  'Mutation.setRule': ruled({ ...quorum, source: { kind: 'LAW', reference: 'Loi' } }),
  'Mutation.confirmService': ruled({ edition: 1 }),
  'Mutation.proposeRuleChange': ruled({ ...quorum, motive: 'Motif' }),
  'Mutation.proposeAxis': ruled({ title: 'Climat', titleAr: 'المناخ', text: 'Un climat vivable.' }),
  'Mutation.withdrawAxis': one(() => ({ axisId: nowhere })),
  'Mutation.correctRule': ruled({ ...quorum, source: { kind: 'LAW', reference: 'Loi' }, motive: 'Motif' }),
  'Mutation.agreeRuleCorrection': ofCorrection,
  'Mutation.closeRuleAsking': ofCorrection,
  'Query.agreementLives': ofPartnership(),
  'Query.readStamps': ofPartnership({ text: 'Publié le' }),
  ...act('recordCouncilResolution', { body: 'Conseil', decidedOn: '2026-01-05' }),
  ...act('recordAgreementSignature', { office: 'Maire', place: 'ici', signedOn: '2026-01-06' }),
  ...act('recordTransmission', { sentOn: '2026-01-07' }),
  ...act('recordVisa', { authority: 'Gouverneur' }),
  ...act('recordOriginalCopies', { holders: ['La commune'] }, false),
  ...act('recordRenewalReview', { ordinal: 1, reviewedOn: '2026-01-08', outcome: 'RENEW' }, false),
  ...act('giveTerminationNotice', { sentOn: '2026-01-09', motive: 'Motif' }),
  ...act('withdrawTerminationNotice', { noticeId: nowhere, withdrawnOn: '2026-01-10', motive: 'Motif' }, false),
};

const paper = (more: Record<string, unknown> = {}): Case[] => one(({ things }) => ({ id: things.paperId, ...more }), 'entered');
/** What existed before Passerelle. */
const joining: Readonly<Record<string, Case[]>> = {
  'Query.paperMinutes': paper(),
  'Query.paperMinutesList': ofPartnership(),
  'Query.pastTable': ofPartnership({ table: 'Titre\tAnnées\nÉcole\t2004' }),
  'Query.history': ofPartnership(),
  'Query.takeUpOffer': ofPartnership({ year: 2027 }),
  'Mutation.enterPaperMinutes': one(({ partnershipId, parties }) => ({ partnershipId, content: paperOf(parties.own, 'PV n° 2') })),
  'Mutation.correctPaperMinutes': one(({ parties, things }) => ({ id: things.paperId, content: paperOf(parties.own) }), 'entered'),
  'Mutation.withdrawPaperMinutes': paper({ reason: 'Motif' }),
  'Mutation.confirmPaperMinutes': paper({ contentHash: 'x', scanSha256: 'x' }),
  'Mutation.notePaperMinutes': paper({ words: 'Note' }),
  'Mutation.takeUpPlan': one(({ partnershipId, things }) => ({ partnershipId, year: 2027, decisionId: things.decisionId, sheetIds: [things.sheets.draft] })),
  'Mutation.confirmTakenUpPlan': one(() => ({ id: nowhere })),
  'Mutation.withdrawTakeUp': one(() => ({ id: nowhere })),
  'Mutation.importPastProjects': ofPartnership({ table: 'Titre\tAnnées\nÉcole\t2004' }),
  'Mutation.withdrawPastImport': one(() => ({ importId: nowhere })),
};

/** Signatures brought on paper come in by a posted form, which has its own tests; what is asked here is the answer to one. */
const hands: Readonly<Record<string, Case[]>> = {
  'Query.handSignature': one(() => ({ id: nowhere })),
  'Mutation.confirmHandSignature': one(() => ({ id: nowhere, contentHash: 'x', scanSha256: 'x' })),
  'Mutation.declineHandSignature': one(() => ({ id: nowhere, reason: 'Motif' })),
  'Mutation.withdrawHandSignature': one(() => ({ id: nowhere })),
};

const publicly: Readonly<Record<string, Case[]>> = {
  'Query.publicRecord': one(() => ({})),
  'Query.documentVerification': one(() => ({ hash: '0'.repeat(64), claims: [] })),
  'Query.publicMinutes': byId({ final: ({ minutes: { final } }) => final, executory: ({ minutes: { executory } }) => executory }),
  'Query.instanceNotice': one(() => ({})),
  'Query.accessibility': one(() => ({})),
};

const firstCoordinator = (name: string): object => ({ displayName: 'Karim Alami', mailAddress: `${name}@access.example`, language: 'fr', office: 'Coordinateur', officeAr: 'منسق' });
const newParty = (country: string, shortName: string): object => ({
  organisation: `Commune de ${shortName}`, kind: 'MUNICIPALITY', shortName, country, presidentTitle: 'Maire', presidentTitleAr: 'عمدة',
  coordinator: firstCoordinator(country.toLowerCase()),
});
const instance: Readonly<Record<string, Case[]>> = {
  'Query.countryCustoms': one(() => ({})),
  'Query.sendingHold': one(() => ({})),
  'Query.sendingTrouble': one(() => ({})),
  'Mutation.resumeSending': one(() => ({})),
  'Mutation.openCalendarFeed': one(() => ({})),
  'Mutation.closeCalendarFeed': one(() => ({})),
  'Mutation.remindLate': ofPartnership(),
  'Mutation.silenceReminders': one(() => ({ reminderId: nowhere, until: '2026-12-01' })),
  'Query.vacantDesks': one(() => ({})),
  'Mutation.inviteCoordinator': one(({ partnershipId, parties }) => ({ partnershipId, partyId: parties.own, coordinator: firstCoordinator('fr') })),
  'Mutation.openPartnership': one(() => ({ name: 'Ici – Là', parties: [newParty('FR', 'Ici'), newParty('MA', 'Là')] })),
};

/** Every operation of the schema and how the table calls it. An operation that is not here fails the matrix by name. */
export const cases: Readonly<Record<string, Case[]>> = { ...queries, ...committee, ...programme, ...followUp, ...people, ...attachments, ...agreement, ...joining, ...hands, ...publicly, ...door, ...self, ...instance };

/** Rows that speak of nobody’s partnership: the door itself, what is public or one’s own; the search, which answers everybody from what they may read (« search » in the matrix’s spec). */
export const doorRows = /^(Mutation\.(askSignInCode|signIn\w*|signOut|askPasskey\w+|\w+Passkey|askStepUp|proveStepUp|revokeSession|\w+MyData|\w+AddressChange|\w+CalendarFeed|chooseMailRhythm|openPartnership|inviteCoordinator|resumeSending)|Query\.(viewer|my\w+|whoMay|search|instanceNotice|accessibility|public\w+|documentVerification|countryCustoms|vacantDesks|sending\w+)|Public\w+\.\w+|Refused\.sentence|GET \/(health|files\/public)\S*) /;
/** The same shape of ids, of things that are nowhere. */
export function absent(aim: Aim): Aim {
  const emptied = (value: unknown): unknown => {
    if (typeof value === 'string') return /^[0-9a-f-]{36}$/.test(value) ? randomUUID() : value;
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, emptied(inner)])) : value;
  };
  return emptied(aim) as Aim;
}
