import { sixDigits } from '#identity';
import { directionOf } from '#kernel';
import { say } from '#phrases';
import { checkSmtp, mailLayout, parseMailAddress, SmtpMailer, type Letter, type SmtpTrouble } from '#platform';
import type { Pending } from './kept-files.js';

/** Why the relay cannot be used, and what to do about it. */
const remedies: Readonly<Record<SmtpTrouble, string>> = {
  HOST_UNKNOWN: 'Ce nom de relais n’existe pas, ou ce serveur n’a pas de DNS. Vérifiez le nom dans SMTP_URL.',
  NOBODY_LISTENS: 'Personne ne répond à ce port. Vérifiez le port (465 pour smtps, 587 ou 25 pour smtp) et le pare-feu de sortie.',
  SILENT: 'Le relais ne répond pas. Un pare-feu retient sans doute la connexion : demandez l’ouverture de ce port en sortie.',
  CERTIFICATE: 'Le certificat du relais n’est reconnu par aucune autorité connue. Donnez celle de votre ville par NODE_EXTRA_CA_CERTS=/chemin/autorite.pem.',
  TLS_WANTED: 'Le chiffrement ne s’accorde pas : smtps:// chiffre d’emblée (port 465), smtp:// commence en clair puis chiffre (port 587). Essayez l’autre.',
  SIGN_IN_REFUSED: 'Le relais refuse ce compte ou ce mot de passe. Dans SMTP_URL, # @ : / % du mot de passe s’écrivent %23 %40 %3A %2F %25.',
  OTHER: 'Le relais refuse la connexion ; ses mots sont ci-dessous.',
};

/** The relay's trouble in two lines, cause and remedy then its own words; `null` when it is ready. Sends nothing. */
export async function relayTrouble(url: string): Promise<string | null> {
  const found = await checkSmtp(url);
  return found && `${remedies[found.trouble]}\nLe relais a dit : ${found.said}`;
}

/** The six digits that the mail carries. */
export const codeOf = ({ secret, codeId }: Pick<Pending, 'secret' | 'codeId'>): string => sixDigits(secret, codeId);

function letterOf({ answers, secret, codeId }: Pending): Letter {
  const [from, to] = [parseMailAddress(answers['MAIL_FROM'] ?? ''), parseMailAddress(answers['ADMIN_MAIL'] ?? '')];
  if (from.refused || to.refused) throw new Error('addresses are checked when they are asked');
  const language = answers['ADMIN_LANGUAGE'] === 'ar' ? 'ar' : 'fr';
  const subject = say(language, 'instance.confirmMail.subject');
  const blocks = [
    { kind: 'heading' as const, text: [say(language, 'instance.confirmMail.heading')] },
    { kind: 'code' as const, code: codeOf({ secret, codeId }) },
    { kind: 'paragraph' as const, text: [say(language, 'instance.confirmMail.body')] },
  ];
  const { text, html } = mailLayout({
    preheader: say(language, 'instance.confirmMail.heading'), blocks, language, direction: directionOf(language), title: subject,
    footer: { lines: [[say(language, 'instance.confirmMail.why', { url: answers['PUBLIC_URL'] ?? '' })]], links: [] },
  });
  const host = new URL(answers['PUBLIC_URL'] ?? '').hostname;
  return { messageId: `init-${codeId}@${host}`, from: { name: 'Passerelle', address: from.value }, to: { name: answers['ADMIN_NAME'] ?? '', address: to.value }, subject, language, text, html };
}

/** Sends the code. @returns the trouble in a sentence, or `null` when the relay took the letter */
export async function sendCode(pending: Pending): Promise<string | null> {
  const mailer = new SmtpMailer({ url: pending.answers['SMTP_URL'] ?? '' });
  try {
    const delivery = await mailer.send(letterOf(pending));
    if (delivery.outcome === 'SENT') return null;
    return `Le relais n’a pas pris le courriel. Il refuse sans doute l’expéditeur ${pending.answers['MAIL_FROM']} : choisissez par --mail-from une adresse de son domaine.\nLe relais a dit : ${delivery.reason}`;
  } finally {
    await mailer.close();
  }
}
