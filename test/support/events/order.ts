import { orderProblems, orderPromises } from '../../../src/devtools/event-order.js';
import type { FiredEvent } from './record-in-page.js';

/** What the events of each desk in each page broke of the promised order. Pages act too, and what they did is not told. */
export const outOfOrder = (fired: readonly FiredEvent[]): readonly string[] => {
  const desks = new Map<string, FiredEvent[]>();
  for (const event of fired) {
    const { deskId } = (event.detail ?? {}) as { readonly deskId?: string };
    if (deskId === undefined || deskId === '') continue;
    const key = `${event.page} ${deskId}`;
    desks.set(key, [...(desks.get(key) ?? []), event]);
  }
  const said = [...desks.values()].flatMap((events) => {
    const told = events.map(({ name, detail }) => ({
      type: name,
      chatId: (detail as { readonly chatId?: string }).chatId,
      detail,
    }));
    return orderProblems(told, false).map(({ promise, at, event }) => {
      const { says = promise } = orderPromises.find(({ name }) => name === promise) ?? {};
      const before = told.slice(0, at).filter(({ chatId }) => chatId === event.chatId);
      return `"${event.type}" came after ${before.map(({ type }) => type).join(', ')}. Promised: ${says}`;
    });
  });
  return [...new Set(said)];
};
