/** Whether the page's permissions policy forbids the clipboard. To ask for it then would write an error to the console. */
const isForbidden = (): boolean => {
  const { featurePolicy } = document as Document & { featurePolicy?: { allowsFeature(feature: string): boolean } };
  return featurePolicy?.allowsFeature('clipboard-write') === false;
};

/** Puts what `text` gives on the clipboard; says whether that was allowed. */
export const copyText = async (text: Promise<string>): Promise<boolean> => {
  if (isForbidden()) return copyByEvent(await text);
  try {
    // The text may come after the key that asked for it counts as pressed: Safari takes the promise of one.
    const blob = text.then((said) => new Blob([said], { type: 'text/plain' }));
    // Whoever asked hears of a text that there is not; the clipboard may have given up before.
    blob.catch(() => {});
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    return true;
  } catch {
    // There is no clipboard on a page without TLS, as intranets have.
    return copyByEvent(await text);
  }
};

const copyByEvent = (text: string): boolean => {
  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', onCopy, { capture: true });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what came after it, such pages do not have
  const isCopied = document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
  return isCopied;
};
