import { say } from '#phrases';
import { partiesOf } from '#parties';
import { stepOf } from '../domain/ladder.js';
import { daysOf, rowNamed } from '../domain/row-days.js';
import { isolated, textOf } from './details.js';
import type { Compose, Composition, Mail } from './mail.js';

/** To every coordination: one of them gave another day to a row of the calendar of reminders. News: nothing is asked. */
export function writeRowMoved({ line: { details }, reader: { language }, tools }: Composition, party: string): Mail {
  const step = stepOf(textOf(details, 'rule'));
  if (!step) throw new Error('a row that the calendar has not');
  const days = new Map(typeof details['days'] === 'number' ? [[step.rule, details['days']]] : []);
  const values = { party: isolated(party, language), debt: say(language, `webReminders.rows.debt.${step.debt}`), from: isolated(rowNamed(step, undefined), language), to: isolated(rowNamed(step, days), language), back: String(daysOf(step, days) === step.offset) };
  const body = say(language, 'notices.rowMoved.body', values);
  return {
    subject: say(language, 'notices.rowMoved.subject', values),
    draft: {
      preheader: body,
      blocks: [{ kind: 'heading', text: [say(language, 'notices.rowMoved.heading', values)] }, { kind: 'status', tone: 'DONE', text: [body] }, { kind: 'paragraph', text: [say(language, 'notices.rowMoved.otherwise')] }],
      button: { label: say(language, 'notices.rowMoved.button'), url: tools.url('/reminders/rows') },
    },
  };
}

export const rowMovedMail: Compose = async (tx, composition) => {
  const { partnershipId, details } = composition.line;
  const parties = partnershipId === null ? [] : ((await partiesOf(tx, [partnershipId])).get(partnershipId) ?? []);
  const party = parties.find(({ id }) => id === details['partyId']);
  return party && stepOf(textOf(details, 'rule')) ? writeRowMoved(composition, party.shortName) : null;
};
