import type { MinutesBallot, MinutesDecision, SignedMinutes } from './minutes.facts.js';
import { frame, verification } from './minutes.page.js';
import type { Block, OfficialPage, Section } from './page.js';
import { givenSignatures } from './signatures.page.js';
import type { Speaker } from './speaker.js';

/** One decision of executory minutes: its text, the outcome of its last ballot without anybody's name, and what makes the extract a true one. */
export function extractPage(signed: SignedMinutes, decision: MinutesDecision, speaker: Speaker): OfficialPage {
  const { minutes, pdfs } = signed;
  const day = minutes.meeting.opened[0]?.date ?? minutes.date;
  const conform: Section = {
    title: speaker.phrase('trueExtract'),
    blocks: [{ kind: 'notice', tone: 'good', text: speaker.phrase('trueExtractOf', { number: minutes.number ?? '', date: speaker.date(day) }) }],
  };
  const hashes = [{ label: speaker.phrase('pdfHashFrench'), hash: pdfs.fr }, ...(minutes.contentHash ? [{ label: speaker.phrase('contentHash'), hash: minutes.contentHash }] : [])];
  const verified = verification(minutes, hashes, speaker);
  return {
    ...frame(minutes, speaker),
    overline: speaker.phrase('committeeMinutes'),
    title: speaker.phrase('extract'),
    notices: [speaker.phrase('extractVersion'), ...frame(minutes, speaker).notices.slice(1)],
    // The facts that go with an extract are its own: the minutes' last sentence on theirs is left out.
    sections: [decisionSection(decision, speaker), conform, givenSignatures(signed, speaker), { ...verified, blocks: verified.blocks.slice(0, -1) }],
  };
}

function decisionSection(decision: MinutesDecision, speaker: Speaker): Section {
  const last = decision.ballots.at(-1);
  const text: Block = {
    kind: 'decision',
    decision: {
      label: speaker.phrase('decision', { number: decision.number }),
      title: speaker.text(decision.title),
      badge: speaker.phrase(decision.adopted ? 'adopted' : 'notAdopted'),
      adopted: decision.adopted,
      paragraphs: speaker.paragraphs(decision.text),
      textHash: { label: speaker.phrase('votedText'), hash: decision.textHash },
      ballots: [],
      annexes: null,
    },
  };
  const outcome: Block[] = last ? [{ kind: 'facts', rows: [{ label: speaker.phrase('vote'), values: [speaker.text(last.verdict), speaker.phrase('tally', tallyOf(last))] }] }] : [];
  return { title: speaker.phrase('oneDecision'), blocks: [text, ...outcome] };
}

function tallyOf({ voices }: MinutesBallot): Record<'voted' | 'for' | 'against' | 'abstain' | 'notCast', number> {
  const count = (choice: MinutesBallot['voices'][number]['choice']): number => voices.filter((voice) => voice.choice === choice).length;
  const [inFavour, against, abstain, notCast] = [count('FOR'), count('AGAINST'), count('ABSTAIN'), count('NOT_CAST')];
  return { voted: inFavour + against + abstain, for: inFavour, against, abstain, notCast };
}
