/**
 * Which day it is, counted from 1970: what CI tries a part of at a time, it parts by that.
 * @param {number} now epoch milliseconds
 */
export const dayOf = (now = Date.now()) => Math.floor(now / 86_400_000);
