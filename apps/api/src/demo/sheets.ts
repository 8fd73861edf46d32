import type { CivilDate } from '#kernel';
import type { Stage } from './stage.js';
import type { Troupe } from './troupe.js';

/** A fiche of the demo: from which lead, by whom, with which words. Numbers of people follow the lead when it gives them. */
export interface SheetPlan {
  readonly lead: string;
  readonly author: string;
  readonly counterpart: string;
  readonly context: string;
  readonly objectives: string;
  readonly equality: string;
  readonly culture: string;
  /** People aimed at, on each side. */
  readonly people: { readonly france: number; readonly morocco: number };
  /** Cents of euro, paid by each side. */
  readonly budget: { readonly france: bigint; readonly morocco: bigint };
  readonly startsOn: CivilDate | string;
  readonly endsOn: CivilDate | string;
}

interface Lead {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}
interface Axes {
  readonly partnership: { agreement: { axes: { id: string; kind: string; number: string; operations: { leads: Lead[] }[] }[] } };
}

const axesDocument = 'query($id: ID!) { partnership(id: $id) { agreement { axes { id kind number operations { leads { id number title } } } } } }';

async function annexe(troupe: Troupe, stage: Stage, author: string): Promise<{ leads: Map<string, Lead>; transversal: string[] }> {
  const { partnership } = await troupe.ask<Axes>(author, axesDocument, { id: stage.partnershipId });
  const { axes } = partnership.agreement;
  const leads = axes.flatMap(({ operations }) => operations.flatMap((operation) => operation.leads));
  return { leads: new Map(leads.map((lead) => [lead.number, lead])), transversal: axes.filter(({ kind }) => kind === 'TRANSVERSAL').map(({ id }) => id) };
}

/** Drafts a fiche from its lead; answers its id. */
export async function draftSheet(troupe: Troupe, stage: Stage, plan: Pick<SheetPlan, 'lead' | 'author'> & { year: number }): Promise<string> {
  const { leads } = await annexe(troupe, stage, plan.author);
  const { year, lead, author } = plan;
  const drafted = await troupe.play<{ id: string }>(author, 'draftSheet', { partnershipId: stage.partnershipId, year, kind: 'PROJECT', actionLeadId: leads.get(lead)?.id });
  return drafted.id;
}

/** Writes a fiche whole and submits it to the other side; answers its id and the version submitted. */
export async function submitSheet(troupe: Troupe, stage: Stage, plan: SheetPlan & { year: number }): Promise<{ id: string; version: number }> {
  const id = await draftSheet(troupe, stage, plan);
  const { leads, transversal } = await annexe(troupe, stage, plan.author);
  const { projectSheet } = await troupe.ask<{ projectSheet: { version: number } }>(plan.author, 'query($id: ID!) { projectSheet(id: $id) { version } }', { id });
  await troupe.play(plan.author, 'editSheet', {
    sheetId: id,
    expectedVersion: projectSheet.version,
    sections: { context: plan.context, objectives: plan.objectives },
    transversalAnswers: transversal.map((axisId, index) => ({ axisId, text: index === 0 ? plan.equality : plan.culture })),
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    indicators: [
      {
        label: leads.get(plan.lead)?.title ?? plan.lead,
        method: 'Feuilles de présence tenues par chaque service',
        responsible: 'Service porteur de chaque commune',
        targets: [{ partyId: stage.morocco, people: plan.people.morocco }, { partyId: stage.france, people: plan.people.france }],
        total: plan.people.france + plan.people.morocco,
      },
    ],
    budget: [
      { label: 'Participation de Villeneuve-la-Garenne', partyId: stage.france, kind: 'CASH', amountMinor: String(plan.budget.france), currency: 'EUR' },
      { label: 'Mise à disposition d’agents et de locaux', partyId: stage.morocco, kind: 'IN_KIND', amountMinor: String(plan.budget.morocco), currency: 'EUR' },
    ],
  });
  return troupe.play(plan.author, 'submitSheet { id version }', { sheetId: id });
}

/** Submits, and has it validated by the counterpart. */
export async function coValidatedSheet(troupe: Troupe, stage: Stage, plan: SheetPlan & { year: number }): Promise<string> {
  const { id, version } = await submitSheet(troupe, stage, plan);
  await troupe.play(plan.counterpart, 'coValidateSheet', { sheetId: id, version });
  return id;
}
