import type { Provider } from '@nestjs/common';
import { DatabaseMailbox, MailOrigin } from '#notices';
import { LegalClock } from '#kernel';
import { AlarmClock, BounceBox, BullAlarmClock, ImapBounceBox, InstanceNotice, Mailer, MailboxMailer, migrateQueue, NoBounceBox, parseMailAddress, postgresQueue, Press, redisQueue, SmtpMailer, TypstPress, WorkerWork, type QueueBackend, type Settings } from '#platform';
import { BootProblem, type OpenDatabases } from './databases.js';

const trouble = (error: Error, during = 'connexion'): void => console.error(`queue, ${during}: ${error.message}`);

async function queueOf(settings: Settings, databases: OpenDatabases): Promise<QueueBackend> {
  if (settings.redisUrl) return redisQueue(settings.redisUrl, trouble);
  await migrateQueue(databases.owner, new URL(databases.queue).username);
  return postgresQueue(databases.queue, trouble);
}

function originOf(settings: Settings): MailOrigin {
  const from = parseMailAddress(settings.mailFrom);
  if (from.refused) throw new BootProblem(`MAIL_FROM n’est pas une adresse acceptée : ${settings.mailFrom}`);
  return { publicUrl: settings.publicUrl, host: new URL(settings.publicUrl).hostname, from: from.value };
}

/** The machines that the settings choose: who prints, who carries letters, which queue rings. */
export async function openMachines(settings: Settings, databases: OpenDatabases): Promise<{ providers: Provider[] }> {
  const backend = await queueOf(settings, databases);
  const { smtpUrl, bounceUrl } = settings;
  return {
    providers: [
      { provide: Press, useFactory: () => new TypstPress() },
      { provide: MailOrigin, useValue: originOf(settings) },
      { provide: InstanceNotice, useValue: { notice: settings.notice } },
      smtpUrl
        ? { provide: Mailer, useFactory: () => new SmtpMailer({ url: smtpUrl }) }
        : { provide: Mailer, useFactory: (work: WorkerWork) => new MailboxMailer(new DatabaseMailbox(work)), inject: [WorkerWork] },
      { provide: BounceBox, useFactory: () => (bounceUrl ? new ImapBounceBox(bounceUrl) : new NoBounceBox()) },
      {
        provide: AlarmClock,
        useFactory: (clock: LegalClock) => new BullAlarmClock({ backend, clock, onTrouble: trouble }),
        inject: [LegalClock],
      },
    ],
  };
}
