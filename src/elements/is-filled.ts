/** Whether the page has put an element into the slot that an event is about, through however many slots. */
export const isFilled = ({ target }: Event): boolean =>
  (target as HTMLSlotElement).assignedElements({ flatten: true }).length > 0;
