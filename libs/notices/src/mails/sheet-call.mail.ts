import { sheetCall, type SheetCall } from '#programme';
import { say } from '#phrases';
import { isolated } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

/** Who calls, to which fiche, with which words: those of the remark stand apart from ours, in their own direction. */
export function writeSheetCall({ reader: { language }, tools }: Composition, { sheetId, title, field, text, author, party }: Pick<SheetCall, 'sheetId' | 'title' | 'field' | 'text' | 'author' | 'party'>): Mail {
  const words = { title: isolated(title, language), author: isolated(author, language), party: isolated(party, language) };
  const body = say(language, 'notices.sheetCall.body', words);
  return {
    subject: say(language, 'notices.sheetCall.subject', words),
    draft: {
      preheader: body,
      blocks: [
        { kind: 'heading', text: [say(language, 'notices.sheetCall.heading')] },
        { kind: 'status', tone: 'ATTENTION', text: [body] },
        { kind: 'paragraph', text: [isolated(text, language)] },
        { kind: 'paragraph', text: [say(language, 'notices.sheetCall.otherwise')] },
      ],
      button: { label: say(language, 'notices.sheetCall.button'), url: tools.url(`/sheets/${sheetId}/remarks?field=${encodeURIComponent(field)}`) },
    },
  };
}

/** Nothing for a remark settled meanwhile, nor to whoever may not read it any more. */
export const sheetCallMail: Compose = async (tx, composition) => {
  const { partnershipId, objectId, personId } = composition.line;
  const call = partnershipId ? await sheetCall(tx, { partnershipId, commentId: objectId }, composition.tools.zones) : null;
  return call && !call.isOver && call.called.includes(personId) ? writeSheetCall(composition, call) : null;
};
