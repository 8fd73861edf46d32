import { describe, expect, it } from '@jest/globals';
import { deliveryReport } from './bounce.contract.js';
import { bounceIn } from './bounce.js';

const messageId = 'a1b2c3@cooperation.example';

describe('a letter that came back', () => {
  it.each([true, false])('is named by its report, with the reason of the server that gave it up (whole letter: %s)', async (whole) => {
    expect(await bounceIn(deliveryReport({ messageId, whole }))).toEqual({ messageId, reason: '550 5.1.1 <elu@ville.example>: no such mailbox here' });
  });

  it('is none while the server goes on trying, nor when it was handed on', async () => {
    for (const action of ['delayed', 'relayed'] as const) expect(await bounceIn(deliveryReport({ messageId, action }))).toBeNull();
  });

  it('is none when somebody writes, is away, or sends anything', async () => {
    const away = `From: elu@ville.example\r\nSubject: Absent\r\nAuto-Submitted: auto-replied\r\nIn-Reply-To: <${messageId}>\r\n\r\nAction: failed\r\nMessage-ID: <${messageId}>`;
    for (const text of [away, '', '\u0000\u0001\r\n\r\n', 'Content-Type: multipart/report; boundary=cut\r\n\r\n--cut\r\n']) expect(await bounceIn(Buffer.from(text))).toBeNull();
  });

  it('says the status when the server gave no word of its own', async () => {
    const text = deliveryReport({ messageId }).toString().replace(/Diagnostic-Code:.*\r\n +.*\r\n/, '');
    expect(await bounceIn(Buffer.from(text))).toEqual({ messageId, reason: '5.1.1' });
  });
});
