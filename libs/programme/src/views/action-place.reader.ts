import type { CivilDate, Language, Zones } from '#kernel';
import { seatsAt, type PartyType, type SeatAt } from '#parties';
import type { ReadTx } from '#platform';
import type { FollowedAction } from '../domain/followed-action.js';
import { programmeOf, type Programme } from './programme.reader.js';

/** A decision with the meeting and the minutes it is read in. */
export interface DecisionRead {
  readonly id: string;
  readonly title: string;
  readonly meetingId: string;
  readonly minutesId: string | null;
  readonly minutesNumber: string | null;
  readonly executoryAt: Date | null;
}

/** What stands around the actions of a partnership, to show them to one reader. */
export interface ActionPlace {
  readonly programme: Programme;
  readonly seats: readonly SeatAt[];
  readonly decisions: readonly DecisionRead[];
  /** The axis of a fiche, by the fiche's id. */
  readonly axisOfSheet: ReadonlyMap<string, string>;
  /** The reader's own civil day. */
  readonly today: CivilDate;
  readonly language: Language;
  readonly zones: Zones;
}

const adopted = `
  select decision.id, decision.title, decision.meeting_id as "meetingId", minutes.id as "minutesId", minutes.number as "minutesNumber", minutes.executory_at as "executoryAt"
  from decision left join minutes on minutes.partnership_id = decision.partnership_id and minutes.meeting_id = decision.meeting_id and minutes.rectifies_minutes_id is null
  where decision.partnership_id = $1 and decision.state = 'ADOPTED' order by decision.adopted_at desc, decision.id desc`;

/** The civil day of the reader's own party, the first of them for who has none. */
export function dayOfReader(tx: ReadTx, parties: readonly PartyType[], zones: Zones): CivilDate {
  const mine = parties.find(({ id }) => tx.ctx.actor?.partyIds.includes(id)) ?? parties[0];
  return zones.civilAt(tx.now(), mine?.territory.zone ?? 'UTC').date;
}

/** Three statements beside those of the programme; `null` when the partnership is absent or not the reader's. */
export async function actionPlace(tx: ReadTx, partnershipId: string, of: { actions: readonly FollowedAction[]; zones: Zones }): Promise<ActionPlace | null> {
  const programme = await programmeOf(tx, partnershipId);
  if (!programme) return null;
  const { zones, actions } = of;
  const sheetIds = actions.flatMap(({ sheetId }) => (sheetId ? [sheetId] : []));
  const axes = await tx.query<{ id: string; number: string }>(
    `select sheet.id, axis.number from project_sheet sheet join axis on axis.partnership_id = sheet.partnership_id and axis.id = sheet.axis_id
     where sheet.partnership_id = $1 and sheet.id = any ($2::uuid[])`,
    [partnershipId, sheetIds],
  );
  return {
    programme,
    seats: await seatsAt(tx, partnershipId, { instant: tx.now(), zones }),
    decisions: await tx.query<DecisionRead>(adopted, [partnershipId]),
    axisOfSheet: new Map(axes.map(({ id, number }) => [id, number])),
    today: dayOfReader(tx, programme.parties, zones),
    language: tx.ctx.language,
    zones,
  };
}
