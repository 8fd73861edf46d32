import { readFileSync } from 'node:fs';
import { type Answer, canonicalJson } from '#kernel';
import type { Press } from '#platform';
import type { ConvocationDocument } from '../domain/convocation-document.js';
import type { Block, OfficialPage } from './page.js';
import { type PrintedLanguage, Speaker } from './speaker.js';

const template = readFileSync(new URL('./official-page.typ', import.meta.url), 'utf8');
const modes = { IN_PERSON: 'inPerson', HYBRID: 'hybrid', REMOTE: 'remote' } as const;

/**
 * The convocation as PDF/A-3a, dated by the day it was sent: same convocation, same bytes. `ua-1` lets the tests judge the same page by the
 * accessibility standard. Refused as `Press` refuses.
 */
export function renderConvocation(press: Press, document: ConvocationDocument, { language, standard = 'a-3a' }: { language: PrintedLanguage; standard?: 'a-3a' | 'ua-1' }): Promise<Answer<Uint8Array>> {
  const page = convocationPage(document, new Speaker(language));
  const name = `convocation-${document.meeting.starts[0]?.date ?? document.convokedOn}.json`;
  const attachment = { name, mimeType: 'application/json', description: `${page.title} ${page.number}`, relationship: 'source' as const, content: canonicalJson(document) };
  return press.render({ template, data: page, date: document.convokedOn, standard, attachments: [attachment] });
}

/** When, where, by whom, by which article; then what will be spoken of. */
export function convocationPage(document: ConvocationDocument, speaker: Speaker): OfficialPage {
  const { meeting, parties, languageClause } = document;
  const day = meeting.starts[0]?.date ?? document.convokedOn;
  const rule: Block[] = document.conveningClause.quote ? [{ kind: 'quote', text: speaker.quote(document.conveningClause.quote), source: speaker.reference(document.conveningClause) }] : [];
  const call: Block = { kind: 'text', paragraphs: [speaker.phrase('convokes', { office: speaker.words(document.convener.office), party: speaker.words(document.convener.party) })] };
  return {
    language: speaker.language,
    overline: speaker.phrase('committee'),
    title: speaker.phrase('convocation'),
    subtitle: speaker.phrase(meeting.kind === 'ORDINARY' ? 'ordinary' : 'extraordinary', { date: speaker.date(day, 'full') }),
    number: speaker.phrase('sentOn', { date: speaker.date(document.convokedOn) }),
    stamp: document.demo ? speaker.phrase('demo') : null,
    running: speaker.isolated(parties.map(({ shortName }) => speaker.words(shortName)).join(' – ')),
    pageWord: speaker.phrase('page'),
    parties: parties.map(({ id, name, country }) => ({ name: speaker.text(name), country: speaker.text(country), role: id === meeting.hostPartyId ? speaker.phrase('hostParty') : null })),
    notices: [speaker.phrase('convocationVersion'), languageClause ? speaker.phrase('authoritative', { reference: speaker.reference(languageClause) }) : speaker.phrase('authoritativeAlone')],
    sections: [
      { title: speaker.phrase('meeting'), blocks: [call, ...rule, { kind: 'facts', rows: rowsOf(document, speaker) }] },
      { title: speaker.phrase('agenda'), blocks: agendaOf(document, speaker) },
      { title: speaker.phrase('toAnswer'), blocks: [{ kind: 'text', paragraphs: [speaker.phrase('answerAt'), speaker.isolated(document.address)] }] },
    ],
  };
}

function rowsOf({ partnership, agreement, parties, meeting, turnReason }: ConvocationDocument, speaker: Speaker) {
  const host = parties.find(({ id }) => id === meeting.hostPartyId);
  const place = host ? speaker.phrase('placeOfHost', { place: speaker.words(meeting.place), host: speaker.words(host.name), country: speaker.words(host.country) }) : speaker.text(meeting.place);
  return [
    { label: speaker.phrase('partnership'), values: [speaker.text(partnership)] },
    { label: speaker.phrase('agreement'), values: [speaker.text(agreement)] },
    { label: speaker.phrase('starts'), values: [speaker.moments(meeting.starts)] },
    { label: speaker.phrase('place'), values: [place] },
    { label: speaker.phrase('mode'), values: [speaker.phrase(modes[meeting.mode])] },
    ...(turnReason ? [{ label: speaker.phrase('turnBroken'), values: [speaker.text(turnReason)] }] : []),
  ];
}

function agendaOf({ agenda }: ConvocationDocument, speaker: Speaker): Block[] {
  if (agenda.length === 0) return [{ kind: 'text', paragraphs: [speaker.phrase('agendaEmpty')] }];
  const items = agenda.map(({ title, minutes, presenter }) => {
    const beside = [...(presenter ? [speaker.words(presenter)] : []), ...(minutes === null ? [] : [speaker.phrase('minutesLong', { minutes })])];
    return beside.length === 0 ? speaker.text(title) : speaker.isolated(`${speaker.words(title)} (${speaker.commas(beside)})`);
  });
  return [{ kind: 'numbered', items }];
}
