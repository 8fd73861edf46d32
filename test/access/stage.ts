import { createHash } from 'node:crypto';
import type { Who } from './cast.js';
import type { Ground } from './ground.js';
import type { Snapshot } from './snapshot.js';
import { paperOf, type Things } from './story.js';

/** A picture of one point. */
const scan = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
export const scanSha256 = createHash('sha256').update(scan).digest('hex');

/** Where an act is made ready: the people of the ground, and a hand beside the house, whose writing is taken back as theirs is. */
export class Stage {
  constructor(
    readonly ground: Ground,
    readonly things: Things,
    private readonly hand: Snapshot,
  ) {}

  async act(who: Who, mutation: string, input: object): Promise<void> {
    await this.ground.as(who).act(mutation, input, '__typename');
  }

  ask<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.hand.ask<Row>(sql, parameters);
  }

  /** The id of what was written last in that table: ids grow with time. */
  async newest(table: string, where = 'true'): Promise<string> {
    const [row] = await this.ask<{ id: string }>(`select id from ${table} where ${where} order by id desc limit 1`);
    if (!row) throw new Error(`nothing in ${table}`);
    return row.id;
  }

  personOf(who: Who): string {
    return this.ground.people.get(who) ?? '';
  }

  /** Joins the scan to a thing by the posted form; answers the document's id. */
  async join(who: Who, to: string, beside: Readonly<Record<string, string>> = {}): Promise<string> {
    const form = new FormData();
    for (const [name, value] of Object.entries(beside)) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(scan)]), 'scan.png');
    const response = await this.ground.as(who).get(`/files/attachments/${to}`, { method: 'POST', headers: { origin: this.ground.url }, body: form });
    if (response.status !== 201) throw new Error(`${to}: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { id: string }).id;
  }

  /** A PV on paper with its scan, signed by both sides; answers its id. */
  async paper(): Promise<string> {
    const { partnershipId, parties } = this.ground;
    const signatures = [parties.own, parties.other].map((partyId) => ({ partyId, office: 'Maire', signedOn: '2025-11-20' }));
    await this.act('own-C', 'enterPaperMinutes', { partnershipId, content: { ...paperOf(parties.own, 'PV n° 9'), signatures } });
    const id = await this.newest('paper_minutes');
    await this.join('own-C', `paperMinutes/${id}`);
    return id;
  }

  /** What the other side has read of a paper. */
  async seenOf(id: string): Promise<{ id: string; contentHash: string; scanSha256: string }> {
    const [row] = await this.ask<{ hash: string }>('select content_hash as hash from paper_minutes where id = $1', [id]);
    return { id, contentHash: row?.hash ?? '', scanSha256 };
  }

  /** The same, confirmed: its decision is executory. */
  async confirmedPaper(): Promise<string> {
    const id = await this.paper();
    await this.act('other-C', 'confirmPaperMinutes', await this.seenOf(id));
    return id;
  }

  /** A partnership being set up: its first coordinator is the person without a seat. Answers its id. */
  async setUp(): Promise<string> {
    const party = (country: string, shortName: string, mailAddress: string): object => ({
      organisation: `Commune de ${shortName}`, kind: 'MUNICIPALITY', shortName, country, presidentTitle: 'Maire', presidentTitleAr: 'عمدة',
      coordinator: { displayName: `Person ${shortName}`, mailAddress, language: 'fr', office: 'Coordinateur', officeAr: 'منسق' },
    });
    await this.act('admin', 'openPartnership', { name: 'Ici – Là', parties: [party('FR', 'Ici', 'seatless@access.example'), party('MA', 'Là', 'former-g@access.example')] });
    const partnershipId = await this.newest('partnership', `name = 'Ici – Là'`);
    await this.act('seatless', 'acceptInvitation', { invitationId: await this.newest('invitation', `person_id = '${this.personOf('seatless')}'`) });
    return partnershipId;
  }

  /** The same, its agreement recorded from a template: what each further step names. */
  async recorded(): Promise<{ partnershipId: string; textEdition: number }> {
    const partnershipId = await this.setUp();
    await this.act('seatless', 'recordAgreement', { partnershipId, template: 'COOPERATION', displayName: 'Convention' });
    const told = await this.ground.as('seatless').ask('query ($id: ID!) { setUp(partnershipId: $id) { textEdition } }', { id: partnershipId });
    const { setUp } = told.data as { setUp: { textEdition: number } };
    return { partnershipId, textEdition: setUp.textEdition };
  }

  /** The edition of its rules, as who confirms them has read it. */
  async editionOf(partnershipId: string): Promise<number> {
    const told = await this.ground.as('seatless').ask('query ($id: ID!) { ruleBook(partnershipId: $id) { edition } }', { id: partnershipId });
    return (told.data as { ruleBook: { edition: number } }).ruleBook.edition;
  }
}
