import { proposalLetter, type ProposalLetter } from '#deliberation';
import type { CivilDate, RuleSource } from '#kernel';
import { say } from '#phrases';
import type { Block } from '#platform';
import { isolated, why } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

/** No text of the partners says how points are proposed: ours (C3). */
const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'C3, S-45' };

/** To whoever proposed a point for a meeting: taken up, or why not. */
export function writeProposal({ reader: { language }, tools, line }: Composition, { day, points }: ProposalLetter): Mail {
  const on = { day: tools.day(day as CivilDate) };
  const said = points.map(({ title, takenUp, reason }) =>
    say(language, takenUp ? 'notices.proposal.takenUp' : 'notices.proposal.declined', { title: isolated(title, language), reason: isolated((reason ?? '').replace(/[\s.؛،]+$/u, ''), language) }),
  );
  const blocks = said.map((text, place): Block => ({ kind: 'status', tone: points[place]?.takenUp ? 'DONE' : 'ATTENTION', text: [text] }));
  return {
    subject: say(language, 'notices.proposal.subject', on),
    draft: {
      preheader: said.at(-1) ?? '',
      blocks: [{ kind: 'heading', text: [say(language, 'notices.proposal.heading', on)] }, ...blocks, ...why(source, language), { kind: 'paragraph', text: [say(language, 'notices.proposal.otherwise')] }],
      button: { label: say(language, 'notices.proposal.button'), url: tools.url(`/meetings/${line.objectId}#proposals`) },
    },
  };
}

export const proposalMail: Compose = async (tx, composition) => {
  const letter = await proposalLetter(tx, { meetingId: composition.line.objectId, personId: composition.line.personId });
  return letter && writeProposal(composition, letter);
};
