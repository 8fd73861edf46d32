import { CheckedFile, UploadLimits } from '#platform';
import type { Indicator, Sheet } from '../domain/sheet.js';
import { sheet as whole } from '../domain/given.contract.js';
import type { Programme } from '../views/programme.reader.js';

const axis = (id: string, title: string, { kind = 'STRATEGIC', leads = [] as object[] } = {}) => ({ id, number: id, title, kind, active: true, operations: [{ leads }] });

/** Two parties and the axes of an agreement, as a file names them. */
export const programme = {
  partnershipId: 'partnership',
  parties: [{ id: 'vlg', shortName: 'Villeneuve-la-Garenne', territory: { currency: 'EUR' } }, { id: 'tiznit', shortName: 'Tiznit', territory: { currency: 'MAD' } }],
  axes: [
    axis('I', 'Inclusion sociale', { leads: [{ id: 'lead', number: '1.1.1', title: 'Accompagnement de 120 personnes', targets: [] }] }),
    axis('II', 'Éducation et jeunesse'),
    axis('T1', 'Égalité entre les femmes et les hommes', { kind: 'TRANSVERSAL' }),
    axis('T2', 'Développement durable', { kind: 'TRANSVERSAL' }),
  ],
} as unknown as Programme;

/** A file looked into, as the door hands it to a room. @throws Error when it is refused */
export async function checked(name: string, bytes: Buffer): Promise<CheckedFile> {
  const answer = await CheckedFile.check({ name, bytes }, new UploadLimits());
  if (answer.refused) throw new Error(answer.code);
  return answer.value;
}

/** Targets stand in the order of the parties, one column for each. */
const inOrder = ({ targets, ...indicator }: Indicator): Indicator => ({ ...indicator, targets: programme.parties.flatMap(({ id }) => targets.filter(({ partyId }) => partyId === id)) });

/** What a file carries of a fiche, to be compared. */
export const carriedBy = ({ title, kind, axisId, outsideAxesReason, sections, transversalAnswers, startsOn, endsOn, indicators, budget }: Sheet) => ({
  title, kind, axisId, outsideAxesReason, startsOn, endsOn, budget,
  sections: { context: '', objectives: '', activities: '', reciprocity: '', ...sections },
  transversalAnswers: { T1: '', T2: '', ...transversalAnswers },
  indicators: indicators.map(inOrder),
});

export { whole };
