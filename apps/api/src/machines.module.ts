import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { MinutesAddress } from '#deliberation';
import { InstanceSecret, PasskeySite, SessionLimits, usualSessionLimits } from '#identity';
import { Clock, Ids, LegalClock, MachineClock, VersionedZones, Zones } from '#kernel';
import { ContextSource, DemoMode, PostgresWork, Relay, SystemClock, UploadLimits, UuidIds, WorkerWork, Work, type MovableLegalClock } from '#platform';
import type { DataSource } from 'typeorm';
import { HouseContextSource } from './door/house-context-source.js';
import { passkeySiteOf } from './door/passkey-site.js';
import { PublicAddress } from './door/public-address.js';

/** What the composition root brings: opened machines, never looked for by a room. */
export interface Machines {
  readonly app: DataSource;
  readonly worker: DataSource;
  readonly legalClock: MovableLegalClock;
  readonly publicUrl: string;
  readonly secret: string;
  readonly demo: boolean;
  /** How long a sign-in lasts; the usual limits unless given. */
  readonly sessions?: SessionLimits;
  /** Megabytes a file sent in may have; 10 unless given. */
  readonly uploadMegabytes?: number | undefined;
  /** Further machines (press, mailer, alarm clock), by the abstract class rooms ask for. */
  readonly providers: Provider[];
}

/** One clock, one zone service, one unit of work per role: injected everywhere, made here only. */
@Global()
@Module({})
export class MachinesModule {
  static with(machines: Machines): DynamicModule {
    const machine = new SystemClock();
    const ids = new UuidIds(machine);
    const clocks = { legal: machines.legalClock as Clock, machine, ids };
    const workerWork = new PostgresWork(machines.worker, clocks);
    const providers: Provider[] = [
      { provide: Work, useValue: new PostgresWork(machines.app, clocks) },
      { provide: WorkerWork, useValue: workerWork },
      { provide: Relay, useValue: new Relay(workerWork, (error, fact) => console.error(`A fact waits in the outbox: ${fact}`, error)) },
      { provide: LegalClock, useValue: machines.legalClock },
      { provide: MachineClock, useValue: machine },
      { provide: Ids, useValue: ids },
      { provide: Zones, useValue: new VersionedZones() },
      { provide: PublicAddress, useValue: new PublicAddress(machines.publicUrl) },
      { provide: MinutesAddress, useValue: { publicUrl: machines.publicUrl } },
      { provide: SessionLimits, useValue: machines.sessions ?? usualSessionLimits },
      { provide: PasskeySite, useValue: passkeySiteOf(machines.publicUrl) },
      { provide: InstanceSecret, useValue: { value: machines.secret } },
      { provide: UploadLimits, useValue: new UploadLimits((machines.uploadMegabytes ?? 10) * 1_048_576) },
      { provide: DemoMode, useValue: { on: machines.demo } },
      HouseContextSource,
      { provide: ContextSource, useExisting: HouseContextSource },
      ...machines.providers,
    ];
    return { module: MachinesModule, providers, exports: providers.map((provider) => ('provide' in provider ? provider.provide : provider)) };
  }
}
