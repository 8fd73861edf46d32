import { addDays, type CivilDate } from '#kernel';
import type { Stage } from './stage.js';
import type { Troupe } from './troupe.js';

interface Followed {
  readonly id: string;
  readonly title: string;
  readonly decision: { readonly id: string };
}

/** What is written of an action on a day: by whom, which act, with which words. */
interface Line {
  readonly on: string;
  readonly by: string;
  readonly act: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const line = (on: string, [by, act]: readonly [string, string], input: Line['input'] = {}): Line => ({ on, by, act, input });

/** The monthly sport meeting: under way, its autumn encounter late. */
const sport = (year: number): readonly Line[] => [
  line(`${year - 1}-12-08`, ['technicien', 'nameActionOwner'], { office: 'Responsable du service des sports' }),
  line(`${year - 1}-12-09`, ['technicien-tiznit', 'nameActionOwner'], { office: 'Chef du service culture et sport' }),
  line(`${year - 1}-12-10`, ['technicien', 'setActionMilestone'], { label: 'Former les éducatrices des deux villes', dueOn: `${year}-03-31` }),
  line(`${year - 1}-12-10`, ['technicien', 'setActionMilestone'], { label: 'Rencontre commune d’automne à Tiznit', dueOn: `${year}-10-05` }),
  line(`${year}-02-03`, ['technicien', 'startAction']),
  line(`${year}-03-27`, ['technicien-tiznit', 'closeActionMilestone'], { milestone: 3, doneOn: `${year}-03-26`, note: 'Douze éducatrices formées, dont sept à Tiznit.' }),
  line(`${year}-05-20`, ['technicien-tiznit', 'reportAction'], { state: 'ON_TRACK', percent: 45, note: 'Quatre rendez-vous tenus dans chaque ville.' }),
  line(`${year}-09-22`, ['technicien', 'reportAction'], { state: 'AT_RISK', percent: 60, note: 'La rencontre d’automne dépend des dates du gymnase de Tiznit.' }),
];

/** The summer stays: done. */
const youth = (year: number): readonly Line[] => [
  line(`${year - 1}-12-11`, ['technicien-tiznit', 'nameActionOwner'], { office: 'Chef du service culture et sport' }),
  line(`${year - 1}-12-12`, ['technicien', 'setActionMilestone'], { label: 'Composer les deux groupes', dueOn: `${year}-05-29` }),
  line(`${year}-05-21`, ['technicien-tiznit', 'closeActionMilestone'], { milestone: 2, doneOn: `${year}-05-20` }),
  line(`${year}-07-01`, ['technicien-tiznit', 'startAction']),
  line(`${year}-08-28`, ['technicien', 'completeAction'], { completedOn: `${year}-08-27`, note: 'Deux séjours de dix jours, dix-neuf jeunes de chaque ville.' }),
];

/** A follow-up of the decision that adopts the plan, outside it: blocked. */
const published = (year: number): readonly Line[] => [
  line(`${year}-01-12`, ['coordinatrice', 'nameActionOwner'], { office: 'Coordinatrice, coopération décentralisée' }),
  line(`${year}-02-16`, ['coordinatrice', 'startAction']),
  line(`${year}-06-15`, ['coordinatrice', 'reportAction'], { state: 'ON_TRACK', percent: 70, note: 'Les pages en français et en arabe sont en ligne.' }),
  line(`${year}-09-15`, ['coordinatrice', 'raiseBlocker'], { what: 'La relecture de la page en amazighe attend une personne désignée.', since: `${year}-09-14`, side: 'morocco' }),
];

const seatsDocument = 'query($id: ID!) { partnership(id: $id) { seats { id office } } }';
const actionsDocument = 'query($id: ID!, $year: Int!) { followedActions(partnershipId: $id, year: $year) { actions { id title decision { id } } } }';

/** What happened to the plan of the year, as far as the days before `until`: each line by the very act that people do. */
export async function followYear(troupe: Troupe, stage: Stage, { year, until }: { year: number; until: CivilDate }): Promise<void> {
  const asked = await troupe.ask<{ followedActions: { actions: Followed[] } }>('coordinateur', actionsDocument, { id: stage.partnershipId, year });
  const { partnership } = await troupe.ask<{ partnership: { seats: { id: string; office: string }[] } }>('coordinateur', seatsDocument, { id: stage.partnershipId });
  const [of, decisionId] = [new Map<string, string>(), asked.followedActions.actions[0]?.decision.id];
  const seatOf = (office: unknown): string | undefined => partnership.seats.find((seat) => seat.office === office)?.id;
  const opened: Line = line(`${year}-01-11`, ['coordinateur', 'openAction'], { decisionId, title: 'Publier le plan sur les sites des deux villes', endsOn: `${year}-12-15` });
  const stories: readonly (readonly [string, readonly Line[]])[] = [['sport', sport(year)], ['youth', youth(year)], ['published', [opened, ...published(year)]]];
  of.set('sport', asked.followedActions.actions.find(({ title }) => title.includes('événements'))?.id ?? '');
  of.set('youth', asked.followedActions.actions.find(({ id }) => id !== of.get('sport'))?.id ?? '');
  const lines = stories.flatMap(([name, told]) => told.map((one) => ({ ...one, name }))).sort((one, other) => one.on.localeCompare(other.on));
  for (const { on, by, act, input, name } of lines) {
    if (on >= until) break;
    await troupe.moveTo(troupe.at(on as CivilDate, '11:00'));
    const { office, side, ...words } = input;
    const more = { ...(office ? { seatId: seatOf(office) } : {}), ...(side === 'morocco' ? { partyId: stage.morocco } : {}) };
    const done = await troupe.play<{ id: string }>(by, act, { ...(act === 'openAction' ? {} : { actionId: of.get(name) }), ...words, ...more });
    of.set(name, done.id);
  }
}

/** The follow-up of a decision whose minutes one president has still to sign: it waits. */
export async function openWaiting(troupe: Troupe, { meetingId, day }: { meetingId: string; day: CivilDate }): Promise<void> {
  const { meeting } = await troupe.ask<{ meeting: { decisions: { id: string }[] } }>('coordinatrice', 'query($id: ID!) { meeting(id: $id) { decisions { id } } }', { id: meetingId });
  await troupe.play('coordinatrice', 'openAction', { decisionId: meeting.decisions[0]?.id, title: 'Rassembler les pièces de la candidature', endsOn: addDays(day, 30) });
}
