/** A file that came with a letter. */
export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  /** Base64. */
  readonly content: string;
}

/**
 * A letter may style itself and nothing else: no script, no picture from elsewhere, no form. Its links lead the whole window on,
 * when a person clicks them. Only our own pages may frame it.
 */
export const letterPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation";

/** The letter's own HTML, as its reader would have got it; its links open in the whole window instead of the frame. */
export function letterPage({ html }: { readonly html: string }): Response {
  const framed = html.replace(/<head[^>]*>/i, (head) => `${head}<base target="_top">`);
  return new Response(framed, { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': letterPolicy } });
}

/** An attachment as a file to keep. Its name goes in both forms of RFC 6266. */
export function attachmentFile({ filename, contentType, content }: Attachment): Response {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const plain = filename.replace(/[^\w.-]/g, '_');
  const disposition = `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(filename)}`;
  return new Response(bytes, { headers: { 'content-type': contentType, 'content-disposition': disposition, 'content-security-policy': "default-src 'none'; sandbox" } });
}

/** What a person can read of an attachment on the page: text, decoded; `null` for anything else. */
export function readableText({ contentType, content }: Attachment): string | null {
  if (!contentType.startsWith('text/')) return null;
  return new TextDecoder().decode(Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)));
}
