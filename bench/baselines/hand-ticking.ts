// Timers of many chats, by one loop: once a second the texts that differ are written, and nothing else is touched.
const styles = `
  .hand-list { display: flex; flex-direction: column; gap: 6px; block-size: 100%; margin: 0; padding: 10px 8px; box-sizing: border-box; overflow: hidden auto; font: 12px/1.3 sans-serif; list-style: none; }
  .hand-list.all { flex-flow: row wrap; align-content: flex-start; overflow: visible; }
  .hand-list li { flex: none; inline-size: 76px; }
  .hand-list button { display: flex; flex-direction: column; align-items: center; inline-size: 100%; padding: 6px 2px; border: 1px solid #ccc; border-radius: 8px; background: #fff; font: inherit; }
  .hand-list .dot { inline-size: 28px; block-size: 28px; border-radius: 50%; background: #2a8; }
  .hand-list .name { max-inline-size: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .hand-list .time { font-variant-numeric: tabular-nums; }
  .hand-list .late { color: #b00; }
`;

/** What a timer counts from and to: epoch milliseconds, and seconds. */
export interface HandChat {
  readonly name: string;
  readonly since: number;
  readonly target: number;
}

const rowTemplate = document.createElement('template');
rowTemplate.innerHTML =
  '<li><button type="button"><span class="dot"></span><span class="name"></span><span class="time"> </span></button></li>';

const digits = (seconds: number): string => {
  const rest = seconds % 60;
  return `${(seconds / 60) | 0}:${rest < 10 ? '0' : ''}${rest}`;
};

let list: HTMLElement | undefined;
let sheet: CSSStyleSheet | undefined;
let beat: ReturnType<typeof setInterval> | undefined;

/** `all`: side by side, so that none needs scrolling. */
export const open = (host: HTMLElement, chats: readonly HandChat[], all: boolean): void => {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets.push(sheet);
  }
  list = document.createElement('ul');
  list.className = all ? 'hand-list all' : 'hand-list';
  const timers = chats.map(({ name, since, target }) => {
    const row = rowTemplate.content.firstElementChild?.cloneNode(true) as HTMLElement;
    const [, named, time] = (row.firstElementChild as HTMLElement).children as unknown as HTMLElement[];
    if (named !== undefined) named.textContent = name;
    list?.append(row);
    return { since, target, time: time as HTMLElement, text: time?.firstChild as Text, shown: -1, late: false };
  });
  const tick = (): void => {
    const now = Date.now();
    for (const timer of timers) {
      const seconds = ((now - timer.since) / 1000) | 0;
      if (seconds === timer.shown) continue;
      timer.shown = seconds;
      timer.text.data = digits(seconds);
      if (timer.late === seconds >= timer.target) continue;
      timer.late = !timer.late;
      timer.time.className = timer.late ? 'time late' : 'time';
    }
  };
  tick();
  host.append(list);
  beat = setInterval(tick, 1000);
};

export const close = (): void => {
  clearInterval(beat);
  list?.remove();
  list = undefined;
};
