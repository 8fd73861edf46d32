import { debtsOfLives, rulesInForce } from '#agreement';
import { answerDebts, convocationDebts, draftingDebts, sessionDebt, signatureDebts, strandedDebts } from '#deliberation';
import type { Zones } from '#kernel';
import { mandateDebts } from '#parties';
import type { ReadTx } from '#platform';
import { actionDebts, planDebts, preparationDebts } from '#programme';
import type { DebtKind } from '../domain/ladder.js';
import type { Debt } from '../domain/planning.js';
import { lastRowMoves, rowDaysIn } from '../store/row-move.store.js';
import { asJson, ofAction, ofAnswer, ofChain, ofDrafting, ofLife, ofMandate, ofMeeting, ofMinutes, ofPlan, ofPreparation, ofProposals, ofRegister, ofSession, type Sources } from './debt-shapes.js';

interface Asked {
  readonly tx: ReadTx;
  readonly zones: Zones;
  readonly id: string;
}

async function sourcesIn({ tx, id }: Asked): Promise<Sources> {
  const rules = await rulesInForce(tx, id);
  return (rule) => {
    const source = rules.get(rule)?.source;
    return source ? asJson(source) : null;
  };
}

/** Which room knows which debts, and how it is asked. */
const readers: readonly { readonly kinds: readonly DebtKind[]; readonly read: (asked: Asked) => Promise<Debt[]> }[] = [
  // First, while those who ask together still ask in step: it almost always answers nothing.
  { kinds: ['CHAIN'], read: async ({ tx, zones, id }) => (await strandedDebts(tx, zones, id)).map(ofChain) },
  {
    kinds: ['PLAN', 'SHEETS', 'FREEZE'],
    read: async ({ tx, zones, id }) => {
      const plans = await planDebts(tx, zones, id);
      return [...plans.map(ofPlan), ...(await preparationDebts(tx, zones, plans)).map(ofPreparation)];
    },
  },
  { kinds: ['SESSION'], read: async ({ tx, zones, id }) => (await sessionDebt(tx, id, zones)).map(ofSession) },
  {
    kinds: ['MINUTES'],
    read: async (asked) => {
      const debts = await signatureDebts(asked.tx, asked.zones, asked.id);
      const sourceOf = debts.length > 0 ? await sourcesIn(asked) : () => null;
      return debts.map((debt) => ofMinutes(debt, sourceOf));
    },
  },
  {
    kinds: ['PROPOSALS', 'MEETING'],
    read: async (asked) => {
      const debts = await convocationDebts(asked.tx, asked.zones, asked.id);
      if (debts.length === 0) return [];
      const [sourceOf, plans] = [await sourcesIn(asked), await planDebts(asked.tx, asked.zones, asked.id)];
      return debts.flatMap((debt) => [...ofProposals(debt), ofMeeting(debt, sourceOf, plans)]);
    },
  },
  { kinds: ['ANSWER'], read: async ({ tx, zones, id }) => (await answerDebts(tx, zones, [id])).map(ofAnswer) },
  { kinds: ['DRAFTING'], read: async ({ tx, id }) => (await draftingDebts(tx, id)).map(ofDrafting) },
  {
    kinds: ['PUBLICATION', 'RENEWAL', 'RECEIPT', 'CONTROL', 'VISA', 'TACIT', 'WIND_DOWN'],
    read: async ({ tx, zones, id }) => {
      const { lives, registers } = await debtsOfLives(tx, zones, id);
      return [...lives.map(ofLife), ...registers.map(ofRegister)];
    },
  },
  { kinds: ['MANDATE'], read: async ({ tx, zones, id }) => (await mandateDebts(tx, zones, id)).map(ofMandate) },
  { kinds: ['ACTION'], read: async ({ tx, zones, id }) => (await actionDebts(tx, zones, id)).map(ofAction) },
];

/** Everything owed now in one partnership, with its details as they stand: asked of the rooms that know it. Of some kinds only, when the others are not looked for. */
export async function debtsOf(tx: ReadTx, zones: Zones, { partnershipId: id, kinds }: { partnershipId: string; kinds?: readonly DebtKind[] }): Promise<Debt[]> {
  const debts: Debt[] = [];
  const rowDays = rowDaysIn(await lastRowMoves(tx, id));
  for (const reader of readers) {
    if (kinds && !reader.kinds.some((kind) => kinds.includes(kind))) continue;
    debts.push(...(await reader.read({ tx, zones, id })));
  }
  return rowDays.size === 0 ? debts : debts.map((debt) => ({ ...debt, rowDays }));
}

/** The partnerships in which something may be owed: all of them, each asked in its own turn. */
export async function indebted(tx: ReadTx): Promise<string[]> {
  return (await tx.query<{ id: string }>('select id from partnership order by id')).map(({ id }) => id);
}
