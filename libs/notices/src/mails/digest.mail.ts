import { say } from '#phrases';
import { isNewsLine } from '../domain/company.js';
import type { Composition, Mail } from './mail.js';
import { staged } from './row.mail.js';

/** Several reminders in one mail, gathered by her own choice or asked for together by a coordination: of each what, where it stands and why; the page that holds them all is the one link. */
export function writeDigest({ line, reader: { language }, tools }: Composition, mails: readonly Mail[]): Mail {
  const words = line.details['asked'] === true ? 'notices.digest.asked' : 'notices.digest';
  const told = { count: mails.length };
  return {
    subject: say(language, `${words}.subject`, told),
    draft: {
      preheader: mails.map(({ subject }) => subject).join(' · '),
      blocks: [{ kind: 'paragraph', text: [say(language, `${words}.lead`, told)] }, ...mails.flatMap(({ draft }) => draft.blocks.filter(({ kind }) => kind !== 'paragraph'))],
      button: { label: say(language, 'notices.digest.button'), url: tools.url('/') },
    },
  };
}

/** A letter at its own hour that takes news along: the one thing owed first, in its own words and under its own subject; then what asks nothing of its reader. */
export function withNews({ reader: { language } }: Composition, written: readonly { readonly rule: string; readonly mail: Mail }[]): Mail {
  const [main, ...news] = [...written].sort((one, other) => Number(isNewsLine(one)) - Number(isNewsLine(other)));
  if (!main) throw new Error('a letter without a word');
  const told = staged(main.mail, main.rule, language);
  const besides = news.flatMap(({ mail: { draft } }) => draft.blocks.filter(({ kind }) => kind !== 'paragraph'));
  return { ...told, draft: { ...told.draft, blocks: [...told.draft.blocks, { kind: 'paragraph', text: [say(language, 'notices.digest.news')] }, ...besides] } };
}
