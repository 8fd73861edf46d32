import type { CivilDate } from '#kernel';
import { say } from '#phrases';
import { stepOf } from '../domain/ladder.js';
import { isolated, sourceOf, textOf, why } from './details.js';
import type { Compose, Composition, Mail, MailLanguage } from './mail.js';

/** The rows whose letter says five things and no more: what, where it stands, why, otherwise, one button. */
const words = {
  SESSION: 'session', SHEETS: 'sheets', FREEZE: 'freeze', PROPOSALS: 'proposals', ANSWER: 'answer', DRAFTING: 'drafting', RECEIPT: 'receipt', CONTROL: 'control',
  VISA: 'visa', TACIT: 'tacit', RENEWED: 'renewed', WIND_DOWN: 'windDown', MANDATE: 'mandate',
} as const;
type Row = keyof typeof words;

const rowOf = (rule: string): Row | undefined => (rule === 'TACIT_E' ? 'RENEWED' : (Object.keys(words) as Row[]).find((row) => rule.startsWith(`${row}_`)));

/** Does this letter write the mail of that rule? */
export const isRow = (rule: string): boolean => rowOf(rule) !== undefined;

/** News asks nothing: neither colour nor « otherwise ». */
const news: readonly Row[] = ['PROPOSALS', 'CONTROL', 'TACIT', 'RENEWED'];

export function writeRow({ line, reader: { language }, tools }: Composition): Mail {
  const { details, rule } = line;
  const row = rowOf(rule) ?? 'SESSION';
  const office = textOf(details, language === 'ar' ? 'officeAr' : 'office');
  const values = {
    year: String(details['year'] ?? ''),
    name: isolated(textOf(details, 'name'), language),
    office: isolated(office === '' ? textOf(details, 'office') : office, language),
    day: tools.day(textOf(details, 'day') as CivilDate),
    count: Number(details['count'] ?? 0),
  };
  const told = (part: 'subject' | 'heading' | 'body' | 'otherwise' | 'button'): string => say(language, `notices.row.${words[row]}.${part}`, values);
  return {
    subject: told('subject'),
    draft: {
      preheader: told('body'),
      blocks: [
        { kind: 'heading', text: [told('heading')] },
        { kind: 'status', tone: news.includes(row) ? 'DONE' : 'ATTENTION', text: [told('body')] },
        ...why(sourceOf(details), language),
        { kind: 'paragraph', text: [told('otherwise')] },
      ],
      button: { label: told('button'), url: tools.url(textOf(details, 'path')) },
    },
  };
}

export const rowMail: Compose = async (_tx, composition) => writeRow(composition);

/** Says how far the debt has climbed, and so who else is told (C1.5, C1.7): in the same neutral words to either side. */
export function staged(mail: Mail, rule: string, language: MailLanguage): Mail {
  const level = stepOf(rule)?.level ?? 0;
  if (level === 0) return mail;
  const stage = { kind: 'paragraph', text: [say(language, 'notices.stage', { level: String(level) })] } as const;
  return { ...mail, draft: { ...mail.draft, blocks: [...mail.draft.blocks, stage] } };
}
