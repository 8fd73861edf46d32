import type { Language } from '#kernel';
import { say, type PhraseKey, type PhraseValues } from '#phrases';
import { isolateLtr, withoutDirectionControls } from '#platform';
import type { LocalMoment, PrintedSource, Said } from './minutes.facts.js';

/** Languages a PV is printed in: French, which is authoritative (Art. 8), and Arabic. */
export type PrintedLanguage = 'fr' | 'ar';

/** A text as the template takes it: plain in the document's language, marked when it could only be had in another, written left to right. */
export type Printed = string | { readonly lang: Exclude<Language, 'ar'>; readonly text: string };

type MinutesPhrase = PhraseKey extends infer Key ? (Key extends `minutesDocument.${infer Name}` ? Name : never) : never;

const locales = { fr: 'fr-FR', ar: 'ar-MA' } as const;

/** Turns facts into one language's words. Arabic lines have their left-to-right runs isolated. */
export class Speaker {
  constructor(readonly language: PrintedLanguage) {}

  /** A sentence of ours, around texts of the document. */
  phrase(name: MinutesPhrase, values: PhraseValues = {}): string {
    return this.isolated(say(this.language, `minutesDocument.${name}` as PhraseKey, values));
  }

  /** A text of the document, for a line of its own. */
  text(said: Said): Printed {
    if (this.language === 'ar' && said.ar === null) return { lang: 'fr', text: withoutDirectionControls(said.fr) };
    return this.isolated(this.words(said));
  }

  /** Paragraphs of a text, blank lines dropped. */
  paragraphs(said: Said): Printed[] {
    const parts = (text: string) => text.split(/\n+/).map((part) => part.trim()).filter((part) => part !== '');
    if (this.language === 'ar' && said.ar !== null) return parts(said.ar).map((ar) => this.text({ fr: '', ar }));
    return parts(said.fr).map((fr) => this.text({ fr, ar: null }));
  }

  /** Words in a language the document has no edition in. */
  foreign(lang: Exclude<Language, 'fr' | 'ar'>, text: string): Printed[] {
    return text.split(/\n+/).filter((part) => part.trim() !== '').map((part) => ({ lang, text: withoutDirectionControls(part.trim()) }));
  }

  /** A text of the document, to stand inside a phrase. */
  words(said: Said): string {
    return this.language === 'ar' ? (said.ar ?? said.fr) : said.fr;
  }

  /** Several, joined as the language does: « a, b et c ». */
  list(items: readonly string[]): string {
    return this.isolated(new Intl.ListFormat(locales[this.language]).format(items));
  }

  /** Joined by the language's comma: « name, office ». */
  commas(items: readonly string[]): string {
    return this.isolated(items.join(this.language === 'ar' ? '، ' : ', '));
  }

  /** « Art. 5 » in the language's own word; another reference as it is. */
  reference({ reference }: PrintedSource): string {
    const number = /^Art\.\s*(.+)$/.exec(reference)?.[1];
    return number === undefined ? this.isolated(reference) : this.phrase('article', { number });
  }

  /** The words of a text, always in the language they were written in: French. */
  quote(words: string): Printed {
    const quoted = say('fr', 'minutesDocument.quoted', { quote: withoutDirectionControls(words) });
    return this.language === 'fr' ? quoted : { lang: 'fr', text: quoted };
  }

  /** A civil date (YYYY-MM-DD) written out. No zone is involved: midnight UTC stands for the day. */
  date(civil: string, style: 'full' | 'long' = 'long'): string {
    const written = new Intl.DateTimeFormat(locales[this.language], { dateStyle: style, timeZone: 'UTC' }).format(new Date(`${civil}T00:00:00Z`));
    return this.language === 'fr' ? written.replace(/(^|\s)1 /, '$11er ') : written;
  }

  /** « 14 novembre 2026 à 9 h 30 à Tiznit (10 h 30 à Villeneuve-la-Garenne) »: each city its own hour, and its own day when they differ. */
  moments([first, ...others]: readonly LocalMoment[]): string {
    if (!first) return '';
    const said = this.phrase('moment', { date: this.date(first.date, 'full'), ...this.hourOf(first) });
    const elsewhere = others.map((other) =>
      other.date === first.date ? this.phrase('sameDay', this.hourOf(other)) : this.phrase('otherDay', { date: this.date(other.date), ...this.hourOf(other) }),
    );
    return elsewhere.length === 0 ? said : this.isolated(`${said} (${this.commas(elsewhere)})`);
  }

  private hourOf({ time, city }: LocalMoment): { hour: string; minute: string; city: string } {
    const [hour = '', minute = ''] = time.split(':');
    return { hour: String(Number(hour)), minute, city: this.words(city) };
  }

  /** A line composed of several texts, its left-to-right runs isolated when the document is Arabic. */
  isolated(text: string): string {
    return this.language === 'ar' ? isolateLtr(text) : withoutDirectionControls(text);
  }
}
