/** How often the reminders come that a letter's link speaks of. */
export interface MailChoice {
  readonly rhythm: string;
}

export const mailChoiceDocument = 'query MailChoice($token: String!) { mailChoice(token: $token) { rhythm } }';
