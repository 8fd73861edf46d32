import { invitationById, recoveryById, stateOf, recoveryState } from '#parties';
import { say } from '#phrases';
import type { Block } from '#platform';
import { isolated } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

/** What the letters about a seat say of it. */
export interface SeatWords {
  readonly name: string;
  readonly party: string;
  readonly partnership: string;
  readonly office: string;
  /** Why another party must confirm; `null` when it need not. */
  readonly confirmation: 'PRESIDENCY' | 'NAME_CLASH' | null;
}

type Letter = 'invitation' | 'confirmation' | 'coordinatorInvited' | 'adminAppointed' | 'recoveryAsked' | 'recoveryNotice';

/** Heading, what, what it waits for, otherwise, one link that only points: nothing is decided by opening it. */
function write({ reader: { language }, tools }: Composition, letter: Letter, { values, more = [], path }: { values: Readonly<Record<string, string>>; more?: readonly string[]; path: string }): Mail {
  const words = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, name === 'why' ? value : isolated(value, language)]));
  const body = say(language, `parties.${letter}.body`, words);
  const paragraphs = [...more, say(language, `parties.${letter}.otherwise`, words)].map((text): Block => ({ kind: 'paragraph', text: [text] }));
  return {
    subject: say(language, `parties.${letter}.subject`, words),
    draft: {
      preheader: body,
      blocks: [{ kind: 'heading', text: [say(language, `parties.${letter}.heading`, words)] }, { kind: 'status', tone: 'ATTENTION', text: [body] }, ...paragraphs],
      button: { label: say(language, `parties.${letter}.button`), url: tools.url(path) },
    },
  };
}

export const writeInvitation = (composition: Composition, { party, partnership, office, confirmation }: SeatWords): Mail => {
  const { language } = composition.reader;
  const more = [...(confirmation ? [say(language, 'parties.invitation.confirmation')] : []), say(language, 'parties.invitation.how')];
  return write(composition, 'invitation', { values: { party, partnership, office }, more, path: `/invitation/${composition.line.objectId}` });
};
export const writeConfirmation = (composition: Composition, { name, party, office, confirmation }: SeatWords): Mail =>
  write(composition, 'confirmation', { values: { name, party, office, why: confirmation ?? 'PRESIDENCY' }, path: '/people#invitations' });
export const writeCoordinatorInvited = (composition: Composition, { name, party }: Pick<SeatWords, 'name' | 'party'>): Mail =>
  write(composition, 'coordinatorInvited', { values: { name, party }, path: '/people#invitations' });
export const writeAdminAppointed = (composition: Composition, name: string): Mail => write(composition, 'adminAppointed', { values: { name }, path: '/' });
export const writeRecoveryAsked = (composition: Composition, name: string): Mail => write(composition, 'recoveryAsked', { values: { name }, path: '/people#recoveries' });
export const writeRecoveryNotice = (composition: Composition, name: string): Mail => write(composition, 'recoveryNotice', { values: { name }, path: '/people#recoveries' });

const seatWords = async (tx: Parameters<Compose>[0], { line, reader }: Composition): Promise<{ words: SeatWords; waits: boolean; unconfirmed: boolean } | null> => {
  const found = await invitationById(tx, line.objectId);
  if (!found) return null;
  const { displayName: name, party, partnership, office, officeAr, confirmation, confirmedAt } = found;
  const state = stateOf(found, tx.now());
  const words = { name, party, partnership, office: reader.language === 'ar' ? officeAr : office, confirmation };
  return { words, waits: state === 'INVITED', unconfirmed: confirmation !== null && confirmedAt === null && (state === 'INVITED' || state === 'ACCEPTED') };
};

/** Nothing for an invitation answered, taken back or expired meanwhile. */
export const invitationMail: Compose = async (tx, composition) => {
  const seat = await seatWords(tx, composition);
  return seat?.waits ? writeInvitation(composition, seat.words) : null;
};

export const confirmationMail: Compose = async (tx, composition) => {
  const seat = await seatWords(tx, composition);
  return seat?.unconfirmed ? writeConfirmation(composition, seat.words) : null;
};

/** Also when it was answered meanwhile: that somebody outside the partnership named her is the news. */
export const coordinatorInvitedMail: Compose = async (tx, composition) => {
  const seat = await seatWords(tx, composition);
  return seat && writeCoordinatorInvited(composition, seat.words);
};

export const adminAppointedMail: Compose = async (tx, composition) => {
  const [person] = await tx.query<{ name: string }>('select display_name as name from person where id = $1', [composition.line.objectId]);
  return person ? writeAdminAppointed(composition, person.name) : null;
};

export const recoveryAskedMail: Compose = async (tx, composition) => {
  const recovery = await recoveryById(tx, composition.line.objectId);
  return recovery && recoveryState(recovery, tx.now()) === 'ASKED' ? writeRecoveryAsked(composition, recovery.displayName) : null;
};

/** The notice goes to everybody, the person's old address among them: it is hers until the 72 hours have passed. */
export const recoveryNoticeMail: Compose = async (tx, composition) => {
  const recovery = await recoveryById(tx, composition.line.objectId);
  return recovery && recovery.confirmedAt && !recovery.stoppedAt ? writeRecoveryNotice(composition, recovery.displayName) : null;
};
