import { expect } from '@jest/globals';
import pg from 'pg';
import type { Client, DemoHouse } from '../../test/world/demo-house.js';

/** A seeded generator: the same rounds at each run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const parts = ['context', 'objectives', 'activities'] as const;
export type Part = (typeof parts)[number];
export type Choice = 'mine' | 'theirs' | 'both';
/** What one of two editors does: writes in a part, lets the page save, loses the line, has it again; `choice`, should a part be in dispute then. */
export type Step = { readonly who: 0 | 1; readonly choice: Choice } & ({ readonly does: 'write'; readonly part: Part; readonly text: string } | { readonly does: 'save' | 'leave' | 'return' });

/** One interleaving: both have the fiche open; one of them is offline for a while; in the end both are back. */
export function interleaving(name: string, random: () => number): Step[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const away = pick([0, 1] as const);
  const step = (who: 0 | 1, does: 'save' | 'leave' | 'return'): Step => ({ who, does, choice: pick(['mine', 'theirs', 'both']) });
  const writes = (who: 0 | 1, place: number): Step => ({ who, does: 'write', part: pick(parts), text: `[${name}.${place}]`, choice: 'both' });
  const steps: Step[] = [step(away, 'leave')];
  const others = 1 + Math.floor(random() * 3);
  for (let place = 0; place < others; place += 1) {
    const who = place === 0 ? away : pick([0, 1] as const);
    steps.push(writes(who, place));
    if (random() < 0.5) steps.push(step(who, 'save'));
  }
  const near = away === 0 ? 1 : 0;
  steps.splice(1 + Math.floor(random() * steps.length), 0, writes(near, others), step(near, 'save'));
  return [...steps, step(away, 'return'), step(away, 'save'), step(near, 'save')];
}

export const textsOf = (steps: readonly Step[]): string[] => steps.flatMap((step) => (step.does === 'write' ? [step.text] : []));

type Words = Readonly<Record<Part, string>>;
interface Read {
  readonly version: number;
  readonly sections: Words;
}
const aside = `mutation($input: EditSheetInput!) { done: setSheetAside(input: $input) { ... on ProjectSheet { version sections { ${parts.join(' ')} } } } }`;
const shown = `version sections { ${parts.join(' ')} }`;

/** An editor over the API, as her page behaves: she sends what she typed on what she read; overtaken, it is set aside, and she chooses. */
export class Editor {
  private read: Read = { version: 0, sections: { context: '', objectives: '', activities: '' } };
  private typed: Partial<Record<Part, string>> = {};
  private away = false;
  overtaken = 0;

  constructor(
    private readonly client: Client,
    private readonly sheetId: string,
  ) {}

  /** Both have the same page before them. */
  static async open(editors: readonly [Editor, Editor]): Promise<void> {
    const [{ client, sheetId }] = editors;
    const { projectSheet } = await client.ask<{ projectSheet: Read }>(`query($id: ID!) { projectSheet(id: $id) { ${shown} } }`, { id: sheetId });
    for (const editor of editors) editor.read = projectSheet;
  }

  async play(step: Step): Promise<void> {
    if (step.does === 'write') this.typed[step.part] = (this.typed[step.part] ?? '') + step.text;
    if (step.does === 'leave' || step.does === 'return') this.away = step.does === 'leave';
    if (step.does === 'save' && !this.away) await this.save(step.choice);
  }

  private async save(choice: Choice): Promise<void> {
    for (let tries = 0; tries < 5 && Object.keys(this.typed).length > 0; tries += 1) {
      const input = { sheetId: this.sheetId, expectedVersion: this.read.version, sections: this.typed };
      const answer = await this.client.act<Read & { code?: string }>('editSheet', input, shown);
      if (!answer.code) {
        this.read = answer;
        this.typed = {};
        return;
      }
      expect(answer.code).toBe('VERSION_CHANGED');
      this.overtaken += 1;
      this.choose((await this.client.ask<{ done: Read }>(aside, { input })).done, choice);
    }
  }

  /** Reads again; what both wrote waits for her choice, as on the page. */
  private choose(theirs: Read, choice: Choice): void {
    for (const part of parts) {
      const mine = this.typed[part];
      if (mine === undefined || theirs.sections[part] === this.read.sections[part]) continue;
      if (choice === 'theirs') delete this.typed[part];
      if (choice === 'both') this.typed[part] = `${theirs.sections[part]}\n${mine}`;
    }
    this.read = theirs;
  }
}

/** The fiche two editors share, and what the database keeps of it. */
export class Desk {
  private constructor(
    private readonly clients: readonly [Client, Client],
    private readonly owner: pg.Client,
  ) {}

  static async open(demo: DemoHouse, personas: readonly [string, string]): Promise<Desk> {
    const owner = new pg.Client({ connectionString: demo.database.superuser });
    await owner.connect();
    return new Desk([await demo.as(personas[0]), await demo.as(personas[1])], owner);
  }

  close = (): Promise<void> => this.owner.end();
  sql = (statement: string): Promise<unknown> => this.owner.query(statement);

  async draft(): Promise<string> {
    const { viewer } = await this.clients[0].ask<{ viewer: { seats: { partnership: { id: string } }[] } }>('{ viewer { seats { partnership { id } } } }');
    const input = { partnershipId: viewer.seats[0]!.partnership.id, year: 2028, kind: 'PROJECT', title: 'Deux mains, une fiche' };
    return (await this.clients[0].act<{ id: string }>('draftSheet', input, 'id')).id;
  }

  /** Plays one interleaving on a fiche. @returns how often a saving came too late */
  async play(sheetId: string, steps: readonly Step[]): Promise<number> {
    const editors = this.clients.map((client) => new Editor(client, sheetId)) as [Editor, Editor];
    await Editor.open(editors);
    for (const step of steps) await editors[step.who].play(step);
    return editors[0].overtaken + editors[1].overtaken;
  }

  /** The texts that are in no version of the fiche, nor beside them. */
  async lost(sheetId: string, texts: readonly string[]): Promise<string[]> {
    const { rows } = await this.owner.query<{ parts: object }>('select parts from project_sheet_revision where sheet_id = $1', [sheetId]);
    const kept = JSON.stringify(rows.map((row) => row.parts));
    return texts.filter((text) => !kept.includes(text));
  }

  /** The fewest of these steps that still lose a text, each try on a fiche of its own. */
  async shrink(steps: readonly Step[]): Promise<Step[]> {
    const near = steps.filter(({ does }) => does !== 'leave' && does !== 'return');
    let fewest = (await this.loses(near)) ? near : [...steps];
    for (let place = 0; place < fewest.length; ) {
      const fewer = fewest.filter((_, index) => index !== place);
      if (await this.loses(fewer)) fewest = fewer;
      else place += 1;
    }
    return fewest;
  }

  private async loses(steps: readonly Step[]): Promise<boolean> {
    const sheetId = await this.draft();
    await this.play(sheetId, steps);
    return (await this.lost(sheetId, sentOf(steps))).length > 0;
  }
}

/** Texts that their writer's page was given time to send: what is only typed, and never saved, is nobody's loss but hers. */
export function sentOf(steps: readonly Step[]): string[] {
  return steps.flatMap((step, place) => {
    if (step.does !== 'write') return [];
    let away = false;
    const sent = steps.some((later, index) => {
      if (later.who !== step.who) return false;
      if (later.does === 'leave' || later.does === 'return') away = later.does === 'leave';
      return later.does === 'save' && index > place && !away;
    });
    return sent ? [step.text] : [];
  });
}

/** Plays them all, thirty to a fiche. The first that loses a text is shrunk and told. */
export async function playAll(desk: Desk, rounds: { readonly count: number; readonly seed: number }): Promise<{ overtaken: number; lost: string[]; fewest: Step[] }> {
  const random = seeded(rounds.seed);
  let overtaken = 0;
  for (let first = 0; first < rounds.count; first += 30) {
    const sheetId = await desk.draft();
    const played = Array.from({ length: 30 }, (_, place) => interleaving(String(first + place), random));
    for (const steps of played) overtaken += await desk.play(sheetId, steps);
    const lost = await desk.lost(sheetId, played.flatMap(sentOf));
    const losing = played.find((steps) => sentOf(steps).some((text) => lost.includes(text)));
    if (losing) return { overtaken, lost, fewest: await desk.shrink(losing) };
  }
  return { overtaken, lost: [], fewest: [] };
}
