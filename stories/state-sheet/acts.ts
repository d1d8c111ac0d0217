/** A part of a tag, as a page names it. */
export const partOf = (tag: HTMLElement, part: string): HTMLElement | null =>
  tag.shadowRoot?.querySelector<HTMLElement>(`[part~="${part}"]`) ?? null;

/** Presses a part, as an agent would; what that leads to may have to be fetched first. */
export const press =
  (part: string, leadsTo: (tag: HTMLElement) => boolean = () => true) =>
  (tag: HTMLElement): (() => boolean) => {
    partOf(tag, part)?.click();
    return () => leadsTo(tag);
  };
