import { wakeAt } from '../../core/index.js';
import type { FaultPlan, FaultWay } from './fault-plan.js';
import { createLane, type Lane } from './lane.js';

/** What is used of the real socket: the browser's, Node's and that of the `ws` package fit. */
export interface RealSocket {
  readonly protocol: string;
  readonly extensions: string;
  readonly readyState: number;
  readonly bufferedAmount: number;
  binaryType: string;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(data: string): void;
  close(code?: number, reason?: string): void;
  /** Of the `ws` package: ends the connection without a close frame. */
  terminate?(): void;
}

/** A class of real sockets. */
export type RealSocketClass = new (url: string, protocols?: string | string[]) => RealSocket;

const CONNECTING = 0;
const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;

/** How long a socket waits for the other side's close frame, in milliseconds. */
const CLOSING_TAKES = 2000;
/** How long a frame waits for one that it can be reordered with, in milliseconds. */
const LONGEST_HELD = 1000;

const ABNORMAL = { code: 1006, reason: '', wasClean: false };

/** One direction: its frames in order, and one that waits for the next to overtake it. */
interface Direction {
  readonly lane: Lane;
  held?: { release(): void };
}

/**
 * Makes a class that can stand in for `WebSocket`, over a real one, on which things go wrong as a plan says. What the
 * plan does not name passes as it is, at once.
 *
 * @param WebSocketClass the browser's `WebSocket`, Node's, or that of the `ws` package
 * @param plan made by `createFaultPlan`; several classes can share one
 *
 * @example
 * const plan = createFaultPlan({ rules: [{ do: 'delay', ms: 300, way: 'in' }] });
 * const connector = createWebSocketConnector({ url, getToken, WebSocket: createFaultySocket(WebSocket, plan) });
 */
export const createFaultySocket = (WebSocketClass: RealSocketClass, plan: FaultPlan): typeof WebSocket => {
  const { clock } = plan;

  class FaultySocket extends EventTarget {
    static readonly CONNECTING = CONNECTING;
    static readonly OPEN = OPEN;
    static readonly CLOSING = CLOSING;
    static readonly CLOSED = CLOSED;
    readonly CONNECTING = CONNECTING;
    readonly OPEN = OPEN;
    readonly CLOSING = CLOSING;
    readonly CLOSED = CLOSED;

    readonly url: string;
    readyState = CONNECTING;
    onopen: ((event: Event) => void) | null = null;
    onmessage: ((event: MessageEvent) => void) | null = null;
    onclose: ((event: Event) => void) | null = null;
    onerror: ((event: Event) => void) | null = null;

    /** Absent where the network was down when it was made. */
    readonly #real: RealSocket | undefined;
    readonly #in: Direction = { lane: createLane(clock) };
    readonly #out: Direction = { lane: createLane(clock) };
    readonly #leavePlan: () => void;
    #swallowed = 0;
    #halfOpen = false;

    constructor(url: string | URL, protocols: string | string[] = []) {
      super();
      this.url = String(url);
      this.addEventListener('open', (event) => this.onopen?.(event));
      this.addEventListener('message', (event) => this.onmessage?.(event as MessageEvent));
      this.addEventListener('close', (event) => this.onclose?.(event));
      this.addEventListener('error', (event) => this.onerror?.(event));
      this.#leavePlan = plan.join({ reset: () => this.#reset(), blackHole: () => void (this.#halfOpen = true) });
      if (plan.down === 'black-hole') this.#halfOpen = true;
      else if (plan.down === 'reset') wakeAt(clock, clock.now(), () => this.#reset());
      else this.#real = this.#connect(protocols);
    }

    get protocol(): string {
      return this.#real?.protocol ?? '';
    }

    get extensions(): string {
      return this.#real?.extensions ?? '';
    }

    get bufferedAmount(): number {
      return (this.#real?.bufferedAmount ?? 0) + this.#swallowed;
    }

    get binaryType(): string {
      return this.#real?.binaryType ?? 'blob';
    }

    set binaryType(type: string) {
      if (this.#real !== undefined) this.#real.binaryType = type;
    }

    send(data: string): void {
      if (this.readyState === CONNECTING) throw new DOMException('Still connecting.', 'InvalidStateError');
      if (this.readyState !== OPEN) return;
      if (this.#halfOpen) this.#swallowed += data.length;
      else this.#pass('out', data, (frame) => this.#real?.readyState === OPEN && this.#real.send(frame as string));
    }

    close(code?: number, reason?: string): void {
      if (this.readyState >= CLOSING) return;
      this.readyState = CLOSING;
      if (this.#halfOpen) wakeAt(clock, clock.now() + CLOSING_TAKES, () => this.#closed(ABNORMAL));
      else this.#out.lane.pass(() => this.#real?.close(code, reason));
    }

    #connect(protocols: string | string[]): RealSocket {
      const real = new WebSocketClass(this.url, protocols);
      /** Behind the frames that are still under way. */
      const later = (run: () => void): void => this.#in.lane.pass(() => (this.#halfOpen ? undefined : run()));
      real.onopen = () =>
        later(() => {
          if (this.readyState !== CONNECTING) return;
          this.readyState = OPEN;
          this.dispatchEvent(new Event('open'));
        });
      real.onmessage = ({ data }: { readonly data: unknown }) => {
        if (!this.#halfOpen) this.#pass('in', data, (frame) => this.#hear(frame));
      };
      real.onerror = () => later(() => this.dispatchEvent(new Event('error')));
      real.onclose = ({ code, reason, wasClean }: { code: number; reason: string; wasClean: boolean }) =>
        later(() => this.#closed({ code, reason, wasClean }));
      return real;
    }

    #hear(data: unknown): void {
      if (this.readyState === OPEN && !this.#halfOpen) this.dispatchEvent(new MessageEvent('message', { data }));
    }

    /** Lets a frame through, or does with it what the plan says. */
    #pass(way: FaultWay, data: unknown, deliver: (frame: unknown) => unknown): void {
      const text = typeof data === 'string' ? data : '';
      const direction = way === 'in' ? this.#in : this.#out;
      const { lane } = direction;
      const fault = plan.faultOf(way, text);
      const enter = (frame: unknown, delay?: number): void =>
        lane.pass(() => (this.#halfOpen ? undefined : deliver(frame)), delay);
      switch (fault?.do) {
        case 'suppress':
          return;
        case 'reorder':
          return this.#hold(direction, () => enter(data));
        case 'close':
          return this.#closedByServer(fault.code, fault.reason);
        case 'reset':
          return this.#reset();
        case 'black-hole':
          this.#halfOpen = true;
          return;
        case 'delay':
          enter(data, Number(fault.ms));
          break;
        case 'duplicate':
          enter(data);
          enter(data);
          break;
        case 'replace': {
          const other = fault.with(text === '' ? undefined : (JSON.parse(text) as unknown), text);
          enter(typeof other === 'string' ? other : JSON.stringify(other));
          break;
        }
        default:
          enter(data);
      }
      direction.held?.release();
    }

    #hold(direction: Direction, enter: () => void): void {
      direction.held?.release();
      const release = (): void => {
        cancel();
        delete direction.held;
        enter();
      };
      const cancel = wakeAt(clock, clock.now() + LONGEST_HELD, release);
      direction.held = { release };
    }

    #closedByServer(code: number, reason = ''): void {
      this.#real?.close();
      this.#closed({ code, reason, wasClean: true });
    }

    #reset(): void {
      if (this.readyState === CLOSED) return;
      if (this.#real?.terminate === undefined) this.#real?.close();
      else this.#real.terminate();
      // A socket that cannot be opened, or breaks, tells an error first.
      this.#letGo();
      this.dispatchEvent(new Event('error'));
      this.dispatchEvent(Object.assign(new Event('close'), ABNORMAL));
    }

    #closed(how: { readonly code: number; readonly reason: string; readonly wasClean: boolean }): void {
      if (this.readyState === CLOSED) return;
      this.#letGo();
      this.dispatchEvent(Object.assign(new Event('close'), how));
    }

    #letGo(): void {
      this.readyState = CLOSED;
      this.#leavePlan();
      this.#in.lane.clear();
      this.#out.lane.clear();
      if (this.#real === undefined) return;
      this.#real.onopen = this.#real.onmessage = this.#real.onclose = null;
      // The `ws` package throws an error that nobody listens to.
      this.#real.onerror = () => undefined;
    }
  }

  return FaultySocket as unknown as typeof WebSocket;
};
