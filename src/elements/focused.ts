/** What has the focus, through shadow roots; the body, or `null`, where nothing has. */
export const focused = (): HTMLElement | null => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active as HTMLElement | null;
};
