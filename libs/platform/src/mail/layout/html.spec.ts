import { describe, expect, it } from '@jest/globals';
import { html } from './html.js';

describe('the template', () => {
  it('escapes text in content and in attributes, and leaves its own markup alone', () => {
    const written = `"'\`<b>&\u202e`;
    expect(html`<a title="${written}">${written}${html`<i>${1}</i>`}${[html`<u>`, html`</u>`]}</a>`.text).toBe(
      '<a title="&quot;&#39;&#96;&lt;b&gt;&amp;">&quot;&#39;&#96;&lt;b&gt;&amp;<i>1</i><u></u></a>',
    );
  });
});
