import type { PhraseKey } from '#phrases';
import type { PartyHere } from '../../base/here.ts';
import { useVoice } from '../../base/language.tsx';
import { dateInWords } from '../../base/dates.tsx';
import { rowsOf, type Fields } from './form-parts.ts';
import type { Axis } from './sheet.graphql.ts';

type Row = Readonly<Record<string, string>>;

/** The readable name of a part of a fiche. */
export function usePartName(axes: readonly Axis[]): (part: string) => string {
  const { say } = useVoice();
  return (part) => {
    const [owner = '', id = ''] = part.split('.');
    if (owner === 'transversal') return axes.find((axis) => axis.id === id)?.title ?? part;
    if (part === 'actionLeadId') return say('webProgramme.field.lead');
    return say(`webProgramme.field.${owner === 'section' ? id : owner}` as PhraseKey);
  };
}

/** What a part says, as it is read: an axis by its title, a day in words, a list by its rows, codes left out. */
export function usePartText({ axes, parties }: { axes: readonly Axis[]; parties: readonly PartyHere[] }): (fields: Fields, part: string) => string {
  const { say, language } = useVoice();
  const party = (id: string): string => parties.find((one) => one.id === id)?.shortName ?? '';
  const targetOf = ([field, people]: [string, string]): string[] => (field.startsWith('target.') ? [`${party(field.slice('target.'.length))} ${people}`] : []);
  const indicator = (row: Row): string => [row['label'], Object.entries(row).flatMap(targetOf).join(' + '), row['method'], row['responsible']].filter(Boolean).join(' · ');
  const line = ({ label, payer = '', funder, amount, currency, kind }: Row): string =>
    [label, `${amount ?? '0'} ${currency ?? ''}`, payer === 'other' ? (funder ?? say('webProgramme.sheet.otherPayer')) : party(payer), kind && say(`webProgramme.budgetKind.${kind}` as PhraseKey)].filter(Boolean).join(' · ');
  return (fields, part) => {
    const text = fields[part] ?? '';
    if (part === 'axisId') return axes.find(({ id }) => id === text)?.title ?? (text ? '' : say('webProgramme.sheet.noAxis'));
    if (part === 'kind') return say(`webProgramme.kind.${text}` as PhraseKey);
    if (part === 'startsOn' || part === 'endsOn') return text && dateInWords(language, text);
    if (part !== 'indicator' && part !== 'budget') return text;
    return rowsOf(fields, part).map(part === 'indicator' ? indicator : line).join('\n');
  };
}
