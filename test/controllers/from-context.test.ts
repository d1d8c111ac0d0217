import { createContext, ContextProvider } from '@lit/context';
import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { FromContext } from '../../src/controllers/from-context.js';

const context = createContext<string | undefined, symbol>(Symbol('colour'));

class ColourUser extends LitElement {
  readonly colour = new FromContext(this, context);

  override render(): TemplateResult {
    return html`${this.colour.value ?? 'none'}`;
  }
}
customElements.define('colour-user', ColourUser);

class ColourProvider extends LitElement {
  readonly provider = new ContextProvider(this, { context, initialValue: this.getAttribute('colour') ?? undefined });

  set colour(colour: string | undefined) {
    this.provider.setValue(colour);
  }

  /** How many listen. */
  get users(): number {
    return (this.provider as unknown as { subscriptions: Map<unknown, unknown> }).subscriptions.size;
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

/** A provider that has its user inside, in a slot of its own shadow root. */
class ColourRoom extends LitElement {
  override render(): TemplateResult {
    return html`<colour-provider colour="room"><slot></slot></colour-provider>`;
  }
}

const providerTags = new Set<string>();
/** Defines the provider, or another class like it, under a tag; again does nothing. */
const define = (tag: string): void => {
  if (!providerTags.has(tag))
    customElements.define(tag, tag === 'colour-provider' ? ColourProvider : class extends ColourProvider {});
  providerTags.add(tag);
};
customElements.define('colour-room', ColourRoom);

const shown = async (user: ColourUser): Promise<string> => {
  await user.updateComplete;
  return user.shadowRoot!.textContent.trim();
};

const setup = async (inside = html`<colour-user></colour-user>`) => {
  define('colour-provider');
  const provider = await fixture<ColourProvider>(html`<colour-provider colour="red">${inside}</colour-provider>`);
  const user = provider.querySelector<ColourUser>('colour-user')!;
  return { provider, user };
};

describe('the value of a context', () => {
  it('is the nearest provider’s, live', async () => {
    const { provider, user } = await setup();
    expect(await shown(user)).to.equal('red');
    provider.colour = 'green';
    expect(await shown(user)).to.equal('green');
  });

  it('is none without a provider', async () => {
    expect(await shown(await fixture<ColourUser>(html`<colour-user></colour-user>`))).to.equal('none');
  });

  it('is found when the provider is defined later', async () => {
    const page = await fixture(html`<late-provider colour="late"><colour-user></colour-user></late-provider>`);
    const user = page.querySelector<ColourUser>('colour-user') ?? (page.firstElementChild as ColourUser);
    expect(await shown(user)).to.equal('none');
    define('late-provider');
    expect(await shown(user)).to.equal('late');
  });

  it('is a nested provider’s, also when that one is defined later', async () => {
    const { provider, user } = await setup(
      html`<inner-provider colour="inner"><colour-user></colour-user></inner-provider>`,
    );
    expect(await shown(user)).to.equal('red');
    define('inner-provider');
    await nextFrame();
    expect(await shown(user)).to.equal('inner');
    provider.colour = 'green';
    expect(await shown(user)).to.equal('inner');
    expect(provider.users).to.equal(0);
  });

  it('is not taken from a provider beside it', async () => {
    const { provider, user } = await setup();
    const beside = document.createElement('colour-provider') as ColourProvider;
    beside.setAttribute('colour', 'beside');
    provider.append(beside);
    expect(await shown(user)).to.equal('red');
  });

  it('is found when a provider is wrapped around it', async () => {
    const { provider, user } = await setup();
    const wrap = document.createElement('colour-provider') as ColourProvider;
    wrap.colour = 'wrap';
    provider.append(wrap);
    wrap.append(user);
    expect(await shown(user)).to.equal('wrap');
    expect([provider.users, wrap.users]).to.deep.equal([0, 1]);
  });

  it('follows a move from one provider to another, and out of both', async () => {
    const { provider, user } = await setup();
    const other = await fixture<ColourProvider>(html`<colour-provider colour="blue"></colour-provider>`);
    other.append(user);
    expect(await shown(user)).to.equal('blue');
    expect([provider.users, other.users]).to.deep.equal([0, 1]);
    document.body.append(user);
    expect(await shown(user)).to.equal('none');
    expect(other.users).to.equal(0);
    user.remove();
  });

  it('is found through the slot of a shadow root that has the provider inside', async () => {
    define('colour-provider');
    const room = await fixture(html`<colour-room><colour-user></colour-user></colour-room>`);
    const user = room.querySelector<ColourUser>('colour-user')!;
    await nextFrame();
    expect(await shown(user)).to.equal('room');
  });

  it('is let go when the host leaves the document, and nothing is left behind', async () => {
    const { provider, user } = await setup();
    user.remove();
    expect(provider.users).to.equal(0);
    provider.colour = 'green';
    expect(await shown(user)).to.equal('none');
  });

  it('leaves no listener at the document', async () => {
    const listeners = new Set<unknown>();
    const { addEventListener, removeEventListener } = document;
    document.addEventListener = (_type: string, listener: unknown) => void listeners.add(listener);
    document.removeEventListener = (_type: string, listener: unknown) => void listeners.delete(listener);
    const { user } = await setup();
    const [inside, moved] = [listeners.size, (user.parentElement!.append(user), listeners.size)];
    user.remove();
    Object.assign(document, { addEventListener, removeEventListener });
    expect([inside, moved, listeners.size]).to.deep.equal([1, 1, 0]);
  });
});
