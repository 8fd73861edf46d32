import { lifeDuties } from '#agreement';
import { personalDuties as deliberationDuties, type PersonalDuty } from '#deliberation';
import { dateInWords, daysBetween, Zones, type CivilDate } from '#kernel';
import { partiesOf, peopleDuties } from '#parties';
import { say, type PhraseKey } from '#phrases';
import { personalDuties as programmeDuties } from '#programme';
import { allow, type Actor, type GraphqlRequest, type ReadTx } from '#platform';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { levelReached, type Level } from '../domain/ladder.js';
import { inPartnership } from '../domain/partnership-path.js';
import { DutyType } from './notices.types.js';
import { ReminderWorld } from './reminder-world.js';

allow('Query.myTurn', 'SIGNED_IN');

/** The debts that have a duty of their own there. */
const dutyKinds = ['PLAN', 'SESSION', 'MEETING', 'ANSWER', 'DRAFTING', 'MINUTES', 'PUBLICATION', 'ACTION', 'CHAIN'] as const;

/** « Mon tour »: what I owe, by date, from every room that knows a duty. Each leads to the page where it is done. */
@Resolver()
export class MyTurnView {
  constructor(
    private readonly zones: Zones,
    private readonly world: ReminderWorld,
  ) {}

  @Query(() => [DutyType])
  async myTurn(@Context() request: GraphqlRequest): Promise<DutyType[]> {
    const { actor } = request.ctx;
    if (!actor) return [];
    const tx = await request.read();
    const duties = [...(await deliberationDuties(tx, actor, this.zones)), ...(await programmeDuties(tx, actor, this.zones)), ...(await peopleDuties(tx, actor)), ...(await lifeDuties(tx, actor, this.zones))];
    const today = await this.todayOf(tx, actor);
    const several = actor.partnershipIds.length > 1;
    const levels = await this.levelsOf(tx, duties, today);
    const shown = duties.map((duty) => this.show({ ...duty, href: several ? inPartnership(duty.href, duty.partnershipId) : duty.href }, today, tx));
    return shown.map((duty) => ({ ...duty, level: levels.get(duty.id) ?? null })).sort((one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999') || one.id.localeCompare(other.id));
  }

  /** How far each debt behind a duty has climbed, by the duty's id: the same rows that the reminders follow. */
  private async levelsOf(tx: ReadTx, duties: readonly PersonalDuty[], today: CivilDate): Promise<ReadonlyMap<string, Level | null>> {
    const levels = new Map<string, Level | null>();
    for (const partnershipId of new Set(duties.map((duty) => duty.partnershipId))) {
      for (const debt of await this.world.debts(tx, { partnershipId, kinds: dutyKinds })) {
        const level = levelReached(debt, today);
        for (const id of debt.duties ?? []) if (level !== null && level >= (levels.get(id) ?? 0)) levels.set(id, level);
      }
    }
    return levels;
  }

  private show(duty: PersonalDuty, today: CivilDate, tx: ReadTx): Omit<DutyType, 'level'> {
    const { language } = tx.ctx;
    const values = Object.fromEntries(Object.entries(duty.values).map(([name, value]) => [name, name === 'day' ? dateInWords(value as CivilDate, language, 'FULL') : value]));
    const daysLeft = duty.dueOn === null ? null : daysBetween(today, duty.dueOn as CivilDate);
    return {
      id: `${duty.kind}:${duty.subjectId}`,
      kind: duty.kind,
      title: say(language, `notices.duty.${duty.phrase}` as PhraseKey, values),
      source: duty.source,
      dueOn: duty.dueOn,
      daysLeft,
      late: daysLeft !== null && daysLeft < 0,
      href: duty.href,
      partnershipId: duty.partnershipId,
    };
  }

  /** The civil day of the actor's first seat. */
  private async todayOf(tx: ReadTx, actor: Actor): Promise<CivilDate> {
    const parties = [...(await partiesOf(tx, actor.partnershipIds)).values()].flat();
    const mine = parties.find(({ id }) => actor.partyIds.includes(id));
    return this.zones.civilAt(tx.now(), mine?.territory.zone ?? 'Europe/Paris').date;
  }
}
