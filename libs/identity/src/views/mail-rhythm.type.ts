import { registerEnumType } from '@nestjs/graphql';
import { mailRhythms, type MailRhythm } from '../domain/mail-rhythm.js';

export const MailRhythmEnum = Object.fromEntries(mailRhythms.map((rhythm) => [rhythm, rhythm])) as { [Rhythm in MailRhythm]: Rhythm };
registerEnumType(MailRhythmEnum, { name: 'MailRhythm', description: 'IMMEDIATE : chaque rappel à son heure. DAILY : un courriel par jour au plus. WEEKLY : un par semaine.' });
