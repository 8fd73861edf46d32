import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Readable } from 'node:stream';
import type { DynamicModule, Provider } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { canonicalJson, Zones, type Json } from '#kernel';
import { AlarmClock, databaseOf, FactBell, GraphqlExecutor, MovableLegalClock, SystemClock, UploadLimits, Work, WorkerWork, type Ctx } from '#platform';
import { GatherWeekly, type SessionLimits } from '#identity';
import { FollowOffices } from '#deliberation';
import { HearBounces, NoticesDesk, ReminderWorld } from '#notices';
import { AppModule } from './app.module.js';
import { closeDoor } from './boot/close-door.js';
import { HouseContextSource } from './door/house-context-source.js';
import { mountUnsubscribe } from './door/mount-unsubscribe.js';
import { mountPersonaLinks } from './demo/persona-links.js';
import { entities } from './entities.js';
import { AttachmentDesk } from './files/attachment-desk.js';
import { EntryDesk } from './files/entry-desk.js';
import { OfficeDesk } from './files/office-desk.js';
import { VerificationDesk } from './files/verification-desk.js';
import { mountAttachments, refusalSaid } from './files/mount-attachments.js';
import { mountCalendar } from './files/mount-calendar.js';
import { mountHealth } from './health/mount-health.js';
import { mountLive } from './live/mount-live.js';
import { mountWeb } from './web/mount-web.js';
import type { FileRefusal } from '../../web/src/base/load-context.js';

/** What a house is opened over: databases that are migrated already, and the choices of its settings. */
export interface HousePlan {
  readonly urls: { readonly app: string; readonly worker: string };
  readonly publicUrl: string;
  readonly secret: string;
  readonly demo: boolean;
  /** How long a sign-in lasts; the usual limits unless given. */
  readonly sessions?: SessionLimits;
  /** Built web (`dist/web`); `null` serves the API alone. */
  readonly webDirectory: string | null;
  /** Milliseconds the legal clock runs ahead of the machine's; only a demo or a test moves it. */
  readonly legalOffset?: number;
  /** Proxies whose X-Forwarded-For is believed (`settings.trustProxy`); nobody's when absent. */
  readonly trustProxy?: string | undefined;
  /** Where the embedded data are, for the disk's health; absent with an external database. */
  readonly dataDir?: string | undefined;
  /** Megabytes a file sent in may have; 10 unless given. */
  readonly uploadMegabytes?: number | undefined;
  readonly providers?: Provider[];
  readonly rooms?: Required<DynamicModule>['imports'];
  readonly log?: boolean;
}

export interface House {
  readonly app: NestFastifyApplication;
  readonly legalClock: MovableLegalClock;
  readonly bell: FactBell;
  /** Listens; `port` 0 takes a free one. Answers the address. */
  listen(port: number, host: string): Promise<string>;
  /** The machine's own time, for measures. */
  machineNow(): Date;
  /** Hears facts, plans and sends in this process. */
  startWorker(): Promise<void>;
  /** Stops; what is being answered has `grace` milliseconds to end (10,000 unless given). */
  close(grace?: number): Promise<void>;
}

const fastifyOf = (app: NestFastifyApplication): FastifyInstance => app.getHttpAdapter().getInstance() as unknown as FastifyInstance;

async function serveWeb(app: NestFastifyApplication, plan: HousePlan & { webDirectory: string }): Promise<void> {
  const source = app.get(HouseContextSource);
  const executor = app.get(GraphqlExecutor);
  await mountWeb(fastifyOf(app), {
    directory: plan.webDirectory,
    publicUrl: plan.publicUrl,
    demo: plan.demo,
    graphqlFor: (request, reply) => {
      let opened: Promise<Ctx> | null = null;
      return async (document, variables = {}, key) => {
        opened ??= source.contextOf(request, reply);
        const requestHash = createHash('sha256').update(document).update(canonicalJson(variables as Json)).digest('hex');
        return executor.execute({ ...(await opened), idempotencyKey: key ?? null, requestHash }, document, variables) as never;
      };
    },
    sendFile: async (request, reply, to) => {
      const ctx = await source.contextOf(request, reply);
      const { answer, fields } = await app.get(AttachmentDesk).take(ctx, to, { body: request.body as Readable, contentType: request.headers['content-type'] ?? '' });
      const values = Object.fromEntries([...fields].map(([name, value]) => [name, [value]]));
      return answer.refused ? { ...(refusalSaid(answer, ctx.language) as FileRefusal), values } : null;
    },
    readFile: async (request, reply, as) => {
      const ctx = await source.contextOf(request, reply);
      const form = { body: request.body as Readable, contentType: request.headers['content-type'] ?? '' };
      const answer = await (as.kind === 'verification' ? app.get(VerificationDesk).take(ctx, form) : app.get(OfficeDesk).take(ctx, as, form));
      return answer.refused ? { refusal: refusalSaid(answer, ctx.language) as FileRefusal } : { answer: answer.value };
    },
    enterFor: async (request, reply, subjectId) => {
      const ctx = await source.contextOf(request, reply);
      const { answer, fields } = await app.get(EntryDesk).take(ctx, subjectId, { body: request.body as Readable, contentType: request.headers['content-type'] ?? '' });
      if (!answer.refused) return { answer: answer.value };
      return { refusal: refusalSaid(answer, ctx.language) as FileRefusal, values: Object.fromEntries([...fields].map(([name, value]) => [name, [value]])) };
    },
    megabytes: app.get(UploadLimits).megabytes,
    isSignedIn: (request) => source.isSignedIn(request),
    profileLanguage: (request) => source.profileLanguage(request),
    report: (error, requestId) => console.error(`request ${requestId}`, error),
  });
}

/** Opens the house: machines, rooms, doors. Does not listen yet. */
export async function openHouse(plan: HousePlan): Promise<House> {
  const app = await databaseOf(plan.urls.app, entities, 10).initialize();
  const worker = await databaseOf(plan.urls.worker, entities, 4).initialize();
  const machine = new SystemClock();
  const legalClock = new MovableLegalClock(machine, plan.legalOffset ?? 0);
  const bell = new FactBell(plan.urls.app);
  const machines = { app, worker, legalClock, publicUrl: plan.publicUrl, secret: plan.secret, demo: plan.demo, ...(plan.sessions && { sessions: plan.sessions }), uploadMegabytes: plan.uploadMegabytes, providers: [{ provide: FactBell, useValue: bell }, ...(plan.providers ?? [])] };
  const adapter = new FastifyAdapter({ genReqId: () => randomUUID(), bodyLimit: 1_048_576, trustProxy: plan.trustProxy ?? false });
  const nest = await NestFactory.create<NestFastifyApplication>(AppModule.over(machines, plan.rooms), adapter, {
    logger: plan.log ? ['error', 'warn'] : ['error'],
    bufferLogs: false,
  });
  if (plan.demo) mountPersonaLinks(fastifyOf(nest), { source: nest.get(HouseContextSource), work: nest.get(Work) });
  mountHealth(fastifyOf(nest), { work: nest.get(Work), workerWork: nest.get(WorkerWork), queue: nest.get(AlarmClock), zones: nest.get<Zones>(Zones), dataDir: plan.dataDir ?? null }, () => machine.now());
  mountLive(fastifyOf(nest), { source: nest.get(HouseContextSource), work: nest.get(Work), bell, report: (error) => console.error('live', error) });
  mountCalendar(fastifyOf(nest), { work: nest.get(Work), zones: nest.get<Zones>(Zones), legal: legalClock, world: () => nest.get<ReminderWorld>(ReminderWorld, { strict: false }), secret: plan.secret, publicUrl: plan.publicUrl });
  await mountUnsubscribe(fastifyOf(nest), { gather: () => nest.get(GatherWeekly, { strict: false }), publicUrl: plan.publicUrl });
  await mountAttachments(fastifyOf(nest), { source: nest.get(HouseContextSource), work: nest.get(Work), desk: nest.get(AttachmentDesk), office: nest.get(OfficeDesk), publicUrl: plan.publicUrl });
  if (plan.webDirectory) await serveWeb(nest, { ...plan, webDirectory: plan.webDirectory });
  await nest.init();
  await bell.open();
  let desk: NoticesDesk | null = null;
  let bounces: HearBounces | null = null;
  const startWorker = async (): Promise<void> => {
    const opened = nest.get(NoticesDesk);
    desk = opened.watching(async () => nest.get(FollowOffices).run());
    await opened.start();
    const returned = nest.get(HearBounces);
    bounces = returned;
    returned.start();
  };
  const close = async (grace = 10_000): Promise<void> => {
    await Promise.all([desk?.stop(), bounces?.stop()]);
    await bell.close();
    await closeDoor(nest, grace);
    await Promise.all([app.destroy(), worker.destroy()]);
  };
  return { app: nest, legalClock, bell, startWorker, close, machineNow: () => machine.now(), listen: (port, host) => nest.listen(port, host).then(() => nest.getUrl()) };
}
