import { letters, type Letter, type Who } from './cast.js';
import { doorRows } from './cases.js';
import { isOutside, type Observed } from './matrix.js';

/** A law of the table, with its source: it holds for every row, whatever was reviewed. */
export interface Law {
  readonly says: string;
  readonly source: string;
  /** The cells of this row that break it. */
  readonly brokenBy: (row: Observed) => readonly Who[];
}

const opens = (outcome: string): boolean => outcome === 'seen' || outcome === 'done' || outcome === '200';
const everyone = (row: Observed): Who[] => Object.keys(row.cells) as Who[];
const open = (row: Observed, who: (one: Who) => boolean): Who[] => everyone(row).filter((one) => who(one) && opens(row.cells[one]));
const letterOf = (who: Who): Letter | undefined => letters.find((letter) => who.endsWith(`-${letter}`));
const isSeat = (held: readonly Letter[]) => (who: Who): boolean => held.includes(letterOf(who) as Letter);

const aboutPartnership = (row: Observed): boolean => !doorRows.test(`${row.name} `);

const outside: readonly Letter[] = ['G', 'K', 'V', 'O'];
const desks: readonly Letter[] = ['C', 'S', 'D', ...outside];

export const laws: readonly Law[] = [
  {
    says: 'nobody outside the partnership sees or does anything of it: not a stranger, not another partnership, not a former holder, not a revoked session',
    source: 'trust.md A, F, E',
    brokenBy: (row) => (aboutPartnership(row) ? open(row, isOutside) : []),
  },
  { says: 'the administrator of the instance sees no partnership', source: 'issue 3, item 3', brokenBy: (row) => (aboutPartnership(row) ? open(row, (who) => who === 'admin') : []) },
  { says: 'a revoked session is answered like nobody', source: 'trust.md E', brokenBy: (row) => everyone(row).filter((who) => who.startsWith('revoked') && row.cells[who] !== row.cells.nobody) },
  { says: 'no desk votes or signs', source: 'Art. 5; C5 Q1', brokenBy: (row) => (/^Mutation\.(castVote|signMinutes|refuseMinutes)$/.test(row.name) ? open(row, isSeat(desks)) : []) },
  { says: 'only a co-president signs', source: 'Art. 5', brokenBy: (row) => (row.name === 'Mutation.signMinutes' ? open(row, (who) => letterOf(who) !== 'P') : []) },
  { says: 'only the host’s co-president convenes', source: 'Art. 5 (AT-05)', brokenBy: (row) => (row.name === 'Mutation.conveneMeeting' ? open(row, (who) => who !== 'own-P') : []) },
  { says: 'a draft sheet is its own administration’s', source: 'features.md F59', brokenBy: (row) => (/sheet/i.test(row.name) && /\bdraft$/.test(row.state) ? open(row, (who) => !who.startsWith('own-') || isSeat(outside)(who)) : []) },
  { says: 'a first draft of minutes is read by those who keep them', source: 'PRODUCT_DEFAULT', brokenBy: (row) => (row.name === 'Query.minutes' && row.state === 'draft' ? open(row, (who) => !isSeat(['P', 'C', 'S'])(who)) : []) },
  {
    says: 'what is final is open to every registered actor of both sides',
    source: 'Annexe I, « transparence »',
    brokenBy: (row) => (/^Query\.(minutes|actionPlan|projectSheet)$/.test(row.name) && /^(final|executory|adopted)$/.test(row.state) ? everyone(row).filter((who) => /^(own|other)-/.test(who) && row.cells[who] !== 'seen') : []),
  },
  { says: 'registered actors outside the administrations change nothing but their own reading and their own account', source: 'PRODUCT_DEFAULT', brokenBy: (row) => (row.name.startsWith('Mutation.') && !/^Mutation\.(recordReading|stopRecovery)$/.test(row.name) && aboutPartnership(row) ? open(row, isSeat(outside)) : []) },
  { says: 'nobody is answered by an unexpected error', source: 'trust.md S4', brokenBy: (row) => everyone(row).filter((who) => /UNEXPECTED|HTTP|VALIDATION|BAD_USER_INPUT|BAD_REQUEST|^5/.test(row.cells[who])) },
];

/** Every broken law of these rows, as sentences. */
export const broken = (rows: readonly Observed[]): string[] =>
  laws.flatMap((law) => rows.flatMap((row) => {
    const by = law.brokenBy(row);
    return by.length > 0 ? [`${law.says} (${law.source}): ${row.name} ${row.state}: ${by.join(' ')}`] : [];
  }));
