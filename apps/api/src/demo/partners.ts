import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordAgreementInput } from '#agreement';
import type { Language } from '#kernel';
import type { PartyInput, SeatCategory } from '#parties';
import type { ActFixture } from './act-fixture.js';
import type { CastMember } from './cast.js';

interface SeatFixture {
  /** One key is one person, in as many partnerships as name it. */
  readonly key: string;
  readonly category: SeatCategory;
  readonly office: string;
  readonly officeAr: string;
  readonly language: Language;
}

/** A partnership as a public text tells it: `source` says which, people are replaced by their office. */
interface PartnershipFixture {
  readonly source: string;
  readonly name: string;
  readonly parties: readonly (Omit<PartyInput, 'seats'> & { readonly seats: readonly SeatFixture[] })[];
  readonly agreement: Omit<RecordAgreementInput, 'partnershipId'>;
  readonly acts?: readonly ActFixture[];
}

const directory = join(process.cwd(), 'fixtures/partnerships');
let read: readonly PartnershipFixture[] | undefined;

/** The other partnerships of the demo, one file each, in the order of their files' names; read when a demo first asks. */
export const partnershipFixtures = (): readonly PartnershipFixture[] =>
  (read ??= readdirSync(directory).filter((name) => name.endsWith('.json')).sort().map((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')) as PartnershipFixture));

/** Their people, each once. The address is reserved for examples (RFC 2606). */
export function partners(): readonly CastMember[] {
  const seats = partnershipFixtures().flatMap(({ parties }) => parties.flatMap((party) => party.seats));
  const once = new Map(seats.map((seat) => [seat.key, seat]));
  return [...once.values()].map((seat) => ({ ...seat, side: 'OTHERS', mailAddress: `${seat.key}@partenaires.example` }));
}
