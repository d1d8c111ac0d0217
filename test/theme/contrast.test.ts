import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { LitElement, type TemplateResult } from 'lit';
import { base } from '../../src/theme/base.js';

class ThemedTag extends LitElement {
  static override styles = base;

  override render(): TemplateResult {
    return html`<p></p>`;
  }
}
customElements.define('themed-tag', ThemedTag);

type Colour = readonly [red: number, green: number, blue: number];

/** A token's colour as the browser paints it. */
const painted = (element: ThemedTag, token: string): Colour => {
  const sample = element.shadowRoot!.querySelector('p')!;
  sample.style.setProperty('color', `var(${token})`);
  const channels = getComputedStyle(sample).color.match(/^rgb\((\d+), (\d+), (\d+)\)$/u);
  if (channels === null) throw new Error(`${token} is no plain colour: ${getComputedStyle(sample).color}`);
  return [Number(channels[1]), Number(channels[2]), Number(channels[3])];
};

/** Relative luminance, as WCAG 2 has it. */
const luminance = (colour: Colour): number => {
  const [red, green, blue] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: Colour, other: Colour): number => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

const setup = async (colorScheme: 'light' | 'dark') => {
  await emulateMedia({ colorScheme });
  document.documentElement.style.setProperty('color-scheme', 'light dark');
  const element = await fixture<ThemedTag>(html`<themed-tag></themed-tag>`);
  return { element, between: (one: string, other: string) => contrast(painted(element, one), painted(element, other)) };
};

const grounds = ['--_surface', '--_raised', '--_sunken'];

const texts: readonly (readonly [ink: string, ground: string])[] = [
  ...grounds.flatMap((ground) => ['--_ink', '--_soft', '--_accent', '--_danger'].map((ink) => [ink, ground] as const)),
  ['--_ink', '--_tint'],
  ['--_soft', '--_tint'],
  ['--_on-accent', '--_accent'],
  ['--_on-danger', '--_danger'],
  ['--_on-time-ink', '--_on-time'],
  ['--_soon-ink', '--_soon'],
  ['--_late-ink', '--_late'],
];

const graphics: readonly (readonly [drawn: string, ground: string])[] = grounds.flatMap((ground) =>
  ['--_control-line', '--_accent', '--_late', '--_soft'].map((drawn) => [drawn, ground] as const),
);

describe('the default colours', () => {
  afterEach(async () => {
    await emulateMedia({ colorScheme: 'light' });
    document.documentElement.style.removeProperty('color-scheme');
  });

  it('differ between light and dark', async () => {
    const light = painted((await setup('light')).element, '--_surface');
    const dark = painted((await setup('dark')).element, '--_surface');
    expect(luminance(light)).to.be.greaterThan(luminance(dark));
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [ink, ground] of texts)
      it(`let ${ink} be read on ${ground} in ${colorScheme}`, async () => {
        const { between } = await setup(colorScheme);
        expect(between(ink, ground)).to.be.at.least(4.5);
      });

    for (const [drawn, ground] of graphics)
      it(`let ${drawn} be seen on ${ground} in ${colorScheme}`, async () => {
        const { between } = await setup(colorScheme);
        expect(between(drawn, ground)).to.be.at.least(3);
      });
  }
});
