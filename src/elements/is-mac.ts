/** Whether shortcuts are made as on a Mac. */
export const isMac = (): boolean => /^(?:Mac|iP)/.test(navigator.platform);
