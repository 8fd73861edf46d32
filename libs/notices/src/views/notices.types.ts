import { CivilDateScalar, InstantScalar, RuleSourceView } from '#platform';
import { PersonType } from '#identity';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

@ObjectType('Duty', { description: 'Ce que je dois faire : quoi, pourquoi, jusqu’à quand, et où.' })
export class DutyType {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'SIGN_MINUTES, CONVENE_MEETING, CAST_VOTE, CO_VALIDATE_SHEET…' }) kind: string;
  @Field(() => String, { description: 'La phrase, dans la langue du lecteur.' }) title: string;
  @Field(() => RuleSourceView, { nullable: true }) source: RuleSourceView | null;
  @Field(() => CivilDateScalar, { nullable: true }) dueOn: string | null;
  @Field(() => Int, { nullable: true }) daysLeft: number | null;
  @Field(() => Boolean) late: boolean;
  @Field(() => Int, { nullable: true, description: 'Jusqu’où les rappels de cette dette sont montés : 0 la personne chargée, 1 la coordination de son côté, 2 les coordinations de chaque côté, 3 le cabinet, 4 la présidence de son côté, 5 les présidences de chaque côté. Nul : aucun rappel encore.' }) level: number | null;
  @Field(() => String, { description: 'Chemin de la page où agir.' }) href: string;
  @Field(() => ID) partnershipId: string;
}

@ObjectType('Reminder', { description: 'Une ligne du registre des rappels : qui a été prévenu, quand, de quoi.' })
export class ReminderType {
  @Field(() => ID) id: string;
  @Field(() => String) rule: string;
  @Field(() => PersonType, { nullable: true }) recipient: PersonType | null;
  @Field(() => String) period: string;
  @Field(() => Int) occurrence: number;
  @Field(() => CivilDateScalar) dueOn: string;
  @Field(() => InstantScalar) sendAt: Date;
  @Field(() => String) state: string;
  @Field(() => InstantScalar, { nullable: true }) sentAt: Date | null;
  @Field(() => String, { nullable: true }) lastProblem: string | null;
}

@ObjectType('SendingHold', { description: 'Après une restauration, les envois attendent l’accord d’une personne.' })
export class SendingHoldType {
  @Field(() => InstantScalar) restoredAt: Date;
  @Field(() => InstantScalar, { description: 'L’instant de la sauvegarde restaurée : ce qui s’est fait depuis n’y est plus.' }) backupTakenAt: Date;
  @Field(() => Int, { description: 'Lignes du registre dont l’heure est venue et qui attendent, dans vos partenariats.' }) held: number;
  @Field(() => Boolean, { description: 'Pouvez-vous donner cet accord ?' }) mayResume: boolean;
  @Field(() => Boolean, { description: 'L’administration de l’instance seule le peut : plusieurs partenariats y vivent.' }) adminOnly: boolean;
}

const SendingCauseEnum = { MAIL_SERVER: 'MAIL_SERVER', NOT_TRIED: 'NOT_TRIED', NOT_HEARD: 'NOT_HEARD' } as const;
registerEnumType(SendingCauseEnum, { name: 'SendingCause', description: 'Le serveur de courriel refuse ou ne répond pas ; ou rien n’a été tenté ; ou ce qui s’est fait n’a pas encore donné lieu à ses courriels.' });

@ObjectType('SendingTrouble', { description: 'Des courriels auraient dû partir et attendent.' })
export class SendingTroubleType {
  @Field(() => Int, { description: 'Des courriels ; des faits, quand la cause est NOT_HEARD.' }) waiting: number;
  @Field(() => InstantScalar, { description: 'L’heure du plus ancien.' }) since: Date;
  @Field(() => SendingCauseEnum) cause: keyof typeof SendingCauseEnum;
  @Field(() => String, { nullable: true, description: 'Ce qu’a répondu la dernière tentative.' }) problem: string | null;
}

@ObjectType('MailboxAttachment')
export class MailboxAttachmentType {
  @Field(() => String) filename: string;
  @Field(() => String) contentType: string;
  @Field(() => String, { description: 'Le contenu, en base64.' }) content: string;
}

@ObjectType('MailboxMessage', { description: 'Un courriel de la démonstration, tel qu’il serait parti.' })
export class MailboxMessageType {
  @Field(() => ID) messageId: string;
  @Field(() => String) toAddress: string;
  @Field(() => String) subject: string;
  @Field(() => String) language: string;
  @Field(() => String) html: string;
  @Field(() => String) text: string;
  @Field(() => [MailboxAttachmentType]) attachments: MailboxAttachmentType[];
  @Field(() => Int, { description: 'Combien de fois ce message est arrivé : 1, sauf renvoi après une panne.' }) deliveries: number;
  @Field(() => InstantScalar) receivedAt: Date;
}
