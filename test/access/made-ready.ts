import { randomUUID } from 'node:crypto';
import { InstanceSecret, sixDigits } from '#identity';
import type { Who } from './cast.js';
import { scanSha256, type Stage } from './stage.js';

/** Who can do the act now, and with what; `at` when it is done at another instant of the legal clock than the story's last. */
export interface Ready {
  readonly who: Who;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly at?: Date;
}
/** What is done first, so that the act can be. */
export type Preparation = (stage: Stage) => Promise<Ready>;
type Preparations = Readonly<Record<string, Preparation>>;

const unanimous = ({ things }: Stage): object => ({ meetingId: things.meetings.polling, rounds: [{ decisionId: things.decisionId, exceptions: [] }] });
async function noted(stage: Stage): Promise<string> {
  await stage.act('own-C', 'noteHands', unanimous(stage));
  return stage.newest('hands');
}
const broughtByHand = async (stage: Stage): Promise<string> => {
  await stage.join('other-C', `handSignature/${stage.things.minutes.final}`, { place: 'là', signedOn: '2026-10-01' });
  return stage.newest('hand_signature');
};

const committee: Preparations = {
  planAgendaItem: async (stage) => ({ who: 'own-C', input: { agendaItemId: await stage.newest('agenda_item', `meeting_id = '${stage.things.meetings.scheduled}'`), durationMinutes: 20 } }),
  settleAgendaProposal: async (stage) => {
    await stage.act('other-E', 'proposeAgendaItem', { meetingId: stage.things.meetings.scheduled, title: 'Point' });
    return { who: 'own-C', input: { proposalId: await stage.newest('agenda_proposal'), takenUp: true } };
  },
  detachFromAgendaItem: async (stage) => {
    const itemId = await stage.newest('agenda_item', `meeting_id = '${stage.things.meetings.scheduled}'`);
    return { who: 'own-C', input: { attachmentId: await stage.join('own-C', `agendaItem/${itemId}`) } };
  },
  takeGuestOff: async (stage) => {
    await stage.act('own-C', 'noteGuest', { meetingId: stage.things.meetings.convened, name: 'Association' });
    return { who: 'own-C', input: { guestId: await stage.newest('meeting_guest') } };
  },
  takeBackMovement: async (stage) => {
    await stage.act('own-C', 'noteMovement', { meetingId: stage.things.meetings.polling, seatId: stage.things.memberSeatId, kind: 'LEFT' });
    return { who: 'own-C', input: { movementId: await stage.newest('attendance_movement') } };
  },
  noteHands: async (stage) => ({ who: 'own-C', input: { ...unanimous(stage) } }),
  confirmHands: async (stage) => ({ who: 'other-C', input: { handsId: await noted(stage) } }),
  withdrawHands: async (stage) => ({ who: 'own-C', input: { handsId: await noted(stage), reason: 'Motif' } }),
  contestHands: async (stage) => {
    const handsId = await noted(stage);
    await stage.act('other-C', 'confirmHands', { handsId });
    return { who: 'own-E', input: { handsId, ballotId: await stage.newest('ballot'), reason: 'Motif' } };
  },
  contestSignature: async (stage) => {
    const { minutes, finalHash } = stage.things;
    await stage.act('own-P', 'signMinutes', { minutesId: minutes.final, contentHash: finalHash, place: 'ici' });
    return { who: 'own-C', input: { minutesId: minutes.final, partyId: stage.ground.parties.own, reason: 'Motif' } };
  },
  answerObservation: async (stage) => {
    await stage.act('own-P', 'observeMinutes', { minutesId: stage.things.minutes.review, kind: 'CHANGE', text: 'Une date' });
    return { who: 'own-C', input: { observationId: await stage.newest('minutes_observation'), takenUp: true } };
  },
  confirmHandSignature: async (stage) => ({ who: 'own-C', input: { id: await broughtByHand(stage), contentHash: stage.things.finalHash, scanSha256 } }),
  declineHandSignature: async (stage) => ({ who: 'own-C', input: { id: await broughtByHand(stage), reason: 'Motif' } }),
  withdrawHandSignature: async (stage) => ({ who: 'other-C', input: { id: await broughtByHand(stage) } }),
};

const proposed = async (stage: Stage): Promise<Record<string, unknown>> => {
  const { partnershipId } = stage.ground;
  await stage.confirmedPaper();
  const decisionId = await stage.newest('decision');
  await stage.act('own-C', 'draftSheet', { partnershipId, year: 2030, kind: 'PROJECT', title: 'Fiche', axisId: stage.things.axisId });
  return { partnershipId, year: 2030, decisionId, sheetIds: [await stage.newest('project_sheet')] };
};
const takenUp = async (stage: Stage): Promise<string> => {
  await stage.act('own-C', 'takeUpPlan', await proposed(stage));
  return stage.newest('taken_up_plan');
};

const joining: Preparations = {
  confirmPaperMinutes: async (stage) => ({ who: 'other-C', input: await stage.seenOf(await stage.paper()) }),
  notePaperMinutes: async (stage) => ({ who: 'own-C', input: { id: await stage.confirmedPaper(), words: 'Note' } }),
  takeUpPlan: async (stage) => ({ who: 'own-C', input: await proposed(stage) }),
  confirmTakenUpPlan: async (stage) => ({ who: 'other-C', input: { id: await takenUp(stage) } }),
  withdrawTakeUp: async (stage) => ({ who: 'own-C', input: { id: await takenUp(stage) } }),
  withdrawPastImport: async (stage) => {
    await stage.act('own-C', 'importPastProjects', { partnershipId: stage.ground.partnershipId, table: 'Titre\tAnnées\nÉcole\t2004' });
    return { who: 'own-C', input: { importId: await stage.newest('past_import') } };
  },
};

const started = async (stage: Stage): Promise<string> => {
  const { actionId } = stage.things;
  await stage.act('own-C', 'startAction', { actionId });
  return actionId;
};
const rate = { from: 'EUR', to: 'MAD', value: '10,8534', day: '2026-09-30', source: 'Banque centrale' };

const programme: Preparations = {
  detachFromSheet: async (stage) => ({ who: 'own-T', input: { attachmentId: await stage.join('own-T', `projectSheet/${stage.things.sheets.draft}`) } }),
  reportAction: async (stage) => ({ who: 'own-C', input: { actionId: await started(stage), percent: 10 } }),
  completeAction: async (stage) => ({ who: 'own-C', input: { actionId: await started(stage), completedOn: '2026-10-01' } }),
  // An action of a plan is given up by another decision, and an executory one.
  cancelAction: async (stage) => {
    await stage.confirmedPaper();
    return { who: 'own-C', input: { actionId: stage.things.actionId, decisionId: await stage.newest('decision'), reason: 'Motif' } };
  },
  closeActionMilestone: async (stage) => {
    const actionId = await started(stage);
    await stage.act('own-C', 'setActionMilestone', { actionId, label: 'Jalon', dueOn: '2026-11-30' });
    return { who: 'own-C', input: { actionId, milestone: 2, doneOn: '2026-10-01' } };
  },
  liftBlocker: async (stage) => {
    const actionId = await started(stage);
    await stage.act('own-C', 'raiseBlocker', { actionId, what: 'Visa', since: '2026-10-01' });
    return { who: 'own-C', input: { actionId, blocker: 2, liftedOn: '2026-10-01' } };
  },
  recordExchangeRate: async ({ ground: { partnershipId } }) => ({ who: 'own-C', input: { partnershipId, ...rate } }),
  withdrawExchangeRate: async (stage) => {
    await stage.act('own-C', 'recordExchangeRate', { partnershipId: stage.ground.partnershipId, ...rate });
    return { who: 'own-C', input: { rateId: await stage.newest('exchange_rate') } };
  },
};

const quorum = { key: 'quorum', parts: [{ name: 'value', values: ['NONE'] }], source: { kind: 'LAW', reference: 'Loi' } };

const agreement: Preparations = {
  recordAgreement: async (stage) => ({ who: 'seatless', input: { partnershipId: await stage.setUp(), template: 'COOPERATION', displayName: 'Convention' } }),
  correctAgreement: async (stage) => ({ who: 'seatless', input: { ...(await stage.recorded()), kind: 'CONVENTION', displayName: 'Autre convention' } }),
  writeArticles: async (stage) => ({ who: 'seatless', input: { ...(await stage.recorded()), text: 'Article 1\nCoopérer.' } }),
  writeAxes: async (stage) => ({ who: 'seatless', input: { ...(await stage.recorded()), axes: [] } }),
  setRule: async (stage) => ({ who: 'seatless', input: { partnershipId: (await stage.recorded()).partnershipId, ...quorum } }),
  confirmService: async (stage) => {
    const { partnershipId } = await stage.recorded();
    return { who: 'seatless', input: { partnershipId, edition: await stage.editionOf(partnershipId) } };
  },
  withdrawAxis: async (stage) => {
    await stage.act('own-C', 'proposeAxis', { partnershipId: stage.ground.partnershipId, title: 'Climat', titleAr: 'المناخ', text: 'Un climat vivable.' });
    return { who: 'own-C', input: { axisId: await stage.newest('axis') } };
  },
  withdrawTerminationNotice: async (stage) => {
    const { agreementId } = stage.things;
    await stage.act('own-C', 'giveTerminationNotice', { agreementId, partyId: stage.ground.parties.own, sentOn: '2026-01-09', motive: 'Motif' });
    return { who: 'own-C', input: { agreementId, noticeId: await stage.newest('life_entry', `kind = 'NOTICE'`), withdrawnOn: '2026-01-10', motive: 'Motif' } };
  },
};

async function invited(stage: Stage, category: string, more: object = {}): Promise<string> {
  const { partnershipId, parties } = stage.ground;
  const named = { displayName: 'Person seatless', mailAddress: 'seatless@access.example', language: 'fr', office: 'Office', officeAr: 'منصب', from: '2026-11-01', ...more };
  await stage.act('own-C', 'inviteToSeat', { partnershipId, partyId: parties.own, category, ...named });
  return stage.newest('invitation');
}
const leaves = async (stage: Stage, who: Who, lastDay: string): Promise<void> => {
  await stage.act('own-C', 'endMandate', { mandateId: await stage.ground.mandateOf(stage.personOf(who)), lastDay, motive: 'Départ' });
};
const afterSeventyTwoHours = new Date('2026-10-05T12:30:00Z');

const people: Preparations = {
  acceptInvitation: async (stage) => ({ who: 'seatless', input: { invitationId: await invited(stage, 'TECHNICIAN') } }),
  declineInvitation: async (stage) => ({ who: 'seatless', input: { invitationId: await invited(stage, 'TECHNICIAN') } }),
  // « No self-appointed mayor »: the other side confirms whoever comes to preside.
  confirmInvitation: async (stage) => {
    await leaves(stage, 'own-P', '2026-12-31');
    return { who: 'other-C', input: { invitationId: await invited(stage, 'CO_PRESIDENT', { from: '2027-01-01' }) } };
  },
  applyRecovery: async (stage) => {
    await stage.act('other-C', 'confirmRecovery', { recoveryId: stage.things.people.recovery });
    return { who: 'own-C', input: { recoveryId: stage.things.people.recovery }, at: afterSeventyTwoHours };
  },
  inviteCoordinator: async (stage) => {
    const { partnershipId, parties } = stage.ground;
    await stage.ask(`update mandate set "until" = '2026-09-01' where person_id = $1`, [stage.personOf('own-C')]);
    const coordinator = { displayName: 'Karim Alami', mailAddress: 'karim@access.example', language: 'fr', office: 'Coordinateur', officeAr: 'منسق' };
    return { who: 'admin', input: { partnershipId, partyId: parties.own, coordinator } };
  },
};

const self: Preparations = {
  eraseMyData: async () => ({ who: 'seatless', input: { word: 'EFFACER' } }),
  confirmAddressChange: async (stage) => {
    await stage.act('seatless', 'askAddressChange', { mailAddress: 'ailleurs@access.example' });
    return { who: 'seatless', input: { code: sixDigits(stage.ground.house.app.get(InstanceSecret).value, await stage.newest('address_change')) } };
  },
  revokeSession: async (stage) => {
    await stage.ask(
      `insert into session select (jsonb_populate_record(held, jsonb_build_object('id', gen_random_uuid(), 'token_hash', '\\x' || repeat('ab', 32)))).* from session held where person_id = $1`,
      [stage.personOf('seatless')],
    );
    return { who: 'seatless', input: { sessionId: (await stage.ask<{ id: string }>(`select id from session where person_id = $1 and token_hash = decode(repeat('ab', 32), 'hex')`, [stage.personOf('seatless')]))[0]?.id } };
  },
  removePasskey: async (stage) => {
    const passkeyId = randomUUID();
    await stage.ask(
      `insert into passkey (id, person_id, credential_id, public_key, counter, aaguid, synced, added_how, added_at, signs_after) values ($1, $2, 'a-key', '\\x00', 0, '', false, 'SESSION', now(), now())`,
      [passkeyId, stage.personOf('seatless')],
    );
    return { who: 'seatless', input: { passkeyId } };
  },
};

const reminders: Preparations = {
  closeCalendarFeed: async (stage) => {
    await stage.ground.as('own-C').ask('mutation { openCalendarFeed { __typename } }');
    return { who: 'own-C' };
  },
  // Weeks after the minutes became final, and nobody has signed.
  remindLate: async ({ ground: { partnershipId } }) => ({ who: 'own-C', input: { partnershipId }, at: new Date('2026-11-30T12:00:00Z') }),
  silenceReminders: async (stage) => {
    const reminderId = randomUUID();
    await stage.ask(
      `insert into reminder (id, partnership_id, rule, object_kind, object_id, period, person_id, occurrence, channel, due_on, send_at, state, priority, attempts, message_id, details, planned_at)
       values ($1, $2, 'MINUTES_P+3', 'minutes', $3, '1', $4, 1, 'MAIL', '2026-10-06', '2026-10-06T08:00:00Z', 'PLANNED', 50, 0, 'm@passerelle.example', '{}', now())`,
      [reminderId, stage.ground.partnershipId, stage.things.minutes.final, stage.personOf('own-P')],
    );
    return { who: 'own-P', input: { reminderId, until: '2026-10-08' } };
  },
  resumeSending: async (stage) => {
    await stage.ask(`insert into epoch (id, number, restored_at, backup_taken_at, backup_id) values (gen_random_uuid(), 1, now(), now(), repeat('a', 64))`);
    return { who: 'admin' };
  },
};

/** Acts that nobody can do where the story stops, and how they come to be done: by the people's own acts; by hand where a machine's would be. */
export const preparations: Preparations = { ...committee, ...joining, ...programme, ...agreement, ...people, ...self, ...reminders };

/** Acts without a key, and why a second sending does no second thing. */
export const withoutKey: Readonly<Record<string, string>> = {
  signIn: 'the code is used once, in the browser that asked for it',
  askPasskeyRegistration: 'a question to an authenticator: the last one counts',
  askPasskeySignIn: 'a question to an authenticator, before anybody has signed in',
  askStepUp: 'a question to an authenticator: the last one counts',
  registerPasskey: 'answers a question that is asked once',
  signInWithPasskey: 'answers a question that is asked once',
  proveStepUp: 'answers a question that is asked once',
};
/** Acts of another house: this one is no demonstration. */
export const elsewhere: Readonly<Record<string, string>> = { moveDemoClock: 'the clock of a demonstration' };
