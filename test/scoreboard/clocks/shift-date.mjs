// Sets the clock of this process ahead or back, as whoever sets a machine's clock would: by what the environment says
// from the start (`node --import=…`), or at any moment by `shiftDate`.

const RealDate = Date;
let shift = Number(process.env['CLOCK_SHIFT'] ?? 0);

/** What the machine's clock really shows: epoch milliseconds. */
export const realNow = RealDate.now.bind(RealDate);

/** @param {number} milliseconds by how much the clock is ahead of the real one from now on */
export const shiftDate = (milliseconds) => void (shift = milliseconds);

const now = () => realNow() + shift;

globalThis.Date = new Proxy(RealDate, {
  get: (date, key) => (key === 'now' ? now : /** @type {unknown} */ (Reflect.get(date, key))),
  // What is copied or read stays what it is.
  construct: (date, given, target) =>
    /** @type {object} */ (Reflect.construct(date, given.length === 0 ? [now()] : given, target)),
});
