import type { Block, Run, Runs, Tone } from './blocks.js';
import { html, type Markup } from './html.js';
import { light, type Tongue } from './look.js';

/** PV-2026-3 inside a sentence. */
const numbered = /(\p{Lu}{2,}(?:-\d+)+)/u;
const asOne = (part: string, place: number): Markup => (place % 2 ? html`<span style="white-space:nowrap">${part}</span>` : html`${part}`);

const runAsHtml = (run: Run): Markup => {
  if (typeof run === 'string') return html`${run.split(numbered).map(asOne)}`;
  if ('name' in run) return html`<bdi>${run.name}</bdi>`;
  // A number cut at its hyphen is misread; a long address must still fit a phone.
  return run.id.length <= 24 ? html`<bdi dir="ltr" style="white-space:nowrap">${run.id}</bdi>` : html`<bdi dir="ltr">${run.id}</bdi>`;
};

/** A sentence for the HTML part. */
export const runsAsHtml = (runs: Runs): Markup => html`${runs.map(runAsHtml)}`;

const tones: Readonly<Record<Tone, { readonly mark: string; readonly name: string; readonly ink: string; readonly ground: string }>> = {
  DONE: { mark: '✓', name: 'done', ...light.done },
  LATE: { mark: '!', name: 'late', ...light.late },
  ATTENTION: { mark: '!', name: 'attention', ...light.attention },
};

const status = (tone: Tone, text: Markup, tongue: Tongue): Markup => {
  const { mark, name, ink, ground } = tones[tone];
  const set = `background:${ground};color:${ink};font:600 18px/${tongue.leading} ${tongue.font};vertical-align:top;text-align:${tongue.start}`;
  const [near, far] = tongue.start === 'left' ? ['8px 0 0 8px', '0 8px 8px 0'] : ['0 8px 8px 0', '8px 0 0 8px'];
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" dir="${tongue.direction}" lang="${tongue.language}" style="margin:0 0 20px"><tr><td class="${name}" aria-hidden="true" width="20" style="padding:12px 16px;padding-${tongue.end}:0;border-radius:${near};${set}">${mark}</td><td class="${name}" style="padding:12px 16px;padding-${tongue.start}:8px;border-radius:${far};${set}">${text}</td></tr></table>`;
};

type FactRow = Extract<Block, { kind: 'facts' }>['rows'][number];
const facts = (rows: readonly FactRow[], tongue: Tongue): Markup => {
  const cell = `padding:10px 0;border-top:1px solid ${light.thread};vertical-align:top;text-align:${tongue.start}`;
  const row = ({ label, values }: FactRow): Markup =>
    html`<tr><th scope="row" class="quiet line" style="${cell};padding-${tongue.end}:16px;width:28%;font:400 16px/${tongue.leading} ${tongue.font};color:${light.quiet}">${label}</th><td class="ink line" style="${cell};font:600 18px/${tongue.leading} ${tongue.font};color:${light.ink}">${values.map((value, line) => html`${line > 0 ? html`<br>` : ''}${runsAsHtml(value)}`)}</td></tr>`;
  return html`<table width="100%" cellpadding="0" cellspacing="0" dir="${tongue.direction}" lang="${tongue.language}" style="margin:0 0 24px;border-collapse:collapse;border-bottom:1px solid ${light.thread}" class="line">${rows.map(row)}</table>`;
};

/** One block of the HTML part; `dir` and `lang` stand on each, since mail programmes cut the outer ones away. */
export function blockAsHtml(block: Block, tongue: Tongue): Markup {
  const speaks = html`dir="${tongue.direction}" lang="${tongue.language}"`;
  const plain = `font:400 18px/${tongue.leading} ${tongue.font};color:${light.ink};text-align:${tongue.start}`;
  switch (block.kind) {
    case 'heading':
      return html`<h1 ${speaks} class="ink" style="margin:0 0 16px;font:600 26px/${tongue.headLeading} ${tongue.font};color:${light.ink};text-align:${tongue.start}">${runsAsHtml(block.text)}</h1>`;
    case 'paragraph':
      return html`<p ${speaks} class="ink" style="margin:0 0 16px;${plain}">${runsAsHtml(block.text)}</p>`;
    case 'status':
      return status(block.tone, runsAsHtml(block.text), tongue);
    case 'facts':
      return facts(block.rows, tongue);
    case 'list':
      return html`<ul ${speaks} class="ink" style="margin:0 0 16px;padding:0;padding-${tongue.start}:24px;${plain}">${block.items.map((item) => html`<li style="margin:0 0 8px">${runsAsHtml(item)}</li>`)}</ul>`;
    case 'quote':
      return html`<blockquote dir="${block.direction}" lang="${block.language}" class="ink accent" style="margin:0 0 20px;padding:4px 16px;border-${block.direction === 'rtl' ? 'right' : 'left'}:3px solid ${light.accent};font:400 18px/1.6 ${tongue.font};color:${light.ink};text-align:${block.direction === 'rtl' ? 'right' : 'left'}">«&nbsp;${block.text}&nbsp;»<br><span class="quiet" style="font-size:16px;color:${light.quiet}">${block.source}</span></blockquote>`;
    case 'code':
      return html`<p dir="ltr" class="code" style="margin:8px 0 24px;padding:16px;border-radius:8px;background:${light.sand};color:${light.ink};font:600 34px/1.2 'IBM Plex Mono',Consolas,Menlo,monospace;letter-spacing:6px;text-align:center">${block.code}</p>`;
  }
}
