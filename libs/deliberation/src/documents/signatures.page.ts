import type { MinutesDocument, MinutesParty, MinutesSignature, SignedMinutes } from './minutes.facts.js';
import type { Block, Section, SignatureBox } from './page.js';
import type { Speaker } from './speaker.js';

type Signatories = Pick<MinutesDocument, 'parties' | 'members' | 'executoryClause'>;
type Given = Pick<SignedMinutes, 'signatures' | 'executoryAt'> & { readonly minutes: Signatories; readonly pdfs: { readonly fr: string } };

const methods = { PASSKEY: 'passkey', MAIL_CODE: 'mailCode', PAPER: 'paper', DEMO: 'demoMethod' } as const;
const levels = { SIMPLE: 'simple', ADVANCED: 'advanced', QUALIFIED: 'qualified' } as const;

/** On the frozen PV: what a signature will do, and one empty box per party, to be signed on paper if they choose to. */
export function awaitedSignatures(minutes: MinutesDocument, speaker: Speaker): Section {
  const blocks: Block[] = [{ kind: 'notice', tone: 'plain', text: speaker.phrase(minutes.number ? 'awaiting' : 'draftNotice') }, ...clause(minutes, speaker)];
  if (minutes.number) blocks.push({ kind: 'boxes', boxes: minutes.parties.map((party) => emptyBox(minutes, party, speaker)) });
  return { title: speaker.phrase('signatures'), blocks };
}

/** On the sheet of signatures: who signed, where, when, how, which hash; and whether the PV is executory. */
export function givenSignatures({ minutes, signatures, executoryAt, pdfs }: Given, speaker: Speaker): Section {
  const reference = speaker.reference(minutes.executoryClause);
  const signatureOf = (party: MinutesParty) => signatures.find(({ partyId, pdfSha256 }) => partyId === party.id && pdfSha256 === pdfs.fr);
  const missing = minutes.parties.filter((party) => !signatureOf(party));
  const executory = missing.length === 0 && executoryAt.length > 0;
  const notice = executory
    ? speaker.phrase('executoryFrom', { date: speaker.moments(executoryAt), reference })
    : speaker.phrase('notExecutory', { names: speaker.list(missing.map(({ shortName }) => speaker.words(shortName))), reference });
  const boxes = minutes.parties.map((party) => {
    const signature = signatureOf(party);
    return signature ? signedBox(party, signature, speaker) : { ...emptyBox(minutes, party, speaker), state: 'missing' as const, seal: speaker.phrase('missing') };
  });
  const blocks: Block[] = [{ kind: 'notice', tone: executory ? 'good' : 'bad', text: notice }, ...clause(minutes, speaker), { kind: 'boxes', boxes }];
  if (executory) blocks.push({ kind: 'text', paragraphs: [speaker.phrase('reciprocal')] });
  return { title: speaker.phrase('signatures'), blocks };
}

function clause({ executoryClause }: Signatories, speaker: Speaker): Block[] {
  if (!executoryClause.quote) return [];
  return [{ kind: 'quote', text: speaker.quote(executoryClause.quote), source: speaker.reference(executoryClause) }];
}

/** The co-president is named, present or not: the seat signs, not whoever came. */
function emptyBox(minutes: Signatories, party: MinutesParty, speaker: Speaker): SignatureBox {
  const president = minutes.members.find(({ partyId, category }) => partyId === party.id && category === 'CO_PRESIDENT');
  return {
    title: speaker.phrase('forParty', { party: speaker.words(party.shortName) }),
    rows: [
      { label: speaker.phrase('name'), value: president ? speaker.text(president.name) : null },
      { label: speaker.phrase('office'), value: president?.office ? speaker.text(president.office) : null },
      { label: speaker.phrase('signedPlace'), value: null },
      { label: speaker.phrase('signedOn'), value: null },
    ].filter(({ label, value }) => value !== null || label !== speaker.phrase('office')),
    state: 'empty',
    seal: speaker.phrase('signature'),
    hash: null,
  };
}

function signedBox(party: MinutesParty, signature: MinutesSignature, speaker: Speaker): SignatureBox {
  const { method, level, name, office } = signature;
  const rows = [
    { label: speaker.phrase('name'), value: name && speaker.text(name) },
    // « Nom et qualité » belong together; an office that stands alone is told in everyday words.
    { label: speaker.phrase(name ? 'office' : 'officeAlone'), value: office && speaker.text(office) },
    { label: speaker.phrase('interim'), value: signature.interim ? speaker.phrase('interimAct', { reference: signature.interim.reference, date: speaker.date(signature.interim.dated) }) : null },
    { label: speaker.phrase('signedPlace'), value: speaker.text(signature.place) },
    { label: speaker.phrase('signedOn'), value: signature.signedOn ? speaker.date(signature.signedOn, 'full') : speaker.moments([signature.moment]) },
    { label: speaker.phrase('counted'), value: signature.signedOn ? speaker.moments([signature.moment]) : null },
    { label: speaker.phrase('contestedOn'), value: signature.contestedOn ? speaker.date(signature.contestedOn, 'full') : null },
    { label: speaker.phrase('method'), value: speaker.phrase(methods[method]) },
    { label: speaker.phrase('level'), value: speaker.phrase(method === 'PAPER' ? 'onPaper' : levels[level]) },
  ].filter(({ value }) => value !== null);
  return { title: speaker.phrase('forParty', { party: speaker.words(party.shortName) }), rows, state: 'signed', seal: speaker.phrase('signedHash'), hash: signature.pdfSha256 };
}
