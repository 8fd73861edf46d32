import type { Language } from '#kernel';
import { say } from '#phrases';
import { verificationAddress } from '../domain/verification.js';
import { decisionsSection } from './decisions.page.js';
import { attendanceSection, meetingSection } from './meeting.page.js';
import type { Masthead, MinutesDocument, MinutesVersion, PublicCopy, SignedMinutes } from './minutes.facts.js';
import type { Block, OfficialPage, Section } from './page.js';
import { awaitedSignatures, givenSignatures } from './signatures.page.js';
import type { Speaker } from './speaker.js';

/** The whole PV, its signature boxes empty: what is frozen and signed. */
export function minutesPage(minutes: MinutesDocument, speaker: Speaker): OfficialPage {
  const sections = [meetingSection(minutes, speaker), attendanceSection(minutes, speaker)];
  if (minutes.agenda.length > 0) {
    sections.push({ title: speaker.phrase('agenda'), blocks: [{ kind: 'numbered', items: minutes.agenda.map((item) => speaker.text(item)) }] });
  }
  sections.push(decisionsSection(minutes, speaker));
  sections.push(...minutes.prose.map(({ heading, text }) => ({ title: speaker.isolated(speaker.words(heading)), blocks: [{ kind: 'text' as const, paragraphs: speaker.paragraphs(text) }] })));
  sections.push(...(minutes.versions ?? []).map((version) => versionSection(version, minutes, speaker)));
  sections.push(...closing(minutes, speaker), awaitedSignatures(minutes, speaker));
  const hashes = minutes.contentHash ? [{ label: speaker.phrase('contentHash'), hash: minutes.contentHash }] : [];
  sections.push(verification(minutes, hashes, speaker));
  const framed = frame(minutes, speaker);
  const notices = isUnread(minutes, speaker.language) ? [...framed.notices, unreadIn(speaker)] : framed.notices;
  return { ...framed, notices, title: speaker.phrase('title'), sections };
}

const unreadIn = (speaker: Speaker): string => speaker.isolated(say(speaker.language, 'minutes.speaker.unread'));
const isUnread = ({ unread = [] }: Pick<MinutesDocument, 'unread'>, language: Language): boolean => unread.includes(language);

/** The words in another language, dated as that language writes it; they say when no speaker has read them. */
function versionSection({ language, day, text }: MinutesVersion, minutes: MinutesDocument, speaker: Speaker): Section {
  const words = { kind: 'text' as const, paragraphs: [...speaker.foreign(language, day), ...speaker.foreign(language, text)] };
  const unread = { kind: 'notice' as const, tone: 'plain' as const, text: unreadIn(speaker) };
  return { title: speaker.phrase('versionIn', { language }), blocks: isUnread(minutes, language) ? [unread, words] : [words] };
}

/** The sheet that says who signed the frozen PV; it repeats what was decided, and the hash of the PDF that was signed. */
export function signedMinutesPage(signed: SignedMinutes, speaker: Speaker): OfficialPage {
  const { minutes, pdfs } = signed;
  const hashes = [{ label: speaker.phrase('pdfHashFrench'), hash: pdfs.fr }];
  if (pdfs.ar) hashes.push({ label: speaker.phrase('pdfHashArabic'), hash: pdfs.ar });
  if (minutes.contentHash) hashes.push({ label: speaker.phrase('contentHash'), hash: minutes.contentHash });
  const outcome = minutes.decisions.map(({ number, title, adopted }) => ({
    label: speaker.phrase('decision', { number }),
    values: [speaker.text(title), speaker.phrase(adopted ? 'adopted' : 'notAdopted')],
  }));
  const decided: Section[] = outcome.length > 0 ? [{ title: speaker.phrase('decisions'), blocks: [{ kind: 'facts', rows: outcome }] }] : [];
  const sections = [givenSignatures(signed, speaker), verification(minutes, hashes, speaker), meetingSection(minutes, speaker), ...decided];
  return { ...frame(minutes, speaker), overline: speaker.phrase('committeeMinutes'), title: speaker.phrase('signedTitle'), sections };
}

/** The copy for anybody: what was decided, who signed by office, which hashes. It says itself what it leaves out. */
export function publicCopyPage(copy: PublicCopy, speaker: Speaker): OfficialPage {
  const hashes = [];
  if (copy.signedPdf) hashes.push({ label: speaker.phrase('pdfHashFrench'), hash: copy.signedPdf });
  if (copy.contentHash) hashes.push({ label: speaker.phrase('contentHash'), hash: copy.contentHash });
  const leftOut: Section = { title: speaker.phrase('publicCopy'), blocks: [{ kind: 'notice', tone: 'plain', text: speaker.phrase('publicCopyNotice') }] };
  const signed = { minutes: { ...copy, members: [] }, signatures: copy.signatures, executoryAt: copy.executoryAt, pdfs: { fr: copy.signedPdf ?? '' } };
  const sections = [leftOut, decisionsSection({ ...copy, members: [] }, speaker), givenSignatures(signed, speaker), meetingSection(copy, speaker), verification(copy, hashes, speaker)];
  return { ...frame(copy, speaker), overline: speaker.phrase('committeeMinutes'), title: speaker.phrase('publicCopy'), sections };
}

/** What stands around every page of minutes: parties, meeting, number, language. */
export function frame(minutes: Masthead & { readonly date?: string }, speaker: Speaker): Omit<OfficialPage, 'title' | 'sections'> {
  const day = minutes.meeting.opened[0]?.date ?? minutes.date ?? '';
  const number = minutes.number ?? speaker.phrase('draft');
  const clause = minutes.languageClause;
  const authority = clause ? speaker.phrase('authoritative', { reference: speaker.reference(clause) }) : speaker.phrase('authoritativeAlone');
  const names = minutes.parties.map(({ shortName }) => speaker.words(shortName)).join(' – ');
  return {
    language: speaker.language,
    overline: speaker.phrase('committee'),
    subtitle: speaker.phrase(minutes.meeting.kind === 'ORDINARY' ? 'ordinary' : 'extraordinary', { date: speaker.date(day, 'full') }),
    number: speaker.isolated(minutes.number === null || minutes.version > 1 ? `${number} · ${speaker.phrase('version', { version: minutes.version })}` : number),
    stamp: minutes.demo ? speaker.phrase('demo') : null,
    running: speaker.isolated(names),
    pageWord: speaker.phrase('page'),
    parties: minutes.parties.map((party) => ({
      name: speaker.text(party.name),
      country: speaker.text(party.country),
      role: party.id === minutes.meeting.hostPartyId ? speaker.phrase('hostParty') : null,
    })),
    notices: [speaker.phrase('translation'), authority],
  };
}

function closing(minutes: MinutesDocument, speaker: Speaker): Section[] {
  const sections: Section[] = [];
  if (minutes.next) {
    const { host, when } = minutes.next;
    sections.push({ title: speaker.phrase('next'), blocks: [{ kind: 'text', paragraphs: [speaker.phrase('nextHost', { host: speaker.words(host), when: speaker.words(when) })] }] });
  }
  if (minutes.annexes.length > 0) {
    const rows = minutes.annexes.map(({ title, sha256 }) => ({ title: speaker.text(title), hash: sha256 }));
    sections.push({ title: speaker.phrase('annexes'), blocks: [{ kind: 'table', head: [speaker.phrase('annex'), speaker.phrase('hash')], rows }] });
  }
  return sections;
}

/** Where and by which hashes a page of minutes is verified. */
export function verification(minutes: Pick<MinutesDocument, 'verificationUrl' | 'contentHash'>, rows: readonly { label: string; hash: string }[], speaker: Speaker): Section {
  const url = verificationAddress(minutes);
  const blocks: Block[] = [
    ...(rows.length > 0 ? [{ kind: 'hashes' as const, rows }] : []),
    { kind: 'address', text: speaker.phrase('verify'), url, alt: speaker.phrase('qrAlt', { url }) },
    { kind: 'text', paragraphs: [speaker.phrase('attachedFacts')] },
  ];
  return { title: speaker.phrase('verification'), blocks };
}
