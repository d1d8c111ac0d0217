// Sets the clock of this process ahead or back, as whoever sets a machine's clock would: by what the environment says
// from the start (`node --import=…`), or at any moment by `shiftDate`.

const RealDate = Date;
let shift = Number(process.env['CLOCK_SHIFT'] ?? 0);

/** What the machine's clock really shows: epoch milliseconds. */
export const realNow = RealDate.now.bind(RealDate);

/** @param {number} milliseconds by how much the clock is ahead of the real one from now on */
export const shiftDate = (milliseconds) => void (shift = milliseconds);

globalThis.Date = class extends RealDate {
  static now() {
    return realNow() + shift;
  }

  /** @param {any[]} given */
  constructor(...given) {
    // What is copied or parsed stays what it is.
    super(...(given.length === 0 ? [realNow() + shift] : /** @type {[number]} */ (given)));
  }
};
