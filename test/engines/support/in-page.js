// Runs in every page of a journey before the page's own scripts: a clock that the journey sets, and a search by role
// and name, as a person finds things. A classic script, so that nothing of the page runs before it.
{
  const real = {
    setTimeout: globalThis.setTimeout.bind(globalThis),
    clearTimeout: globalThis.clearTimeout.bind(globalThis),
    Date: globalThis.Date,
  };
  const origin = real.Date.now();
  let ahead = 0;
  /** @type {number | undefined} */
  let frozenAt;
  const now = () => frozenAt ?? real.Date.now() + ahead;

  /** @typedef {{id: number, due: number, every: number | undefined, run: () => void}} Timer */
  /** @type {Map<number, Timer>} */
  const timers = new Map();
  let lastId = 0;
  /** @type {ReturnType<typeof real.setTimeout> | undefined} */
  let wake;

  const earliest = () =>
    [...timers.values()].reduce(
      (/** @type {Timer | undefined} */ first, timer) =>
        first !== undefined && (first.due < timer.due || (first.due === timer.due && first.id < timer.id))
          ? first
          : timer,
      undefined,
    );

  /** @param {Timer} timer */
  const fire = (timer) => {
    if (timer.every === undefined) timers.delete(timer.id);
    else timer.due += Math.max(1, timer.every);
    timer.run();
  };

  const schedule = () => {
    real.clearTimeout(wake);
    const first = earliest();
    if (frozenAt !== undefined || first === undefined) return;
    wake = real.setTimeout(
      () => {
        const due = earliest();
        if (frozenAt === undefined && due !== undefined && due.due <= now()) fire(due);
        schedule();
      },
      Math.min(Math.max(0, first.due - now()), 2 ** 31 - 1),
    );
  };

  /** @param {boolean} repeats */
  const setter =
    (repeats) =>
    (/** @type {(...values: unknown[]) => void} */ run, delay = 0, /** @type {unknown[]} */ ...values) => {
      const id = (lastId += 1);
      const wait = Number(delay) || 0;
      timers.set(id, { id, due: now() + wait, every: repeats ? wait : undefined, run: () => run(...values) });
      schedule();
      return id;
    };
  /** @param {number} id */
  const clear = (id) => {
    timers.delete(id);
    schedule();
  };

  const { port1, port2 } = new MessageChannel();
  /** As soon as may be, also in a tab that is not seen, whose timers run once a second. */
  const nextTask = () =>
    new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(undefined);
    });

  const clock = {
    /** Time stands still from now on; gives what it is. */
    freeze: () => (frozenAt = now()),
    /** Goes on to a later time, and runs on the way what waits for it. @param {number} time */
    async advanceTo(time) {
      // Whoever asked for it has their answer first, and may have set a timer for it.
      for (let task = 0; task < 5; task += 1) await nextTask();
      for (let next = earliest(); next !== undefined && next.due <= time; next = earliest()) {
        const second = Math.floor((frozenAt ?? 0) / 1000);
        frozenAt = Math.max(frozenAt ?? 0, next.due);
        fire(next);
        // What the page does at once, and each second what it does a task later, before what it does after.
        await (Math.floor(frozenAt / 1000) === second ? undefined : nextTask());
      }
      frozenAt = time;
    },
    /** Time goes on from where it stands. */
    resume() {
      if (frozenAt !== undefined) ahead = frozenAt - real.Date.now();
      frozenAt = undefined;
      schedule();
    },
  };

  Object.assign(globalThis, {
    Date: new Proxy(real.Date, {
      get: (date, key) => (key === 'now' ? now : /** @type {unknown} */ (Reflect.get(date, key))),
      construct: (date, given, target) =>
        /** @type {object} */ (Reflect.construct(date, given.length === 0 ? [now()] : given, target)),
    }),
    setTimeout: setter(false),
    setInterval: setter(true),
    clearTimeout: clear,
    clearInterval: clear,
  });
  performance.now = () => now() - origin;

  /** Which elements have a role, of those that these pages show. @type {Readonly<Record<string, string>>} */
  const ROLES = {
    button: 'button, [role=button]',
    textbox: 'textarea, input:not([type]), [role=textbox]',
    combobox: '[role=combobox]',
    option: '[role=option]',
    dialog: 'dialog, [role=dialog]',
    heading: 'h1, h2, h3, h4, [role=heading]',
    log: '[role=log]',
    timer: '[role=timer]',
    listitem: 'li, [role=listitem]',
    status: '[role=status]',
    text: '*',
  };

  /** Every element of the page, through shadow roots. @param {ParentNode} root @returns {Generator<Element>} */
  function* elements(root) {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* elements(element.shadowRoot);
    }
  }

  /** @param {Element} element */
  const nameOf = (element) => {
    const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
    const labels = ids.map((id) => root.getElementById(id)?.textContent);
    const [own] = /** @type {Partial<HTMLInputElement>} */ (element).labels ?? [];
    const name = element.getAttribute('aria-label') ?? (ids.length > 0 ? labels.join(' ') : undefined);
    return (name ?? own?.textContent ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
  };

  /** Whether an animation is under way and will end. @param {Animation} animation */
  const isPassing = ({ effect, playState }) =>
    playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime);

  /** Whether a person can come to it: it is painted, and no dialog is before it. @param {Element} element */
  const isReachable = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    const modal = [...elements(document)].find((it) => it.matches('dialog:modal'));
    if (modal === undefined) return true;
    for (let at = /** @type {Node | null} */ (element); at !== null; at = parentOf(at)) if (at === modal) return true;
    return false;
  };
  /** @param {Node} node @returns {Node | null} */
  const parentOf = (node) =>
    (node instanceof Element ? node.assignedSlot : null) ??
    node.parentNode ??
    (node instanceof ShadowRoot ? node.host : null);

  /** What is at a point of the page, through shadow roots. @param {number} x @param {number} y */
  const deepestAt = (x, y) => {
    let found = document.elementFromPoint(x, y);
    while (found?.shadowRoot) {
      const inner = found.shadowRoot.elementFromPoint(x, y);
      if (inner === null || inner === found) break;
      found = inner;
    }
    return found;
  };

  /** @param {string} role @param {string} name a pattern @param {string} [within] a tag */
  const all = (role, name, within) => {
    const pattern = new RegExp(name, 'u');
    const start = within === undefined ? document : [...elements(document)].find((it) => it.localName === within);
    if (start === undefined) return [];
    const root = start instanceof Document ? start : (start.shadowRoot ?? start);
    return [...elements(root)].filter(
      (element) =>
        element.matches(ROLES[role] ?? role) &&
        (role === 'text' ? element.childElementCount === 0 : true) &&
        pattern.test(nameOf(element)) &&
        isReachable(element),
    );
  };

  const focused = () => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  };

  let clicked = 'nothing';
  addEventListener(
    'click',
    (event) => {
      const [first] = event.composedPath();
      clicked = first instanceof Element ? `<${first.localName}> ${nameOf(first).slice(0, 50)}` : 'the page';
    },
    { capture: true },
  );

  /** @type {string[]} */
  const complaints = [];
  addEventListener('error', (event) => complaints.push(event.message));
  addEventListener('unhandledrejection', (event) => complaints.push(String(event.reason)));
  addEventListener('securitypolicyviolation', (event) => complaints.push(`forbidden: ${event.violatedDirective}`));

  Object.assign(globalThis, {
    journey: {
      clock,
      complaints,
      count: (/** @type {[string, string, string?]} */ ...sought) => all(...sought).length,
      /** Whether it is there; else what is there of its role. @type {(...sought: [string, string, string?]) => true | string} */
      isThere: (role, name, within) =>
        all(role, name, within).length > 0 ||
        `no ${role} ${name}, but: ${all(role, '', within).map(nameOf).join(' | ').slice(0, 500)}; clicked last: ${clicked}`,
      text: (/** @type {[string, string, string?]} */ ...sought) => {
        const [element] = all(...sought);
        return /** @type {Partial<HTMLInputElement>} */ (element)?.value ?? element?.textContent?.trim() ?? null;
      },
      /** What the first such tag, within a tag, has as a property. @type {(within: string, tag: string, name: string) => unknown} */
      property: (within, tag, name) => {
        const root = [...elements(document)].find((it) => it.localName === within)?.shadowRoot;
        const found = root && [...elements(root)].find((it) => it.localName === tag);
        return found ? Reflect.get(found, name) : null;
      },
      /** Where to click on something, once a click there would reach it. @type {(...sought: [string, string, string?]) => [number, number] | null} */
      place: (...sought) => {
        const [element] = all(...sought);
        if (element === undefined || element.matches('[disabled]') || document.getAnimations().some(isPassing))
          return null;
        element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        const { left, top, width, height } = element.getBoundingClientRect();
        const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
        for (let at = /** @type {Node | null} */ (deepestAt(x, y)); at !== null; at = parentOf(at))
          if (at === element) return [x, y];
        return null;
      },
      /** Activates something at once, so that pages can do so at the same moment. @type {(...sought: [string, string, string?]) => void} */
      // Where another agent was quicker, it is gone.
      press: (...sought) => /** @type {HTMLElement | undefined} */ (all(...sought)[0])?.click(),
      focused: () => {
        const element = focused();
        return element === null ? { tag: '', name: '' } : { tag: element.localName, name: nameOf(element) };
      },
    },
  });
}
