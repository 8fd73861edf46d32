import type { Who } from './cast.js';
import type { Client } from './client.js';
import type { House } from '../../apps/api/src/house.js';

/** Things of the first partnership, by the state they stand in: what the cells ask about. */
export interface Things {
  readonly sheets: Readonly<Record<'draft' | 'submitted' | 'agreed' | 'planned' | 'adopted', string>>;
  /** A remark on each of these sheets: of the draft, its party's alone. */
  readonly comments: Readonly<Record<'draft' | 'submitted', string>>;
  readonly plans: Readonly<Record<'draft' | 'agreed' | 'frozen' | 'adopted', string>>;
  readonly meetings: Readonly<Record<'scheduled' | 'convened' | 'sitting' | 'polling' | 'idle' | 'closed' | 'drafted', string>>;
  readonly minutes: Readonly<Record<'draft' | 'review' | 'final' | 'executory', string>>;
  /** A co-validation entered by the other side's coordinator for its technician. */
  readonly entered: string;
  /** That technician: a person, like another. */
  readonly speaker: string;
  /** A PV on paper that the first side entered. */
  readonly paperId: string;
  readonly decisionId: string;
  readonly ballot: { readonly id: string; readonly textHash: string };
  readonly memberSeatId: string;
  /** The action of the adopted plan, not started; and the decision that adopted it. */
  readonly actionId: string;
  readonly adoptedDecisionId: string;
  /** What a president signs: the content hash of the final minutes. */
  readonly finalHash: string;
  readonly axisId: string;
  readonly agreementId: string;
  /** A correction of a rule in service, asked by the first side. */
  readonly correction: string;
  /** An invitation sent, a recovery asked, a guest of the first side and her mandate. */
  readonly people: Readonly<Record<'invitation' | 'recovery' | 'mandate' | 'guest', string>>;
}

/** The day of every meeting but the one still to be convened. */
const when = { meeting: '2026-10-01', later: '2026-11-05' };
/** The instant of the legal clock at which the story stops. */
export const storyStops = new Date('2026-10-01T12:30:00Z');

const decision = { title: 'Une décision', text: 'Le comité décide.' };

/** A PV on paper, hosted and signed by that party. */
export const paperOf = (partyId: string, number = 'PV n° 1'): object => ({ number, heldOn: '2025-11-20', kind: 'EXTRAORDINARY', hostPartyId: partyId, place: 'ici', decisions: [{ title: 'Décision', result: 'ADOPTED' }], signatures: [{ partyId, office: 'Maire', signedOn: '2025-11-20' }] });

/** What a story needs of the ground it is played on. */
export interface Stage {
  readonly house: Pick<House, 'legalClock'>;
  readonly partnershipId: string;
  readonly parties: Readonly<Record<'own' | 'other', string>>;
  readonly people: ReadonlyMap<Who, string>;
  as(who: Who): Client;
  mandateOf(personId: string): Promise<string>;
}

/** Plays the first partnership's story through the very API, as the people who may. */
export class Story {
  constructor(private readonly ground: Stage) {}

  async play(): Promise<Things> {
    const axisId = await this.axis();
    const sheets = { draft: await this.sheet(2027), submitted: await this.submitted(2027), agreed: await this.agreed(2027), planned: await this.agreed(2027), adopted: await this.agreed(2026) };
    const plans = { draft: await this.plan(2027, sheets.planned), agreed: await this.validated(2028), frozen: await this.frozen(2029), adopted: await this.frozen(2026, sheets.adopted) };
    const comments = { draft: await this.remark('own-T', sheets.draft), submitted: await this.remark('other-T', sheets.submitted) };
    const ids: string[] = [];
    const scheduled = await this.meeting(undefined, when.later);
    for (const item of [undefined, undefined, decision, decision, undefined, undefined, undefined, undefined]) ids.push(await this.meeting(item));
    const adopting = await this.meeting({ title: 'Plan 2026', subjectKind: 'actionPlan', subjectId: plans.adopted });
    const [convened = '', idle = '', sitting = '', polling = '', closed = '', drafted = '', reviewed = '', finished = ''] = ids;
    for (const id of [...ids, adopting]) await this.act('own-P', 'conveneMeeting', { meetingId: id });
    this.ground.house.legalClock.freezeAt(storyStops);
    await this.attend(convened);
    for (const id of [...ids.slice(1), adopting]) await this.open(id);
    const ballot = await this.poll(sitting);
    const decisionId = (await this.decisions(polling))[0]?.id ?? '';
    await this.decide(adopting);
    for (const id of [closed, drafted, reviewed, finished, adopting]) await this.act('own-C', 'closeMeeting', { meetingId: id });
    const minutes = { draft: await this.minutes(drafted, 'DRAFT'), review: await this.minutes(reviewed, 'REVIEW'), final: await this.minutes(finished, 'FINAL'), executory: await this.minutes(adopting, 'EXECUTORY') };
    const memberSeatId = (await this.members())[0] ?? '';
    const { minutes: final } = await this.see<{ minutes: { contentHash: string } }>('query ($id: ID!) { minutes(id: $id) { contentHash } }', { id: minutes.final });
    const people = await this.people();
    const { followedActions } = await this.see<{ followedActions: { actions: { id: string; decision: { id: string } }[] } }>('query ($id: ID!) { followedActions(partnershipId: $id, year: 2026) { actions { id decision { id } } } }', { id: this.ground.partnershipId });
    const [followed] = followedActions.actions;
    const { id: paperId } = await this.act('own-C', 'enterPaperMinutes', { partnershipId: this.ground.partnershipId, content: paperOf(this.ground.parties.own) });
    const entered = await this.entered();
    return { sheets, comments, plans, entered, speaker: this.ground.people.get('other-T') ?? '', meetings: { scheduled, convened, idle, sitting, polling, closed, drafted }, minutes, ballot, paperId, decisionId, memberSeatId, actionId: followed?.id ?? '', adoptedDecisionId: followed?.decision.id ?? '', finalHash: final.contentHash, axisId, agreementId: await this.agreement(), correction: await this.correction(), people };
  }

  private act<Shown = { id: string }>(who: Who, ...act: Parameters<Client['act']>): Promise<Shown> {
    return this.ground.as(who).act<Shown>(...act);
  }

  private async see<Shown>(document: string, variables: object): Promise<Shown> {
    const told = await this.ground.as('own-C').ask(document, variables);
    if (told.codes.length > 0 || !told.data) throw new Error(told.text);
    return told.data as Shown;
  }

  private async agreement(): Promise<string> {
    const { agreementLives } = await this.see<{ agreementLives: { id: string }[] }>('query ($id: ID!) { agreementLives(partnershipId: $id) { id } }', { id: this.ground.partnershipId });
    return agreementLives[0]?.id ?? '';
  }

  private async correction(): Promise<string> {
    const { partnershipId } = this.ground;
    const document = 'query ($id: ID!) { ruleBook(partnershipId: $id) { edition rules { key versions { id act } } } }';
    const read = () => this.see<{ ruleBook: { edition: number; rules: { key: string; versions: { id: string; act: string }[] }[] } }>(document, { id: partnershipId });
    const { edition } = (await read()).ruleBook;
    for (const who of ['own-C', 'other-C'] as const) await this.act(who, 'confirmService', { partnershipId, edition }, 'edition');
    const asked = { partnershipId, key: 'remote', parts: [{ name: 'value', values: ['NONE'] }], source: { kind: 'LAW', reference: 'Loi' }, motive: 'Motif' };
    await this.act('own-C', 'correctRule', asked, 'edition');
    return (await read()).ruleBook.rules.flatMap(({ versions }) => versions).find(({ act }) => act === 'CORRECTION')?.id ?? '';
  }

  private async axis(): Promise<string> {
    const seen = await this.see<{ partnership: { agreement: { axes: { id: string; kind: string; active: boolean }[] } } }>('query ($id: ID!) { partnership(id: $id) { agreement { axes { id kind active } } } }', { id: this.ground.partnershipId });
    return seen.partnership.agreement.axes.find(({ kind, active }) => kind !== 'TRANSVERSAL' && active)?.id ?? '';
  }

  private async people(): Promise<Things['people']> {
    const { partnershipId, parties } = this.ground;
    const { id: invitation } = await this.act('own-C', 'inviteToSeat', { partnershipId, partyId: parties.own, category: 'ELECTED_MEMBER', office: 'Adjointe', officeAr: 'نائبة', displayName: 'Lina Morel', mailAddress: 'lina@access.example', language: 'fr', from: '2026-11-01' });
    const guest = this.ground.people.get('own-G') ?? '';
    const { id: recovery } = await this.act('own-C', 'askRecovery', { partnershipId, personId: this.ground.people.get('own-K') ?? '', reason: 'Clé perdue' });
    return { invitation, recovery, mandate: await this.ground.mandateOf(guest), guest };
  }

  /** A sheet with every field that its submission asks for. */
  private async sheet(year: number): Promise<string> {
    const { partnershipId, parties } = this.ground;
    const document = 'query ($id: ID!) { partnership(id: $id) { agreement { axes { id kind operations { leads { id } } } } } }';
    const { partnership } = await this.see<{ partnership: { agreement: { axes: { id: string; kind: string; operations: { leads: { id: string }[] }[] }[] } } }>(document, { id: partnershipId });
    const { axes } = partnership.agreement;
    const actionLeadId = axes.flatMap(({ operations }) => operations.flatMap(({ leads }) => leads))[0]?.id;
    const { id, version } = await this.act<{ id: string; version: number }>('own-T', 'draftSheet', { partnershipId, year, kind: 'PROJECT', actionLeadId }, 'id version');
    await this.act('own-T', 'editSheet', {
      sheetId: id,
      expectedVersion: version,
      sections: { context: 'Contexte', objectives: 'Objectifs' },
      transversalAnswers: axes.filter(({ kind }) => kind === 'TRANSVERSAL').map((axis) => ({ axisId: axis.id, text: 'Réponse' })),
      startsOn: `${year}-02-01`,
      endsOn: `${year}-11-30`,
      indicators: [{ label: 'Personnes', method: 'Feuilles', responsible: 'Service', targets: [{ partyId: parties.own, people: 10 }, { partyId: parties.other, people: 20 }], total: 30 }],
      budget: [{ label: 'Part', partyId: parties.own, kind: 'CASH', amountMinor: '100000', currency: 'EUR' }, { label: 'Locaux', partyId: parties.other, kind: 'IN_KIND', amountMinor: '50000', currency: 'EUR' }],
    });
    return id;
  }

  private async remark(who: Who, sheetId: string): Promise<string> {
    await this.act(who, 'commentSheet', { sheetId, field: 'title', text: 'Remarque' });
    const { sheetComments } = await this.see<{ sheetComments: { comments: { id: string }[] } }>('query ($id: ID!) { sheetComments(sheetId: $id) { comments { id } } }', { id: sheetId });
    return sheetComments.comments[0]?.id ?? '';
  }

  private async submitted(year: number): Promise<string> {
    return (await this.act('own-T', 'submitSheet', { sheetId: await this.sheet(year) })).id;
  }

  private async entered(): Promise<string> {
    const subjectId = await this.submitted(2027);
    const input = { act: 'CO_VALIDATE_SHEET', subjectId, personId: this.ground.people.get('other-T'), channel: 'TELEPHONE', saidOn: '2026-10-01' };
    return (await this.act('other-C', 'enterFor', input)).id;
  }

  private async agreed(year: number): Promise<string> {
    const { id, version } = await this.act<{ id: string; version: number }>('own-T', 'submitSheet', { sheetId: await this.sheet(year) }, 'id version');
    await this.act('other-T', 'coValidateSheet', { sheetId: id, version });
    return id;
  }

  private async plan(year: number, sheetId?: string): Promise<string> {
    const { id } = await this.act('own-C', 'openPlan', { partnershipId: this.ground.partnershipId, year });
    await this.act('own-C', 'addToPlan', { planId: id, sheetId: sheetId ?? (await this.agreed(year)) });
    return id;
  }

  private async validated(year: number, sheetId?: string): Promise<string> {
    const id = await this.plan(year, sheetId);
    for (const who of ['own-C', 'other-C'] as const) await this.act(who, 'validatePlan', { planId: id });
    return id;
  }

  private async frozen(year: number, sheetId?: string): Promise<string> {
    return (await this.act('own-C', 'freezePlan', { planId: await this.validated(year, sheetId) })).id;
  }

  private async meeting(item: object = { title: 'Information' }, civilDate = when.meeting): Promise<string> {
    const { partnershipId, parties } = this.ground;
    const { id } = await this.act('own-C', 'scheduleMeeting', { partnershipId, hostPartyId: parties.own, kind: 'EXTRAORDINARY', mode: 'HYBRID', civilDate, time: '14:30', place: 'Hôtel de ville' });
    await this.act('own-C', 'addAgendaItem', { meetingId: id, ...item });
    return id;
  }

  private async members(): Promise<string[]> {
    const seen = await this.see<{ partnership: { seats: { id: string; member: boolean }[] } }>('query ($id: ID!) { partnership(id: $id) { seats { id member } } }', { id: this.ground.partnershipId });
    return seen.partnership.seats.filter(({ member }) => member).map(({ id }) => id);
  }

  private async attend(meetingId: string): Promise<void> {
    const entries = (await this.members()).map((seatId) => ({ seatId, presence: 'PRESENT' }));
    await this.act('own-C', 'recordAttendance', { meetingId, entries });
  }

  private async open(meetingId: string): Promise<void> {
    await this.attend(meetingId);
    await this.act('own-C', 'openMeeting', { meetingId });
  }

  private async decisions(meetingId: string): Promise<{ id: string; ballots: { id: string; textHash: string }[] }[]> {
    const seen = await this.see<{ meeting: { decisions: { id: string; ballots: { id: string; textHash: string }[] }[] } }>('query ($id: ID!) { meeting(id: $id) { decisions { id ballots { id textHash } } } }', { id: meetingId });
    return seen.meeting.decisions;
  }

  /** Puts the meeting's decision to the vote; answers the open ballot. */
  private async poll(meetingId: string): Promise<{ id: string; textHash: string }> {
    const [decided] = await this.decisions(meetingId);
    await this.act('own-C', 'openBallot', { decisionId: decided?.id }, '__typename');
    const ballot = (await this.decisions(meetingId))[0]?.ballots[0];
    if (!ballot) throw new Error('the sitting has no ballot');
    return ballot;
  }

  private async decide(meetingId: string): Promise<void> {
    const ballot = await this.poll(meetingId);
    for (const who of ['own-P', 'own-E', 'own-T', 'other-P', 'other-E', 'other-T'] as const) await this.act(who, 'castVote', { ballotId: ballot.id, choice: 'FOR', textHash: ballot.textHash }, '__typename');
    await this.act('own-C', 'closeBallot', { ballotId: ballot.id }, '__typename');
  }

  private async minutes(meetingId: string, until: 'DRAFT' | 'REVIEW' | 'FINAL' | 'EXECUTORY'): Promise<string> {
    const { id, proseVersion } = await this.act<{ id: string; proseVersion: number }>('own-C', 'draftMinutes', { meetingId }, 'id proseVersion');
    await this.act('own-C', 'editMinutes', { minutesId: id, expectedVersion: proseVersion, prose: [{ language: 'fr', discussion: 'Échanges' }, { language: 'ar', discussion: 'مناقشة' }] });
    if (until === 'DRAFT') return id;
    await this.act('own-C', 'reviewMinutes', { minutesId: id });
    if (until === 'REVIEW') return id;
    const { contentHash } = await this.act<{ contentHash: string }>('own-C', 'finaliseMinutes', { minutesId: id }, 'contentHash');
    if (until === 'FINAL') return id;
    for (const who of ['own-P', 'other-P'] as const) await this.act(who, 'signMinutes', { minutesId: id, contentHash, place: 'ici' });
    return id;
  }
}
