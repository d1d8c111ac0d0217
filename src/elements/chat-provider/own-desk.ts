import { warnOnce } from '../../controllers/warn-once.js';
import type { ChatConnector, Clock, Crm, DeskStorage, PolicyLayer } from '../../core/index.js';
import { createChatDesk } from '../../desk/create-chat-desk.js';
import type { ChatDesk, ChatDeskOptions } from '../../desk/index.js';
import { connectors } from './connectors.js';
import { providerDefaults } from './defaults.js';
import { whenPageIsReady } from './when-page-is-ready.js';

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

/** `asked`: the connector is on its way, or its name is not registered (yet). */
export type OwnDeskState = 'none' | 'asked' | 'ready' | 'failed';

/** A connector asked for by name. */
interface Asked {
  readonly name: string;
  state: 'unknown' | 'loading' | 'ready' | 'failed';
  connector?: ChatConnector;
}

const isConnector = (given: unknown): given is ChatConnector =>
  typeof given === 'object' && given !== null && typeof (given as Partial<ChatConnector>).open === 'function';

/** A desk that a provider makes itself, of a connector or of a connector's name, and disposes of. */
export class OwnDesk {
  readonly #owner: HTMLElement;
  readonly #changed: () => void;
  readonly #fail: (code: string, message: string) => void;
  #asked: Asked | undefined;
  #desk: ChatDesk | undefined;
  #madeOf: { connector: ChatConnector; clock: Clock | undefined; storage: DeskStorage | undefined } | undefined;
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
    if (this.#desk !== undefined) return 'ready';
    if (this.#madeOf !== undefined || this.#asked?.state === 'failed') return 'failed';
    return this.#asked === undefined ? 'none' : 'asked';
  }

  /** Brings the desk in line with the settings: makes it, keeps it, tells it what changed, or lets it go. */
  follow(settings: DeskSettings): void {
    const connector = settings.connector ?? this.#ask(settings.connectTo ?? '');
    if (settings.connector) this.#forget();
    const clock = settings.clock ?? undefined;
    const storage = settings.storage === undefined ? providerDefaults().storage : (settings.storage ?? undefined);
    const policy = settings.policy ?? undefined;
    const crm = settings.crm ?? undefined;
    const made = this.#madeOf;
    if (connector === undefined) this.#dispose();
    else if (made?.connector !== connector || made.clock !== clock || made.storage !== storage) {
      this.#dispose();
      this.#madeOf = { connector, clock, storage };
      this.#make({
        connector,
        ...(policy && { policy }),
        ...(crm && { crm }),
        ...(clock && { clock }),
        ...(storage && { storage }),
      });
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
      this.#load(this.#asked);
    }
    this.#unwatch ??= connectors.watch(this.#onRegistered);
    return this.#asked.connector;
  }

  #load(asked: Asked): void {
    const load = connectors.find(asked.name);
    if (load === undefined) {
      whenPageIsReady(() => {
        if (this.#asked === asked && asked.state === 'unknown') this.#warnOfUnknown(asked.name);
      });
      return;
    }
    asked.state = 'loading';
    const settle = (settled: Partial<Asked>, problem?: string): void => {
      // Asked for something else meanwhile: nobody waits for this one.
      if (this.#asked !== asked) return;
      Object.assign(asked, settled);
      if (problem !== undefined) this.#tell('connector-failed', `the connector "${asked.name}" ${problem}`);
      this.#changed();
    };
    Promise.resolve()
      .then(load)
      .then(
        (connector) =>
          isConnector(connector)
            ? settle({ state: 'ready', connector })
            : settle({ state: 'failed' }, 'is none: its load() must give an object with open().'),
        (error: unknown) =>
          settle({ state: 'failed' }, `could not be loaded (${String(error)}). Set connect-to anew to try again.`),
      );
  }

  readonly #onRegistered = (name: string): void => {
    const asked = this.#asked;
    if (asked?.name === name && (asked.state === 'unknown' || asked.state === 'failed')) this.#load(asked);
  };

  #warnOfUnknown(name: string): void {
    const names = connectors.names.map((known) => `"${known}"`).join(', ');
    const known = names === '' ? 'No connector is registered' : `Registered: ${names}`;
    this.#tell(
      'unknown-connector',
      `there is no connector "${name}". Call registerConnector("${name}", load), or import the module that does. ${known}.`,
    );
  }

  #tell(code: string, problem: string): void {
    warnOnce(this.#owner, `<${this.#owner.localName}>: ${problem}`);
    this.#fail(code, problem);
  }
}
