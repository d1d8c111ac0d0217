import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { define } from '../../src/define/define.js';
import { loadWords } from '../../src/i18n/load-words.js';

define();
await Promise.all(['ar', 'fr'].map((language) => loadWords(language)));

/** What an element says of its language and direction, such as "ar rtl", and which way it runs on the page. */
const saidOf = (element: Element): string => `${element.getAttribute('lang')} ${element.getAttribute('dir')}`;

const runsOf = (element: Element): string => (element.matches(':dir(rtl)') ? 'rtl' : 'ltr');

const inTime = (element: Element): Promise<boolean> => (element as LitElement).updateComplete;

describe('the direction of a tag', () => {
  it('is that of the language that somebody chose for it, live', async () => {
    const tag = await fixture<LitElement & { locale?: string }>(html`<chat-launcher locale="ar"></chat-launcher>`);
    expect(saidOf(tag)).to.equal('ar rtl');
    tag.locale = 'fr-CA';
    await inTime(tag);
    expect(saidOf(tag)).to.equal('fr-CA ltr');
    tag.locale = '';
    await inTime(tag);
    expect(saidOf(tag)).to.equal('null null');
  });

  it('is that of its language also on a page that runs the other way', async () => {
    const page = await fixture(html`<div dir="rtl"><chat-launcher locale="fr"></chat-launcher></div>`);
    expect(runsOf(page.querySelector('chat-launcher')!)).to.equal('ltr');
  });

  it('is that of the provider’s language, and what else the provider holds stays as the page has it', async () => {
    const provider = await fixture<LitElement & { locale?: string }>(
      html`<chat-provider locale="ar">
        <p>A text of the page</p>
        <chat-launcher></chat-launcher>
      </chat-provider>`,
    );
    const tag = provider.querySelector('chat-launcher')!;
    await inTime(tag);
    expect(saidOf(tag)).to.equal('ar rtl');
    expect(saidOf(provider)).to.equal('null null');
    expect(runsOf(provider.querySelector('p')!)).to.equal('ltr');
    provider.locale = undefined;
    await inTime(provider);
    await inTime(tag);
    expect(saidOf(tag)).to.equal('null null');
  });

  it('is that of the page where nobody chose a language', async () => {
    const page = await fixture(html`<div dir="rtl"><chat-launcher></chat-launcher></div>`);
    const tag = page.querySelector('chat-launcher')!;
    expect(saidOf(tag)).to.equal('null null');
    expect(runsOf(tag)).to.equal('rtl');
  });

  it('is what the page wrote on the tag, before and after', async () => {
    const tag = await fixture<LitElement>(html`<chat-launcher dir="ltr" lang="ar-EG" locale="ar"></chat-launcher>`);
    expect(saidOf(tag)).to.equal('ar-EG ltr');
    const other = await fixture<LitElement & { locale?: string }>(html`<chat-launcher locale="ar"></chat-launcher>`);
    other.dir = 'ltr';
    other.locale = undefined;
    await inTime(other);
    expect(saidOf(other)).to.equal('null ltr');
  });

  it('reaches the tags inside it, which say nothing of their own', async () => {
    const tag = await fixture<LitElement>(html`<chat-adapter locale="ar" layout="inline"></chat-adapter>`);
    const list = tag.renderRoot.querySelector('chat-list')!;
    await inTime(list);
    expect(saidOf(list)).to.equal('null null');
    expect(runsOf(list)).to.equal('rtl');
  });
});
