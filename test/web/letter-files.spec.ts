import { describe, expect, it } from '@jest/globals';
import { attachmentFile, letterPage, letterPolicy, readableText } from '../../apps/web/src/features/notices/letter-files.js';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const directives = new Map(letterPolicy.split(';').map((rule) => [rule.trim().split(' ')[0] ?? '', rule.trim().split(' ').slice(1).join(' ')]));

describe('a letter shown on a page', () => {
  it('is served under a policy that runs, loads and posts nothing, and is framed by us alone', async () => {
    const page = letterPage({ html: '<!doctype html><html><head><title>x</title></head><body></body></html>' });
    expect(page.headers.get('content-security-policy')).toBe(letterPolicy);
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.has('script-src')).toBe(false);
    expect(directives.get('frame-ancestors')).toBe("'self'");
    expect(directives.get('form-action')).toBe("'none'");
    expect(directives.get('sandbox')).toBe('allow-top-navigation-by-user-activation');
  });

  it('keeps its own HTML; its links open in the whole window', async () => {
    const html = '<!doctype html><html lang="ar"><HEAD data-x="1"><title>x</title></HEAD><body><a href="/minutes/1">قراءة</a></body></html>';
    expect(await letterPage({ html }).text()).toBe(html.replace('<HEAD data-x="1">', '<HEAD data-x="1"><base target="_top">'));
  });

  it('gives an attachment as a file, under its own name in any script, never as a page', async () => {
    const file = attachmentFile({ filename: 'دعوة "الكوميته".ics', contentType: 'text/calendar; charset=utf-8', content: base64('BEGIN:VCALENDAR\r\nسفر') });
    expect(await file.text()).toBe('BEGIN:VCALENDAR\r\nسفر');
    const disposition = file.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''/);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe('دعوة "الكوميته".ics');
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('reads text on the page, and nothing else', () => {
    expect(readableText({ filename: 'a.ics', contentType: 'text/calendar', content: base64('SUMMARY:Comité ⵜⵉⵣⵏⵉⵜ') })).toBe('SUMMARY:Comité ⵜⵉⵣⵏⵉⵜ');
    expect(readableText({ filename: 'a.pdf', contentType: 'application/pdf', content: base64('%PDF-1.7') })).toBeNull();
  });
});
