/** A PDF runs nothing and is framed by nobody; the browser asks again each time, since a session may have ended (trust.md A, T). */
export const pdfHeaders = ({ sha256, bytes }: { readonly sha256: string; readonly bytes: Buffer }, name: string): Readonly<Record<string, string>> => ({
  'content-type': 'application/pdf',
  'content-length': String(bytes.length),
  'content-disposition': `inline; filename="${name}"`,
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-cache',
  etag: `"${sha256}"`,
});
