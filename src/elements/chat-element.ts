import { LitElement, type CSSResultGroup, type CSSResultOrNative, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { isHydrating, setHydrating } from '../controllers/is-hydrating.js';
import { showStates } from '../controllers/states.js';
import { WordsOf } from '../controllers/words-of.js';
import type { Translator } from '../i18n/translator.js';
import type { WordOverrides } from '../i18n/words.js';
import { registerUnit } from '../theme/css.js';
import { adoptStyles } from './adopt-styles.js';
import { exportsOf } from './exports-of.js';
import { VERSION } from './version.js';

/** A class that `define` can register: its tag, and the classes of the tags it shows inside. */
export interface ChatElementClass {
  new (): HTMLElement;
  readonly tag: string;
  /** Of the package that the class is from. */
  readonly version?: string;
  readonly uses?: readonly ChatElementClass[];
  /** The names of its parts, with a space between them. */
  readonly parts?: string;
  /** Called once the page's own registry has it. */
  defined?(): void;
}

/** What every tag has: words, and a name from the host that is copied inward. */
export abstract class ChatElement extends LitElement {
  /** The version of the package: tells two copies on a page apart. */
  static readonly version: string = VERSION;

  /** Lit asks for the styles when a tag is defined: importing a class still does nothing. */
  protected static override finalizeStyles(styles?: CSSResultGroup): CSSResultOrNative[] {
    registerUnit();
    return super.finalizeStyles(styles);
  }

  readonly #words = new WordsOf(this);

  /** For the value in the page's form, and for states; roles and names stand on elements inside. */
  protected readonly internals: ElementInternals = this.attachInternals();

  constructor() {
    super();
    showStates(this, this.internals, () => this.states);
  }

  /** BCP 47 language of this tag's words; without it the provider's, else English. */
  @property() locale?: string | undefined;

  /** Words that replace some of the catalogue's, for this tag and (on a provider) what is inside it. */
  @property({ attribute: false }) strings?: WordOverrides | undefined;

  /** The host page's `aria-label` on the tag; the tag copies it to the part inside that has the role. */
  @property({ attribute: 'aria-label', reflect: true }) override ariaLabel: string | null = null;

  /** What the page calls this tag, if it gives it a name. */
  protected get hostLabel(): string | undefined {
    return this.ariaLabel || undefined;
  }

  /** The tags in it are of the registry that it is of itself, where a page has several. @internal */
  override attachShadow(init: ShadowRootInit): ShadowRoot {
    return super.attachShadow({ ...init, customElementRegistry: this.customElementRegistry });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot() as ShadowRoot;
    const { renderOptions } = this;
    // A Lit that cannot take over what a server made gives the root its styles, and begins anew.
    if (root.firstChild && root.adoptedStyleSheets.length > 0) {
      root.replaceChildren();
      renderOptions.renderBefore = null;
    }
    setHydrating(this, root.firstChild !== null);
    const { customElementRegistry } = root;
    if (customElementRegistry && customElementRegistry !== customElements)
      renderOptions.creationScope = { importNode: (node) => document.importNode(node, { customElementRegistry }) };
    return root;
  }

  /** Called by the browser when it comes into another document, such as that of a small window. @internal */
  adoptedCallback(): void {
    const root = this.shadowRoot;
    if (root) adoptStyles(root, (this.constructor as typeof LitElement).elementStyles);
  }

  protected override update(changed: PropertyValues<this>): void {
    const wasHydrating = isHydrating(this);
    super.update(changed);
    // Only now what is around it counts.
    if (!wasHydrating) return;
    setHydrating(this, false);
    this.requestUpdate();
  }

  /** Inside another of our tags, be it of another copy, it lets all its parts out, so that a page reaches them from the outermost. */
  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.getRootNode();
    if (root instanceof ShadowRoot && 'tag' in root.host.constructor)
      this.setAttribute('exportparts', exportsOf(this.constructor as unknown as ChatElementClass));
  }

  /** What style sheets see of it as `:state()`, as of the last update. */
  protected get states(): readonly unknown[] {
    return [];
  }

  /** The words to show. */
  protected get words(): Translator {
    return this.#words.value;
  }
}
