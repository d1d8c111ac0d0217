import { ContextProvider } from '@lit/context';
import type { ReactiveController } from 'lit';
import { announcerContext, type Announcer } from '../../context/announcer-context.js';
import { deskContext } from '../../context/desk-context.js';
import { stageContext, type KeyAct, type Stage } from '../../context/stage-context.js';
import { wordsContext } from '../../context/words-context.js';
import { FromContext, type ControlledElement } from '../../controllers/from-context.js';
import { isHydrating } from '../../controllers/is-hydrating.js';
import { createOffer } from '../../controllers/stage-keys.js';
import { warnOnce } from '../../core/warn-once.js';
import { whenPageIsReady } from '../../controllers/when-page-is-ready.js';
import { resolveKeys, type Keys } from '../../core/index.js';
import type { ChatDesk } from '../../desk/index.js';
import type { Translator } from '../../i18n/translator.js';
import { isMac } from '../is-mac.js';
import { attentionOf } from './attention.js';
import { ChatErrorEvent } from './chat-provider.events.js';
import { OwnDesk, type DeskSettings, type OwnDeskState } from './own-desk.js';
import { serveKeys } from './page-keys.js';
import { presentDesk } from './present-desk.js';
import { createStage } from './stage.js';

/** An element that provides a desk, as its properties say. */
export type ProviderElement = ControlledElement &
  DeskSettings & { readonly desk?: ChatDesk | null | undefined; readonly keys?: Keys | null | undefined };

/** What a provider brings besides its properties. */
export interface ProviderParts {
  readonly words: () => Translator;
  readonly announcer: Announcer;
  /** Whether what it shows is open; `undefined` where it shows nothing itself. */
  readonly open: () => boolean | undefined;
  /** Does what a key stands for before the tags inside do, if it is for the whole. */
  readonly act: KeyAct;
}

/**
 * Gives what is inside an element its desk, words, announcer and stage. The desk is the element's `desk`, or one made of
 * its `connector` or `connectTo`, or that of the nearest provider around it, which is passed on with all it brings.
 */
export class ProvideDesk implements ReactiveController {
  readonly #host: ProviderElement;
  readonly #parts: ProviderParts;
  readonly #own: OwnDesk;
  readonly #stage = createStage();
  readonly #outerDesk: FromContext<typeof deskContext>;
  readonly #outerAnnouncer: FromContext<typeof announcerContext>;
  readonly #outerStage: FromContext<typeof stageContext>;
  readonly #sharedDesk: ContextProvider<typeof deskContext>;
  readonly #sharedWords: ContextProvider<typeof wordsContext>;
  readonly #sharedAnnouncer: ContextProvider<typeof announcerContext>;
  readonly #sharedStage: ContextProvider<typeof stageContext>;
  #presented: { readonly desk: ChatDesk; readonly end: () => void } | undefined;
  /** The desk that was told whether the element is open. */
  #watched: ChatDesk | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #endKeys: (() => void) | undefined;
  readonly #offer;
  #bound: readonly [stage: Stage, keys: Keys | null | undefined] | undefined;

  constructor(host: ProviderElement, parts: ProviderParts) {
    this.#host = host;
    this.#parts = parts;
    this.#offer = createOffer(parts.act);
    this.#own = new OwnDesk(
      host,
      () => host.requestUpdate(),
      (code, message) => void host.dispatchEvent(new ChatErrorEvent({ code, message, deskId: '', time: Date.now() })),
    );
    this.#outerDesk = new FromContext(host, deskContext);
    this.#outerAnnouncer = new FromContext(host, announcerContext);
    this.#outerStage = new FromContext(host, stageContext);
    this.#sharedDesk = new ContextProvider(host, { context: deskContext });
    this.#sharedWords = new ContextProvider(host, { context: wordsContext });
    this.#sharedAnnouncer = new ContextProvider(host, { context: announcerContext });
    this.#sharedStage = new ContextProvider(host, { context: stageContext });
    host.addController(this);
  }

  /** The desk that is provided. */
  get desk(): ChatDesk | undefined {
    return this.#sharedDesk.value;
  }

  get stage(): Stage {
    return this.#sharedStage.value ?? this.#stage;
  }

  /** What became of the desk that the element was asked to make. */
  get state(): OwnDeskState {
    // What a server makes waits for a desk already, as it will in the page.
    return isHydrating(this.#host) && this.#host.connectTo ? 'asked' : this.#own.state;
  }

  hostConnected(): void {
    clearTimeout(this.#leaving);
    this.#endKeys = serveKeys({ element: this.#host, stage: () => this.stage });
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#watch(this.#watched, false);
    this.#endKeys?.();
    // An element that is only moved keeps its desk: it is back before the next task.
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => {
      this.#watch(undefined);
      this.#present(undefined);
      this.#own.release();
      this.#sharedDesk.setValue(undefined);
      this.#offer(undefined);
    });
  }

  hostUpdate(): void {
    if (!this.#host.isConnected || isHydrating(this.#host)) return;
    const given = this.#host.desk ?? undefined;
    if (given === undefined) this.#own.follow(this.#host);
    else this.#own.release();
    const own = given ?? this.#own.value;
    // Who names a back end waits for that one: never another by accident.
    const passesOn = own === undefined && this.#own.state === 'none';
    const desk = passesOn ? this.#outerDesk.value : own;
    if (passesOn && this.#parts.open() === true) whenPageIsReady(() => this.#warnOfNoDesk());
    this.#watch(desk);
    this.#present(own);
    this.#sharedDesk.setValue(desk);
    this.#sharedStage.setValue((passesOn ? this.#outerStage.value : undefined) ?? this.#stage);
    this.#bindKeys(this.stage);
    this.#sharedAnnouncer.setValue(this.#outerAnnouncer.value ?? this.#parts.announcer);
    this.#sharedWords.setValue(this.#parts.words());
  }

  /** The keys are those of who has the stage, or of a tag that it is passed on to and that has some of its own. */
  #bindKeys(stage: Stage): void {
    this.#offer(stage);
    const { keys, localName } = this.#host;
    if ((stage !== this.#stage && !keys) || (this.#bound?.[0] === stage && this.#bound[1] === keys)) return;
    this.#bound = [stage, keys];
    const { map, problems } = resolveKeys(keys ?? {}, isMac());
    for (const problem of problems) warnOnce(this.#host, `<${localName}>, its "keys": ${problem}.`);
    stage.bind(map);
  }

  /** What is open and has no desk stays empty: whoever forgot to say which one is told how. */
  #warnOfNoDesk(): void {
    if (this.desk !== undefined || this.#own.state !== 'none' || !this.#host.isConnected) return;
    const { localName } = this.#host;
    warnOnce(
      this.#host,
      `<${localName}> has no desk to show. Set connect-to="…" to a registered connector's name, or its "connector" or "desk" property, or put it inside a <chat-provider> that has one.`,
    );
  }

  /** Tells the desk that is shown whether it is open, and the one before that it is no longer shown. */
  #watch(desk: ChatDesk | undefined, open = this.#parts.open()): void {
    if (open === undefined) return;
    const before = this.#watched && attentionOf(this.#watched);
    before?.adapters.delete(this);
    if (desk !== undefined) attentionOf(desk).adapters.set(this, open);
    if (desk !== this.#watched) before?.look();
    if (desk !== undefined) attentionOf(desk).look();
    this.#watched = desk;
  }

  #present(desk: ChatDesk | undefined): void {
    if (this.#presented?.desk === desk) return;
    this.#presented?.end();
    this.#presented = desk && {
      desk,
      end: presentDesk({
        desk,
        element: this.#host,
        words: this.#parts.words,
        say: (text) => this.#sharedAnnouncer.value?.say(text),
        hush: () => this.#sharedAnnouncer.value?.hush(),
      }),
    };
  }
}
