import { warnOnce } from '../../core/warn-once.js';
import { whenPageIsReady } from '../../controllers/when-page-is-ready.js';
import {
  given,
  type ChatConnector,
  type Clock,
  type Crm,
  type DeskStorage,
  type PolicyLayer,
} from '../../core/index.js';
import { createChatDesk } from '../../desk/create-chat-desk.js';
import type { ChatDesk, ChatDeskOptions } from '../../desk/index.js';
import { connectors } from './connectors.js';
import { providerDefaults } from './defaults.js';

/** What a provider was asked to make a desk of. */
export interface DeskSettings {
  readonly connector?: ChatConnector | null | undefined;
  readonly connectTo?: string | null | undefined;
  readonly policy?: PolicyLayer | null | undefined;
  readonly crm?: Crm | null | undefined;
  readonly clock?: Clock | null | undefined;
  /** `null`: nothing is kept. */
  readonly storage?: DeskStorage | null | undefined;
}

/** `asked`: the connector is on its way, or its name is not registered (yet), or there is a desk. */
export type OwnDeskState = 'none' | 'asked' | 'failed';

/** A connector asked for by name; `loading` until it is there, and from then on. */
interface Asked {
  readonly name: string;
  state: 'unknown' | 'loading' | 'failed';
  connector?: ChatConnector;
}

const isConnector = (made: unknown): made is ChatConnector =>
  typeof (made as Partial<ChatConnector> | null | undefined)?.open === 'function';

/** A desk that a provider makes itself, of a connector or of a connector's name, and disposes of. */
export class OwnDesk {
  readonly #owner: HTMLElement;
  readonly #changed: () => void;
  readonly #fail: (code: string, message: string) => void;
  #asked: Asked | undefined;
  #desk: ChatDesk | undefined;
  /** The connector, clock and storage of the desk, or of the attempt to make one. */
  #madeOf: readonly unknown[] | undefined;
  #policy: PolicyLayer | undefined;
  #crm: Crm | undefined;
  #unwatch: (() => void) | undefined;

  /** `changed` is called when {@link OwnDesk.follow} would give something else; `fail` with what went wrong. */
  constructor(owner: HTMLElement, changed: () => void, fail: (code: string, message: string) => void) {
    this.#owner = owner;
    this.#changed = changed;
    this.#fail = fail;
  }

  get value(): ChatDesk | undefined {
    return this.#desk;
  }

  get state(): OwnDeskState {
    if (this.#madeOf === undefined && this.#asked === undefined) return 'none';
    return (this.#madeOf !== undefined && this.#desk === undefined) || this.#asked?.state === 'failed'
      ? 'failed'
      : 'asked';
  }

  /** Brings the desk in line with the settings: makes it, keeps it, tells it what changed, or lets it go. */
  follow(settings: DeskSettings): void {
    if (settings.connector) this.#forget();
    const connector = settings.connector ?? this.#ask(settings.connectTo ?? '');
    const clock = settings.clock ?? undefined;
    const storage = settings.storage === undefined ? providerDefaults().storage : (settings.storage ?? undefined);
    const policy = settings.policy ?? undefined;
    const crm = settings.crm ?? undefined;
    const parts = [connector, clock, storage];
    if (connector === undefined) this.#dispose();
    else if (parts.some((part, place) => part !== this.#madeOf?.[place])) {
      this.#dispose();
      this.#madeOf = parts;
      this.#make(given({ connector, clock, storage, policy, crm }));
    } else {
      if (policy !== this.#policy) this.#desk?.setPolicy(policy);
      if (crm !== this.#crm) this.#desk?.setCrm(crm);
    }
    this.#policy = policy;
    this.#crm = crm;
  }

  /** Disposes of the desk and forgets what was asked for. {@link OwnDesk.follow} starts anew. */
  release(): void {
    this.#forget();
    this.#dispose();
  }

  #make(options: ChatDeskOptions): void {
    try {
      this.#desk = createChatDesk(options);
    } catch (error) {
      this.#tell('connector-failed', `the connector could not be opened (${String(error)}).`);
    }
  }

  #dispose(): void {
    this.#desk?.dispose();
    this.#desk = undefined;
    this.#madeOf = undefined;
  }

  #forget(): void {
    this.#asked = undefined;
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  #ask(name: string): ChatConnector | undefined {
    if (name === '') {
      this.#forget();
      return undefined;
    }
    if (this.#asked?.name !== name) {
      this.#asked = { name, state: 'unknown' };
      void this.#load(this.#asked);
    }
    this.#unwatch ??= connectors.watch(this.#onRegistered);
    return this.#asked.connector;
  }

  async #load(asked: Asked): Promise<void> {
    const load = connectors.find(asked.name);
    if (load === undefined)
      return whenPageIsReady(() => {
        if (this.#asked === asked && asked.state === 'unknown') this.#warnOfUnknown(asked.name);
      });
    asked.state = 'loading';
    let problem = '';
    try {
      const connector: unknown = await load();
      if (isConnector(connector)) asked.connector = connector;
      else problem = 'is none: its load() must give an object with open().';
    } catch (error) {
      problem = `could not be loaded (${String(error)}). Set connect-to anew to try again.`;
    }
    // Asked for something else meanwhile: nobody waits for this one.
    if (this.#asked !== asked) return;
    if (problem !== '') {
      asked.state = 'failed';
      this.#tell('connector-failed', `the connector "${asked.name}" ${problem}`);
    }
    this.#changed();
  }

  readonly #onRegistered = (name: string): void => {
    const asked = this.#asked;
    if (asked?.name === name && asked.state !== 'loading') void this.#load(asked);
  };

  #warnOfUnknown(name: string): void {
    const names = connectors.names.map((known) => `"${known}"`).join(', ');
    this.#tell(
      'unknown-connector',
      `there is no connector "${name}". Call registerConnector("${name}", load), or import the module that does. Registered: ${names || 'none'}.`,
    );
  }

  #tell(code: string, problem: string): void {
    warnOnce(this.#owner, `<${this.#owner.localName}>: ${problem}`);
    this.#fail(code, problem);
  }
}
