import type { Language } from '#kernel';
import { blockAsHtml, runsAsHtml } from './as-html.js';
import { blockAsText, runsAsText, withoutOverrides } from './as-text.js';
import type { Block, Runs } from './blocks.js';
import { html, type Markup } from './html.js';
import { darkSheet, light, tongueOf, type Tongue } from './look.js';

/** A letter before it is written: the text part and the HTML part are made from this one value, so they say the same. */
export interface MailDraft {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  /** The subject again, for the window's title. */
  readonly title: string;
  /** What a mailbox shows beside the subject. */
  readonly preheader: string;
  readonly blocks: readonly Block[];
  /** One action, a verb and its object; its link only points, it decides nothing (trust.md 0.7). */
  readonly button?: { readonly label: string; readonly url: string };
  readonly footer: {
    readonly lines: readonly Runs[];
    readonly links?: readonly { readonly label: string; readonly url: string }[];
  };
}

/** @throws Error when a link is not a plain http(s) address: links come from us, never from what people write. */
function checkLinks({ button, footer }: MailDraft): void {
  for (const { url } of [...(button ? [button] : []), ...(footer.links ?? [])])
    if (!/^https?:\/\/[^\s"'<>\\]+$/.test(url) || !URL.canParse(url)) throw new Error('a mail links only to plain http(s) addresses');
}

const buttonAsHtml = ({ label, url }: { label: string; url: string }, { direction, language, font }: Tongue): Markup =>
  html`<table role="presentation" cellpadding="0" cellspacing="0" dir="${direction}" lang="${language}" style="margin:8px 0 8px"><tr><td class="button" style="border-radius:8px;background:${light.primary}"><a href="${url}" style="display:inline-block;min-height:24px;padding:14px 28px;border-radius:8px;background:${light.primary};color:#FFFFFF;font:600 18px/24px ${font};text-decoration:none">${label}</a></td></tr></table>`;

function footerAsHtml(draft: MailDraft, tongue: Tongue): Markup {
  const { direction, language, leading, font, start } = tongue;
  const style = `margin:0 0 8px;font:400 16px/${leading} ${font};color:${light.quiet};text-align:${start}`;
  const link = ({ label, url }: { label: string; url: string }): Markup =>
    html`<p dir="${direction}" lang="${language}" style="${style}"><a class="link" href="${url}" style="display:inline-block;padding:8px 0;color:${light.primary}">${label}</a></p>`;
  return html`${draft.footer.lines.map((line) => html`<p dir="${direction}" lang="${language}" class="quiet" style="${style}">${runsAsHtml(line)}</p>`)}${(draft.footer.links ?? []).map(link)}`;
}

function asHtml(draft: MailDraft): Markup {
  const tongue = tongueOf(draft.language, draft.direction);
  const { direction, language, start } = tongue;
  return html`<!doctype html>
<html dir="${direction}" lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="format-detection" content="telephone=no,date=no,address=no"><title>${draft.title}</title><style>${darkSheet}</style></head>
<body class="paper" dir="${direction}" lang="${language}" style="margin:0;padding:0;background:${light.paper}">
<div dir="${direction}" lang="${language}" style="display:none;max-height:0;overflow:hidden;opacity:0">${draft.preheader}</div>
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" dir="${direction}" style="background:${light.paper}"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" dir="${direction}" style="max-width:600px">
<tr><td style="padding:0 4px 16px;text-align:${start}"><span class="brand" dir="ltr" lang="fr" style="font:600 20px/1.3 'IBM Plex Sans','Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:${light.primary}">Passerelle</span></td></tr>
<tr><td class="surface" style="padding:32px 28px 24px;border:1px solid ${light.thread};border-radius:8px;background:${light.surface};text-align:${start}">
${draft.blocks.map((block) => blockAsHtml(block, tongue))}${draft.button ? buttonAsHtml(draft.button, tongue) : []}
</td></tr>
<tr><td style="padding:20px 4px 0;text-align:${start}">${footerAsHtml(draft, tongue)}</td></tr>
</table></td></tr></table></body></html>`;
}

function asText(draft: MailDraft): string {
  const parts = draft.blocks.map(blockAsText);
  if (draft.button) parts.push(`${draft.button.label}\n${draft.button.url}`);
  parts.push(['-- ', ...draft.footer.lines.map(runsAsText), ...(draft.footer.links ?? []).map(({ label, url }) => `${label}\n${url}`)].join('\n'));
  return `${withoutOverrides(parts.join('\n\n')).toWellFormed()}\n`;
}

/** Writes both parts of a letter. @throws Error for a link that is not a plain http(s) address. */
export function mailLayout(draft: MailDraft): { readonly text: string; readonly html: string } {
  checkLinks(draft);
  return { text: asText(draft), html: asHtml(draft).text };
}
