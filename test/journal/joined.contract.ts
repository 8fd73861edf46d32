import { pdf } from '../hostile/file-maker.js';
import { asking } from '../upgrade/rows.js';
import type { DemoHouse } from '../world/demo-house.js';

async function send({ url }: DemoHouse, { persona, to, beside = {} }: { persona: string; to: string; beside?: Readonly<Record<string, string>> }): Promise<string> {
  const entered = await fetch(`${url}/demo/${persona}`, { redirect: 'manual' });
  const form = new FormData();
  for (const [name, value] of Object.entries(beside)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(pdf())]), 'note de Mme Exemple.pdf');
  const response = await fetch(`${url}/files/attachments/${to}`, { method: 'POST', headers: { origin: url, cookie: (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }, body: form });
  if (response.status !== 201) throw new Error(`${to}: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { id: string }).id;
}

/** Documents as people join them: one to a fiche still in the making, two to a fiche then shared (one taken back before), one to the agenda. */
export async function joinDocuments(demo: DemoHouse): Promise<{ inDraft: string; shared: string; takenBack: string; onAgenda: string }> {
  const [writer, steward] = [await demo.as('technicienne'), await demo.as('coordinateur')];
  const [party] = await asking<{ partnershipId: string; id: string }>(
    demo.database.superuser,
    `select partnership_id as "partnershipId", party.id from party join organisation on organisation.id = organisation_id join territory on territory.id = territory_id where country = 'FR'`,
  );
  const { partnershipId, id: hostPartyId } = party!;
  const draft = async (title: string): Promise<string> => (await writer.act<{ id: string }>('draftSheet', { partnershipId, year: 2027, kind: 'PROJECT', title }, 'id')).id;
  const [kept, given] = [await draft('En préparation'), await draft('Partagée')];
  const inDraft = await send(demo, { persona: 'technicienne', to: `projectSheet/${kept}` });
  const shared = await send(demo, { persona: 'technicienne', to: `projectSheet/${given}` });
  const takenBack = await send(demo, { persona: 'technicienne', to: `projectSheet/${given}` });
  await writer.act('detachFromSheet', { attachmentId: takenBack });
  // Shared as its submission would: what its rules ask of a complete fiche is not the matter here.
  await asking(demo.database.superuser, `update project_sheet set state = 'SUBMITTED', submitted_at = (select max(occurred_at) from attachment) + interval '1 minute' where id = $1`, [given]);
  const wish = { partnershipId, kind: 'EXTRAORDINARY', mode: 'REMOTE', civilDate: '2027-03-04', time: '10:00', place: 'À distance', hostPartyId, turnReason: 'Une urgence' };
  const meeting = await steward.act<{ id: string }>('scheduleMeeting', wish, 'id');
  const { agenda } = await steward.act<{ agenda: { id: string }[] }>('addAgendaItem', { meetingId: meeting.id, title: 'Le budget' }, 'agenda { id }');
  return { inDraft, shared, takenBack, onAgenda: await send(demo, { persona: 'coordinateur', to: `agendaItem/${agenda[0]!.id}` }) };
}

/** Acts whose tables the demonstration leaves empty: a dated rate, a step that moves, past projects from a table. */
export async function recordBesides(demo: DemoHouse): Promise<{ readonly scan: string }> {
  const steward = await demo.as('coordinateur');
  const [at] = await asking<{ partnershipId: string }>(demo.database.superuser, 'select partnership_id as "partnershipId" from action_plan limit 1');
  const { partnershipId } = at!;
  await steward.act('recordExchangeRate', { partnershipId, from: 'EUR', to: 'MAD', value: '10,85', day: '2026-11-20', source: 'Cours relevé par nos soins' }, 'id');
  await sitBesides(demo, partnershipId);
  await steward.act('moveMilestone', { partnershipId, milestone: 'MEETING', daysBefore: 28 }, 'year');
  await steward.act('moveReminderRow', { partnershipId, rule: 'PLAN_J-60', days: -56 }, 'rule');
  await steward.act('importPastProjects', { partnershipId, fileName: 'projets.csv', table: 'Titre;Années;Lieu;Source\nÉcole de musique;2012;Tiznit;Rapport 2013\nAtelier de tissage;2014-2015;Tiznit;Rapport 2015' }, 'count');
  await prepareMeeting(demo, partnershipId);
  const scan = await bringByHand(demo, partnershipId);
  await observeDraft(demo, partnershipId);
  await contestSignature(demo, partnershipId);
  return { scan };
}

/** The same PV signed on paper, brought by the side that has not signed, and not recognised by the other. */
async function bringByHand(demo: DemoHouse, partnershipId: string): Promise<string> {
  const [waiting] = await asking<{ id: string; day: string }>(demo.database.superuser, `select id, (finalised_at::date + 1)::text as day from minutes where partnership_id = '${partnershipId}' and state = 'PARTIALLY_SIGNED' limit 1`);
  const scan = await send(demo, { persona: 'coordinateur', to: `handSignature/${waiting!.id}`, beside: { place: 'Villeneuve-la-Garenne', signedOn: waiting!.day } });
  const [hand] = await asking<{ id: string }>(demo.database.superuser, 'select id from hand_signature');
  await (await demo.as('coordinatrice')).act('declineHandSignature', { id: hand!.id, reason: 'La page de l’empreinte manque' });
  return scan;
}

/** The PV that waits for a signature, corrected, observed by who was there, and answered. */
async function observeDraft(demo: DemoHouse, partnershipId: string): Promise<void> {
  const [steward, mayor] = [await demo.as('coordinateur'), await demo.as('maire')];
  const [waiting] = await asking<{ id: string; version: number }>(demo.database.superuser, `select id, prose_version as version from minutes where partnership_id = '${partnershipId}' and state in ('FINAL', 'PARTIALLY_SIGNED') limit 1`);
  await steward.act('editMinutes', { minutesId: waiting!.id, expectedVersion: waiting!.version, prose: [{ language: 'fr', discussion: 'Les échanges, corrigés.' }] });
  await steward.act('reviewMinutes', { minutesId: waiting!.id });
  const { observations } = await mayor.act<{ observations: { list: { id: string }[] } }>('observeMinutes', { minutesId: waiting!.id, kind: 'CHANGE', text: 'Une date manque.' }, 'observations { list { id } }');
  await steward.act('answerObservation', { observationId: observations.list[0]!.id, takenUp: false, text: 'Elle est en tête.' });
}

/** The same PV made final, signed by one side, whose coordination contests the signature: a draft again. */
async function contestSignature(demo: DemoHouse, partnershipId: string): Promise<void> {
  const [steward, mayor] = [await demo.as('coordinateur'), await demo.as('maire')];
  const [read] = await asking<{ id: string }>(demo.database.superuser, `select id from minutes where partnership_id = '${partnershipId}' and state = 'REVIEW'`);
  const minutesId = read!.id;
  const { contentHash } = await steward.act<{ contentHash: string }>('finaliseMinutes', { minutesId }, 'contentHash');
  const { signatures } = await mayor.act<{ signatures: { party: { id: string } }[] }>('signMinutes', { minutesId, contentHash, place: 'Mairie' }, 'signatures { party { id } }');
  await steward.act('contestSignature', { minutesId, partyId: signatures[0]!.party.id, reason: 'Elle n’a pas ouvert sa messagerie.' });
}

/** A meeting answered, moved, called again, with a point proposed and its safety sheet. */
async function prepareMeeting(demo: DemoHouse, partnershipId: string): Promise<void> {
  const [steward, mayor, member] = [await demo.as('coordinateur'), await demo.as('maire'), await demo.as('technicienne')];
  const [host] = await asking<{ id: string }>(demo.database.superuser, `select party.id from party join organisation on organisation.id = organisation_id join territory on territory.id = territory_id where country = 'FR' limit 1`);
  const wish = { kind: 'EXTRAORDINARY', mode: 'HYBRID', civilDate: '2027-03-10', time: '10:00', place: 'Mairie', hostPartyId: host!.id };
  const { id: meetingId } = await steward.act<{ id: string }>('scheduleMeeting', { partnershipId, ...wish, turnReason: 'Une urgence' }, 'id');
  await member.act('proposeAgendaItem', { meetingId, title: 'Les écoles', why: 'Elles le demandent' });
  await steward.act('keepSafetySheet', { meetingId, expectedVersion: 0, hostContact: 'Coordination', advice: 'NORMAL', adviceOn: '2026-11-20' });
  await mayor.act('conveneMeeting', { meetingId });
  await member.act('answerConvocation', { meetingId, reply: 'NOT_COMING', note: 'En mission' });
  await mayor.act('rescheduleMeeting', { meetingId, civilDate: '2027-03-11', time: '10:00', place: 'Mairie', reason: 'Une salle prise' });
}

/** A table that shows its hands: a guest, a power, votes noted, confirmed and contested. */
async function sitBesides(demo: DemoHouse, partnershipId: string): Promise<void> {
  const [steward, other, mayor] = [await demo.as('coordinateur'), await demo.as('coordinatrice'), await demo.as('maire')];
  const { partnership } = await steward.ask<{ partnership: { parties: { id: string }[]; seats: { id: string; member: boolean }[] } }>('query($id: ID!) { partnership(id: $id) { parties { id } seats { id member } } }', { id: partnershipId });
  const wish = { partnershipId, kind: 'EXTRAORDINARY', mode: 'HYBRID', civilDate: '2027-03-05', time: '10:00', place: 'Mairie', hostPartyId: partnership.parties[0]!.id, turnReason: 'Une urgence' };
  const { id: meetingId } = await steward.act<{ id: string }>('scheduleMeeting', wish, 'id');
  const { decisions } = await steward.act<{ decisions: { id: string }[] }>('addAgendaItem', { meetingId, title: 'Accueil des stagiaires', text: 'Six stagiaires.' }, 'decisions { id }');
  await mayor.act('conveneMeeting', { meetingId });
  await steward.act('noteGuest', { meetingId, name: 'Association', capacity: 'eau' });
  const fall = { meetingId, civilDate: '2026-11-20', time: '18:40', place: 'Gare', what: 'Une chute' };
  const { convening } = await mayor.act<{ convening: { incidents: { id: string }[] } }>('logIncident', fall, 'convening { incidents { id } }');
  await steward.act('logIncident', { ...fall, time: '18:20', done: 'Le médecin est venu', correctsId: convening.incidents[0]!.id });
  const members = partnership.seats.filter(({ member }) => member).map(({ id }) => id);
  await steward.act('recordAttendance', { meetingId, entries: members.map((seatId) => ({ seatId, presence: 'PRESENT' })) });
  await steward.act('openMeeting', { meetingId });
  const { movements } = await steward.act<{ movements: { id: string }[] }>('noteMovement', { meetingId, seatId: members[1], kind: 'LEFT' }, 'movements { id }');
  await steward.act('takeBackMovement', { movementId: movements[0]!.id });
  await steward.act('noteMovement', { meetingId, seatId: members[1], kind: 'LEFT' });
  await steward.act('noteMovement', { meetingId, seatId: members[1], kind: 'ARRIVED' });
  const { hands } = await steward.act<{ hands: { id: string }[] }>('noteHands', { meetingId, rounds: [{ decisionId: decisions[0]!.id, exceptions: [] }] }, 'hands { id }');
  const { hands: confirmed } = await other.act<{ hands: { rounds: { ballotId: string }[] }[] }>('confirmHands', { handsId: hands[0]!.id }, 'hands { rounds { ballotId } }');
  await mayor.act('contestHands', { handsId: hands[0]!.id, ballotId: confirmed[0]!.rounds[0]!.ballotId, reason: 'Je me suis abstenue.' });
}
