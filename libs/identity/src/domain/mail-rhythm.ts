/** How often a person's reminders come: each at its hour, one mail a day, or one a week. What the law or a code wants at once is never gathered (F15). */
export const mailRhythms = ['IMMEDIATE', 'DAILY', 'WEEKLY'] as const;
export type MailRhythm = (typeof mailRhythms)[number];

export const isMailRhythm = (text: string): text is MailRhythm => (mailRhythms as readonly string[]).includes(text);
