const afterBytes = 128 * 1024;
const afterFrames = 32;

/**
 * Frames that have come and are not acknowledged. They wait for this many, or for `soon` (a few milliseconds), so
 * that small ones share one acknowledgement; a hidden window's timers are late, so the counts matter too.
 */
export function createAckDebt(soon: (run: () => void) => void, send: () => void) {
  let bytes = 0;
  let frames = 0;
  let planned = false;

  function pay(): void {
    planned = false;
    if (frames === 0) return;
    bytes = 0;
    frames = 0;
    send();
  }

  return {
    add(payloadBytes: number): void {
      bytes += payloadBytes;
      frames += 1;
      if (bytes >= afterBytes || frames >= afterFrames) {
        pay();
      } else if (!planned) {
        planned = true;
        soon(pay);
      }
    },
    pay,
  };
}
