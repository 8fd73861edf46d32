import { BullAlarmClock, ImapBounceBox, postgresQueue, redisQueue, SystemClock } from '#platform';
import { relayTrouble } from '../init/confirm-mail.js';
import { attention, fine, wrong, type Finding, type Patient } from './finding.js';

/** The queue's server answers a question; nothing is put in it. */
export async function examineQueue({ settings, databases }: Patient): Promise<Finding> {
  const troubles: string[] = [];
  const onTrouble = (error: Error): void => void troubles.push(error.message);
  const backend = settings.redisUrl ? redisQueue(settings.redisUrl, onTrouble) : postgresQueue(databases.queue, onTrouble);
  const queue = new BullAlarmClock({ backend, clock: new SystemClock(), onTrouble });
  const where = settings.redisUrl ? 'Redis' : 'PostgreSQL, schéma bullmq';
  try {
    if (await queue.answers()) return fine('queue', `La file répond (${where}).`);
    const remedy = settings.redisUrl ? 'Vérifiez REDIS_URL et que Redis tourne. Rien n’est perdu : les rappels sont dans la base et partiront.' : 'npm start crée ce schéma. Rien n’est perdu : les rappels sont dans la base.';
    return wrong('queue', `La file ne répond pas (${where}) : ${troubles[0]?.replace(/[a-z]+:\/\/\S+/g, '…') ?? 'silence'}.`, remedy);
  } finally {
    await queue.stop();
  }
}

/** Greets the relay and signs in; no mail leaves. */
export async function examineRelay({ smtpUrl, demo }: Patient['settings']): Promise<Finding> {
  if (!smtpUrl) return demo ? fine('mail', 'Démonstration : les courriels restent dans la boîte locale.') : wrong('mail', 'Aucun relais de courriel.', 'Donnez SMTP_URL.');
  const trouble = await relayTrouble(smtpUrl);
  if (!trouble) return fine('mail', 'Le relais de courriel répond et accepte ce compte ; aucun courriel n’est parti.');
  const [remedy = '', said = ''] = trouble.split('\n');
  return wrong('mail', `Le relais de courriel ne peut pas servir. ${said}`, remedy);
}

/** Signs in to the mailbox of returned letters; nothing is read there. None is needed. */
export async function examineBounces({ bounceUrl }: Patient['settings']): Promise<Finding> {
  if (!bounceUrl) return fine('bounces', 'Aucune boîte de retours (BOUNCE_URL) : un courriel refusé aussitôt se voit, un courriel revenu plus tard ne se voit pas.');
  try {
    await new ImapBounceBox(bounceUrl).greet();
    return fine('bounces', 'La boîte des courriels revenus s’ouvre.');
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return wrong('bounces', `La boîte des courriels revenus ne s’ouvre pas : ${said}.`, 'Vérifiez BOUNCE_URL : serveur, compte, mot de passe (# @ : / % s’écrivent %23 %40 %3A %2F %25), dossier.');
  }
}

/** What the public must be able to read about who publishes (loi n° 2004-575 du 21 juin 2004, art. 1-1) and whom to ask about personal data (RGPD, art. 13). */
export function examineNotice({ notice, demo }: Patient['settings']): Finding {
  const named = { PUBLISHER: notice.publisher, PUBLISHER_ADDRESS: notice.publisherAddress, PUBLISHER_PHONE: notice.publisherPhone, PUBLICATION_DIRECTOR: notice.publicationDirector, HOSTING: notice.hosting, DPO_CONTACT: notice.dpo };
  const missing = Object.entries(named).filter(([, value]) => !value).map(([name]) => name);
  if (demo || missing.length === 0) return fine('notice', demo ? 'Démonstration : pas de mentions légales.' : 'Les mentions légales sont complètes.');
  return attention('notice', `Les mentions légales sont incomplètes : ${missing.join(', ')}.`, 'Complétez ces réglages dans passerelle.env, puis relancez.');
}
