import { ctxOf } from '../../test/world/ctx.js';
import { batches, payloads } from '../../test/hostile/payloads.js';
import { Work } from '#platform';
import { AppointAdmin } from '#parties';
import type { DemoHouse } from '../../test/world/demo-house.js';

/** Who writes hostile texts, and where they are looked up. */
export interface Pen {
  readonly demo: DemoHouse;
  readonly partnershipId: string;
  /** One mutation, `name selection`; remembers the fields that held a payload. @throws Error naming the refusal */
  write<Shown = { id: string }>(persona: string, call: string, input: object): Promise<Shown>;
  /** One mutation that the server must refuse for what its field holds; answers the codes. @throws Error when it is accepted */
  refuse(persona: string, mutation: string, input: object): Promise<string>;
  rows<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** Signs that a line of one's own never keeps: the sixty are written without them. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
const short = batches(155).map((text) => text.replace(unseen, ' ').trim().slice(0, 160));
const words = (place: number): string => short[place % short.length] ?? '';
/** Letters, so that two names made here never resemble one another. */
const name = (place: number): string => [...String(place)].map((figure) => 'bcdfghjklm'[Number(figure)]).join('a');

/** Names, and words that stand for a consent or an act: no payload passes their grammar. */
export async function refusedOutright(pen: Pen, partyId: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const seat = { partnershipId: pen.partnershipId, partyId, category: 'TECHNICIAN', office: 'Agente', officeAr: 'موظفة', mailAddress: 'agente@ville.example', language: 'fr', from: '2026-11-23' };
  const act = { kind: 'signMinutes', subjectId: pen.partnershipId, version: 1, contentHash: '' };
  const tries: readonly [string, string, string, (text: string) => object][] = [
    ['CorrectMyDataInput.displayName', 'conseillere', 'correctMyData', (displayName) => ({ displayName, language: 'fr' })],
    ['InviteToSeatInput.displayName', 'coordinateur', 'inviteToSeat', (displayName) => ({ ...seat, displayName })],
    ['FirstCoordinatorInput.displayName', 'homologue', 'openPartnership', (displayName) => ({ name: 'Essai', parties: [opened(1, 'FR', { coordinator: { displayName } }), opened(2, 'MA', { coordinator: { displayName } })] })],
    ['NewPartyInput.siren', 'homologue', 'openPartnership', (siren) => ({ name: 'Essai', parties: [opened(1, 'FR', { siren: `${siren}x` }), opened(2, 'MA')] })],
    ['UpdatePartyFactsInput.siren', 'coordinateur', 'updatePartyFacts', (siren) => ({ ...facts(partyId), siren: `${siren}x` })],
    ['UpdatePartyFactsInput.currency', 'coordinateur', 'updatePartyFacts', (currency) => ({ ...facts(partyId), currency: `${currency}x12` })],
    ['UpdatePartyFactsInput.closedDays', 'coordinateur', 'updatePartyFacts', (day) => ({ ...facts(partyId), closedDays: [`${day}x`] })],
    ['UpdatePartyFactsInput.workedDays', 'coordinateur', 'updatePartyFacts', (day) => ({ ...facts(partyId), workedDays: [`${day}x`] })],
    ['EraseMyDataInput.word', 'conseillere', 'eraseMyData', (word) => ({ word })],
    ['AskStepUpInput.kind', 'conseillere', 'askStepUp', (kind) => ({ ...act, kind })],
    ['AskStepUpInput.contentHash', 'conseillere', 'askStepUp', (contentHash) => ({ ...act, contentHash })],
  ];
  const codes = new Map<string, Set<string>>();
  for (const [field, persona, mutation, input] of tries) {
    const seen = new Set<string>();
    for (const payload of payloads) seen.add(await pen.refuse(persona, mutation, input(payload)));
    codes.set(field, seen);
  }
  return codes;
}

const facts = (partyId: string, place = 0) => ({ partyId, expectedVersion: place, presidentTitle: 'Maire', presidentTitleAr: 'عمدة', currency: 'EUR' });
/** A party's facts, hostile in every line. */
const hostileFacts = (place: number): object => ({
  presidentTitle: words(place), presidentTitleAr: words(place + 1), hierarchy: words(place + 2), contact: words(place + 3), networks: [words(place + 4), words(place + 5)],
  authorityNote: words(place + 6), authoritySource: words(place + 7), supervision: words(place + 8),
});

/** A party whose every name is hostile, but for what is given of it and of its coordinator. */
function opened(place: number, country: string, { coordinator = {}, ...facts }: { readonly coordinator?: object; readonly [fact: string]: unknown } = {}): object {
  return {
    organisation: words(place + 1), kind: 'MUNICIPALITY', shortName: words(place), country, hierarchy: words(place + 2), presidentTitle: words(place + 3), presidentTitleAr: words(place + 4),
    networks: [words(place + 7), words(place + 8)], authorityNote: words(place + 9), authoritySource: words(place + 10), supervision: words(place + 11), ...facts,
    coordinator: { displayName: `Jeanne ${name(place)}`, mailAddress: `${name(place)}@${country.toLowerCase()}.example`, language: 'fr', office: words(place + 5), officeAr: words(place + 6), ...coordinator },
  };
}

/** Whoever runs the instance, appointed as `passerelle init` does. */
export async function appointAdmin({ demo, rows }: Pen, mailAddress: string): Promise<void> {
  const [person] = await rows<{ id: string }>('select id from person where mail_address = $1', [mailAddress]);
  const answer = await new AppointAdmin(demo.house.app.get(Work)).run(ctxOf(null, { audience: 'INSTANCE' }), { personId: person?.id ?? '' });
  if (answer.refused) throw new Error(answer.code);
}

/** Partnerships whose every name is hostile; one person coordinates all of them. Answers their ids. */
export async function openPartnerships(pen: Pen): Promise<string[]> {
  const ids: string[] = [];
  for (const [place, text] of short.entries()) {
    const hers = { displayName: 'Vice Présidente', mailAddress: 'vice-presidente@tiznit.example' };
    const { id } = await pen.write('homologue', 'openPartnership id', { name: text, parties: [opened(place, 'FR', { coordinator: hers }), opened(place + 1, 'MA', { coordinator: { mailAddress: `${name(place)}@autre.example` } })] });
    const [invitation] = await pen.rows<{ id: string }>(`select invitation.id from invitation join person on person.id = person_id where partnership_id = $1 and mail_address = $2`, [id, hers.mailAddress]);
    await pen.write('vice-presidente', 'acceptInvitation', { invitationId: invitation?.id });
    ids.push(id);
  }
  // A partnership shows its own names alone: what reads them reads all sixty, once.
  const whole = short.join(' ');
  const last = ids.at(-1);
  await pen.rows('update partnership set name = $1 where id = $2', [whole, last]);
  await pen.rows('update party set short_name = $1, president_title = $1, president_title_ar = $1 where partnership_id = $2', [whole, last]);
  await pen.rows('update seat set office = $1, office_ar = $1 where partnership_id = $2', [whole, last]);
  return ids;
}

/** Seats offered and declined, mandates ended, recoveries asked, each with hostile words. Answers an invitation still open to `adjointe`. */
export async function writePeople(pen: Pen, partyId: string): Promise<string> {
  const seat = { partnershipId: pen.partnershipId, partyId, category: 'CABINET', language: 'fr', from: '2026-11-23', isInterim: true, interimDated: '2026-11-20' };
  const [person] = await pen.rows<{ id: string; mandate: string }>(`select person.id, mandate.id as mandate from person join mandate on person_id = person.id where mail_address = 'conseiller@villeneuve-la-garenne.example'`);
  const offer = (place: number) => ({ ...seat, office: words(place), officeAr: words(place + 1), interimDocument: words(place + 2) });
  const open = (place: number) => pen.write('coordinateur', 'inviteToSeat id', { ...offer(place), displayName: 'Adjointe', mailAddress: 'adjointe@villeneuve-la-garenne.example' });
  for (const [place, text] of short.entries()) {
    await pen.write('coordinateur', 'inviteToSeat id', { ...offer(place), displayName: `Aline ${name(place)}`, mailAddress: `aline.${name(place)}@ville.example` });
    await pen.write('adjointe', 'declineInvitation', { invitationId: (await open(place)).id, motive: text });
    await pen.write('coordinateur', 'updatePartyFacts id', { ...facts(partyId, place), ...hostileFacts(place) });
    await pen.write('coordinateur', 'endMandate', { mandateId: person?.mandate, lastDay: '2027-06-30', motive: text });
    await pen.rows('update recovery set stopped_at = asked_at where stopped_at is null');
    await pen.write('coordinateur', 'askRecovery', { partnershipId: pen.partnershipId, personId: person?.id, reason: text });
  }
  // One recovery and one end of a mandate are shown at a time: what reads them reads all sixty.
  const whole = short.join(' ');
  await pen.rows('update recovery set reason = $1 where stopped_at is null', [whole]);
  await pen.rows('update mandate set ended_motive = $2 where id = $1', [person?.mandate, whole]);
  return (await open(0)).id;
}
