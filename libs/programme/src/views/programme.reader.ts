import { axesOf, rulesInForce, type AxisType, type RuleInForce } from '#agreement';
import { partiesOf, type PartyType } from '#parties';
import type { ReadTx } from '#platform';
import type { SheetWorld } from '../domain/edit.js';
import { sourcesOf } from '../domain/sources.js';

/** A partnership as this room shows and judges its sheets: parties, axes with their leads, and the same for the rules. */
export interface Programme {
  readonly partnershipId: string;
  readonly parties: readonly PartyType[];
  readonly axes: readonly AxisType[];
  /** The rules in force of its agreement, by key; none while it has no agreement. */
  readonly rules: ReadonlyMap<string, RuleInForce>;
  readonly world: SheetWorld;
}

const leadOf = ({ id, number, title, targets }: AxisType['operations'][number]['leads'][number]) => ({
  id,
  number,
  title,
  targets: targets.map(({ party, people }) => ({ partyId: party.id, people })),
});

/** Per reading transaction, what was read of each partnership: a page asks for it from several sides. */
const readings = new WeakMap<ReadTx, Map<string, Promise<Programme | null>>>();

/** `null` when the partnership is absent or not the reader's. Five statements, once for all who ask in one read; an act reads it anew each time. */
export function programmeOf(tx: ReadTx, partnershipId: string): Promise<Programme | null> {
  if ('manager' in tx) return readProgramme(tx, partnershipId);
  const known = readings.get(tx) ?? new Map<string, Promise<Programme | null>>();
  const programme = known.get(partnershipId) ?? readProgramme(tx, partnershipId);
  readings.set(tx, known.set(partnershipId, programme));
  return programme;
}

async function readProgramme(tx: ReadTx, partnershipId: string): Promise<Programme | null> {
  const parties = (await partiesOf(tx, [partnershipId])).get(partnershipId) ?? [];
  if (parties.length === 0) return null;
  const axes = await axesOf(tx, partnershipId, parties);
  const rules = await rulesInForce(tx, partnershipId);
  const world: SheetWorld = {
    sources: sourcesOf(rules),
    parties: parties.map(({ id, shortName }) => ({ id, shortName })),
    axes: axes.map(({ id, kind, number, active, operations }) => ({ id, kind, number, active, leads: operations.flatMap(({ leads }) => leads.map(leadOf)) })),
  };
  return { partnershipId, parties, axes, rules, world };
}

/** The rules' view of a partnership whose rows the actor already holds. @throws Error when it is not in reach: a bug. */
export async function worldOf(tx: ReadTx, partnershipId: string): Promise<SheetWorld> {
  const programme = await programmeOf(tx, partnershipId);
  if (!programme) throw new Error(`partnership ${partnershipId} is not in reach`);
  return programme.world;
}
