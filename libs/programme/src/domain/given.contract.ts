import type { CivilDate, Currency } from '#kernel';
import type { SheetWorld } from './edit.js';
import type { Hand } from './hand.js';
import type { Plan, PlanCase } from './plan.js';
import type { Axis, Sheet } from './sheet.js';
import { sourcesOf } from './sources.js';
import type { SheetCase } from './sheet-life.js';

const axis = (id: string, over: Partial<Axis> = {}): Axis => ({ id, kind: 'STRATEGIC', number: id, active: true, leads: [], ...over });

/** Two parties, one strategic axis with lead 1.1.1, one without lead, two transversal ones. */
export const world: SheetWorld = {
  sources: sourcesOf(new Map()),
  parties: [{ id: 'vlg', shortName: 'Villeneuve-la-Garenne' }, { id: 'tiznit', shortName: 'Tiznit' }],
  axes: [
    axis('I', { leads: [{ id: 'lead', number: '1.1.1', title: 'Accompagnement de 120 personnes', targets: [{ partyId: 'tiznit', people: 90 }, { partyId: 'vlg', people: 30 }] }] }),
    axis('V'),
    axis('T1', { kind: 'TRANSVERSAL' }),
    axis('T2', { kind: 'TRANSVERSAL' }),
  ],
};

export const hand = (partyId: string, persona = 'TECHNICIAN', personId = `${persona}-${partyId}`): Hand => ({ personId, seats: [{ partyId, persona }] });
export const nobody: Hand = { personId: 'nobody', seats: [] };

/** A sheet that lacks nothing, written by Villeneuve-la-Garenne. */
export const sheet = (over: Partial<Sheet> = {}): Sheet => ({
  id: 'sheet', partnershipId: 'partnership', agreementId: 'agreement', year: 2027, kind: 'PROJECT', state: 'DRAFT',
  authorPartyId: 'vlg', authorPersonId: 'author', axisId: 'I', actionLeadId: 'lead', outsideAxesReason: null, title: 'Titre',
  sections: { context: 'Contexte', objectives: 'Objectifs' },
  transversalAnswers: { T1: 'Oui', T2: 'Oui' },
  startsOn: '2027-01-11' as CivilDate, endsOn: '2027-11-30' as CivilDate,
  indicators: [{ label: 'Personnes', method: 'Registre', responsible: 'Chargée de mission', targets: [{ partyId: 'tiznit', people: 90 }, { partyId: 'vlg', people: 30 }], total: 120 }],
  budget: [{ label: 'Accompagnement', partyId: 'vlg', funder: null, kind: 'CASH', amountMinor: '0', currency: 'EUR' as Currency }],
  version: 3, submittedAt: null, returnReason: null,
  ...over,
});

export const sheetCase = (over: Partial<Sheet> = {}, beside: Partial<Omit<SheetCase, 'sheet'>> = {}): SheetCase => ({ sheet: sheet(over), validations: [], inPlan: false, ...beside });

export const plan = (over: Partial<Plan> = {}): Plan => ({
  id: 'plan', partnershipId: 'partnership', agreementId: 'agreement', year: 2027, version: 1, state: 'DRAFT',
  content: null, contentHash: null, frozenAt: null, decisionId: null, adoptedAt: null, onTime: null,
  ...over,
});

export const planCase = (over: Partial<Plan> = {}, beside: Partial<Omit<PlanCase, 'plan'>> = {}): PlanCase => ({ plan: plan(over), actions: [sheet({ state: 'CO_VALIDATED' })], validations: [], ...beside });

/** The code of a refusal, or OK. */
export const codeOf = (answer: { readonly refused: boolean; readonly code?: string }): string => (answer.refused ? (answer.code ?? '') : 'OK');
