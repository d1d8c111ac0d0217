import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { ChatElement } from '../../src/elements/chat-element.js';
import { base } from '../../src/theme/base.js';
import { css } from '../../src/theme/css.js';

class SizedTag extends ChatElement {
  static override styles = [
    ...base,
    css`
      h2 {
        inline-size: 2rem;
        margin-inline-start: -0.5rem;
        font-size: 1.5rem;
      }

      @media (min-width: 1rem) {
        p {
          inline-size: 4rem;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<h2>Title</h2>
      <p>Text</p>`;
  }
}
customElements.define('sized-tag', SizedTag);

const setup = async () => {
  const element = await fixture<SizedTag>(html`<sized-tag></sized-tag>`);
  const looks = (selector: string) => getComputedStyle(element.shadowRoot!.querySelector(selector)!);
  return { element, looks };
};

/** The page says something about its own text, for as long as the test takes. */
const pageSays = (rule: string): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rule);
  document.adoptedStyleSheets = [sheet];
};

describe('lengths in rem', () => {
  afterEach(() => void (document.adoptedStyleSheets = []));

  it('are sixteen pixels each, where the reader has not chosen another size', async () => {
    const { looks } = await setup();
    expect(looks('h2').inlineSize).to.equal('32px');
    expect(looks('h2').fontSize).to.equal('24px');
    expect(looks('h2').marginInlineStart).to.equal('-8px');
  });

  it('are the same inside a condition on the page’s width', async () => {
    expect((await setup()).looks('p').inlineSize).to.equal('64px');
  });

  it('do not follow what the page gives its root', async () => {
    pageSays('html { font-size: 40px; }');
    const { looks } = await setup();
    expect(looks('h2').inlineSize).to.equal('32px');
    expect(looks('p').fontSize).to.equal('14px');
  });

  it('do not follow what the page gives the tag itself, however strongly', async () => {
    pageSays('* { all: unset !important; } body { font-size: 30px; } sized-tag { font-size: 30px !important; }');
    const { looks } = await setup();
    expect(looks('h2').inlineSize).to.equal('32px');
    expect(looks('p').fontSize).to.equal('14px');
  });
});

describe('the unit of these lengths', () => {
  const { registerProperty } = CSS;
  afterEach(() => void (CSS.registerProperty = registerProperty));

  it('is asked of the browser once in a document, however many tags there are', () => {
    let asked = 0;
    CSS.registerProperty = () => void (asked += 1);
    customElements.define('second-tag', class extends SizedTag {});
    customElements.define('third-tag', class extends SizedTag {});
    expect(asked).to.equal(0);
  });

  it('is right in a frame that shows one page after another', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe></iframe>`);
    for (const page of ['<p>First</p>', '<p>Second</p>']) {
      frame.srcdoc = page;
      await oneEvent(frame, 'load');
      const { element } = await setup();
      frame.contentDocument!.body.append(element);
      const title = element.shadowRoot!.querySelector('h2')!;
      expect(frame.contentWindow!.getComputedStyle(title).inlineSize).to.equal('32px');
    }
  });
});

describe('what a page says about its text', () => {
  afterEach(() => void (document.adoptedStyleSheets = []));

  it('leaves the tag’s own as they are', async () => {
    pageSays(`body, * {
      color: red !important; font: italic 30px cursive !important; text-align: end !important;
      text-indent: 40px !important; text-shadow: 0 0 9px red !important; text-transform: uppercase !important;
      white-space: pre !important; letter-spacing: 2px !important; word-spacing: 3px !important;
    }`);
    const { looks } = await setup();
    const { color, fontStyle, fontSize, textAlign, textIndent, textShadow, textTransform, whiteSpace } = looks('p');
    expect([looks('p').letterSpacing, looks('p').wordSpacing]).to.deep.equal(['normal', '0px']);
    expect([color === 'rgb(255, 0, 0)', fontStyle, fontSize]).to.deep.equal([false, 'normal', '14px']);
    expect([textAlign, textIndent, textShadow]).to.deep.equal(['start', '0px', 'none']);
    expect([textTransform, whiteSpace]).to.deep.equal(['none', 'normal']);
  });
});
