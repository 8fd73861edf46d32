/** Markup written by us; anything else that enters a template is text, and escaped. */
export class Markup {
  private constructor(readonly text: string) {}

  /** Our own template: every value that is not already markup is escaped, in content and in attributes alike. */
  static of(strings: TemplateStringsArray, ...values: readonly (Markup | readonly Markup[] | string | number)[]): Markup {
    return new Markup(strings.reduce((made, part, n) => made + markupOf(values[n - 1]!) + part));
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };
const overrides = /[\u202a-\u202e]/g;

/** Most of what is put is a style or a plain sentence, with nothing to change. */
const touchy = /[&<>"'`\u202a-\u202e\ud800-\udfff]/;

/** Text as it may stand in markup: no tag, no attribute's end, no override that reorders what follows. */
const escaped = (text: string): string => (touchy.test(text) ? text.toWellFormed().replace(overrides, '').replace(/[&<>"'`]/g, (character) => entities[character]!) : text);

function markupOf(value: Markup | readonly Markup[] | string | number): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return value.map((one) => one.text).join('');
}

/** Writes markup: `` html`<p>${name}</p>` ``. */
export const html = Markup.of;
