import { addDays, civilDate, weekdayOf, type CivilDate } from '#kernel';
import { followYear, openWaiting } from './actions.js';
import { conveneMeeting, finalMinutes, holdMeeting, scheduleMeeting, signMinutes, type MeetingPlan } from './meetings.js';
import { coValidatedSheet, draftSheet, submitSheet, type SheetPlan } from './sheets.js';
import type { Stage } from './stage.js';
import type { Troupe } from './troupe.js';

/** The day the story stands at. */
export interface Today {
  readonly today: Date;
  readonly day: CivilDate;
  readonly year: number;
}

/** Saturdays and Sundays become the Friday before. */
const workday = (date: CivilDate): CivilDate => addDays(date, -Math.max(0, weekdayOf(date) - 5));
const on = (year: number, monthDay: string): CivilDate => workday(civilDate(`${year}-${monthDay}`));

const sport = (year: number): SheetPlan => ({
  lead: '4.1.1',
  author: 'technicien',
  counterpart: 'technicien-tiznit',
  context: 'Les jeunes filles quittent les clubs à l’adolescence, dans les deux villes. Les associations sportives demandent des créneaux réguliers et encadrés.',
  objectives: 'Ouvrir un rendez-vous sportif mensuel dans chaque ville et former des éducatrices.',
  equality: 'Créneaux réservés aux femmes et aux jeunes filles ; encadrement féminin formé dans les deux villes.',
  culture: 'Jeux traditionnels amazighs présentés dans les deux langues lors des rencontres.',
  people: { france: 60, morocco: 80 },
  budget: { france: 1_250_000n, morocco: 480_000n },
  startsOn: `${year}-02-01`,
  endsOn: `${year}-11-30`,
});

const youth = (year: number): SheetPlan => ({
  lead: '2.1.2',
  author: 'technicien-tiznit',
  counterpart: 'technicien',
  context: 'Les deux villes accueillent chaque été des jeunes sans projet de vacances. Des structures pilotes sont prêtes à animer des séjours.',
  objectives: 'Deux séjours croisés de dix jours, l’un à Tiznit, l’autre à Villeneuve-la-Garenne.',
  equality: 'Groupes paritaires ; ateliers menés par des animatrices et des animateurs.',
  culture: 'Initiation au tachelhit et au français par le théâtre et le conte.',
  people: { france: 20, morocco: 20 },
  budget: { france: 1_800_000n, morocco: 950_000n },
  startsOn: `${year}-07-01`,
  endsOn: `${year}-08-31`,
});

const crafts = (year: number): SheetPlan => ({
  lead: '3.1.1',
  author: 'homologue',
  counterpart: 'technicienne',
  context: 'Les coopératives de bijouterie de Tiznit cherchent des débouchés ; la foire de Villeneuve-la-Garenne peut accueillir des artisans.',
  objectives: 'Accueillir dix artisans à la foire et organiser une visite d’étude en retour.',
  equality: 'Au moins la moitié des artisans accueillis sont des femmes de coopératives.',
  culture: 'Présentation des savoir-faire amazighs, documents en français et en amazighe.',
  people: { france: 10, morocco: 10 },
  budget: { france: 640_000n, morocco: 210_000n },
  startsOn: `${year}-04-01`,
  endsOn: `${year}-06-30`,
});

/** Last year: the plan of this year is adopted in Tiznit, and its PV becomes executory. */
async function lastYear(troupe: Troupe, stage: Stage, year: number): Promise<void> {
  await troupe.moveTo(troupe.at(on(year - 1, '09-15'), '10:00'));
  await service(troupe, stage);
  const sheets = [await coValidatedSheet(troupe, stage, { ...sport(year), year }), await coValidatedSheet(troupe, stage, { ...youth(year), year })];
  const planId = await assemblePlan(troupe, stage, { year, sheets });
  const plan: MeetingPlan = {
    kind: 'ORDINARY',
    mode: 'HYBRID',
    host: 'MA',
    date: on(year - 1, '11-19'),
    time: '10:00',
    place: 'Siège de la commune, Tiznit',
    item: { title: `Plan d’action ${year}`, subjectKind: 'actionPlan', subjectId: planId },
  };
  const id = await scheduleMeeting(troupe, stage, plan);
  await troupe.moveTo(troupe.at(on(year - 1, '10-15'), '11:00'));
  await conveneMeeting(troupe, plan, id);
  await holdMeeting(troupe, stage, { id, plan });
  await troupe.moveTo(troupe.at(workday(addDays(plan.date, 8)), '15:00'));
  const minutes = await finalMinutes(troupe, { id, plan }, {
    fr: 'Le comité salue la mobilisation des services. Les membres demandent que les associations soient associées dès la préparation des séjours.',
    ar: 'نوّهت اللجنة بتعبئة المصالح. وطلب الأعضاء إشراك الجمعيات منذ الإعداد للإقامات.',
  });
  await troupe.moveTo(troupe.at(workday(addDays(plan.date, 13)), '09:40'));
  await signMinutes(troupe, 'MA', minutes);
  await troupe.moveTo(troupe.at(workday(addDays(plan.date, 14)), '17:05'));
  await signMinutes(troupe, 'FR', minutes);
}

/** Both coordinations confirm the rules they read: the set-up is over, and only the committee changes one from then on (C5 Q25). */
async function service(troupe: Troupe, { partnershipId }: Stage): Promise<void> {
  const { ruleBook } = await troupe.ask<{ ruleBook: { edition: number } }>('coordinateur', 'query($id: ID!) { ruleBook(partnershipId: $id) { edition } }', { id: partnershipId });
  for (const key of ['coordinateur', 'coordinatrice'] as const) await troupe.play(key, 'confirmService { edition }', { partnershipId, edition: ruleBook.edition });
}

async function assemblePlan(troupe: Troupe, stage: Stage, plan: { year: number; sheets: readonly string[] }): Promise<string> {
  const opened = await troupe.play<{ id: string }>('coordinateur', 'openPlan', { partnershipId: stage.partnershipId, year: plan.year });
  for (const sheetId of plan.sheets) await troupe.play('coordinateur', 'addToPlan', { planId: opened.id, sheetId });
  await troupe.play('coordinateur', 'validatePlan', { planId: opened.id });
  await troupe.play('coordinatrice', 'validatePlan', { planId: opened.id });
  await troupe.play('coordinateur', 'freezePlan', { planId: opened.id });
  return opened.id;
}

/** Some weeks ago: a remote meeting, hosted by the French side, whose PV the president has signed and the mayor has not. */
async function waitingMinutes(troupe: Troupe, stage: Stage, day: CivilDate): Promise<void> {
  const plan: MeetingPlan = {
    kind: 'EXTRAORDINARY',
    mode: 'REMOTE',
    host: 'FR',
    date: workday(addDays(day, -24)),
    time: '15:00',
    place: 'Visioconférence',
    item: {
      title: 'Candidature au Fonds conjoint franco-marocain',
      text: 'Le comité décide de présenter une candidature commune au Fonds conjoint franco-marocain de soutien à la coopération décentralisée.',
    },
  };
  await troupe.moveTo(troupe.at(workday(addDays(day, -40)), '10:30'));
  const id = await scheduleMeeting(troupe, stage, plan);
  await conveneMeeting(troupe, plan, id);
  await holdMeeting(troupe, stage, { id, plan });
  await troupe.moveTo(troupe.at(workday(addDays(day, -10)), '11:15'));
  const minutes = await finalMinutes(troupe, { id, plan }, {
    fr: 'Les deux services présentent le calendrier de l’appel à projets. La fiche financière sera jointe à la candidature.',
    ar: 'قدمت المصلحتان الجدول الزمني لطلب المشاريع. سترفق البطاقة المالية بالترشيح.',
  });
  await troupe.moveTo(troupe.at(workday(addDays(day, -3)), '09:30'));
  await signMinutes(troupe, 'MA', minutes);
  await openWaiting(troupe, { meetingId: id, day });
}

/** Next year's plan, begun: one fiche retained, one to co-validate, one still a draft; a meeting to convene. */
async function nextYear(troupe: Troupe, stage: Stage, { day, year }: Today): Promise<void> {
  const next = year + 1;
  const retained = await coValidatedSheet(troupe, stage, { ...youth(next), year: next });
  const opened = await troupe.play<{ id: string }>('coordinateur', 'openPlan', { partnershipId: stage.partnershipId, year: next });
  await troupe.play('coordinateur', 'addToPlan', { planId: opened.id, sheetId: retained });
  await submitSheet(troupe, stage, { ...crafts(next), year: next });
  await draftSheet(troupe, stage, { year: next, lead: '4.1.2', author: 'technicienne' });
  await scheduleMeeting(troupe, stage, {
    kind: 'ORDINARY',
    mode: 'HYBRID',
    host: 'FR',
    date: workday(addDays(day, 17)),
    time: '14:00',
    place: 'Hôtel de ville, Villeneuve-la-Garenne',
    item: { title: `Plan d’action ${next}`, subjectKind: 'actionPlan', subjectId: opened.id },
  });
}

/** Plays the two years, dated relative to the day the story stands at. */
export async function playStory(troupe: Troupe, stage: Stage, at: Today): Promise<void> {
  await lastYear(troupe, stage, at.year);
  await followYear(troupe, stage, { year: at.year, until: addDays(at.day, -41) });
  await waitingMinutes(troupe, stage, at.day);
  await troupe.moveTo(troupe.at(addDays(at.day, -2), '14:20'));
  await nextYear(troupe, stage, at);
}
