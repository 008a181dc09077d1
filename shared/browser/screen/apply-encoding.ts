import { type Encoding, withEncoding } from './quality.ts';

const againAfterMs = 200;
const triesAtMost = 15;

/**
 * Sets a sender's encoding, the newest that is wanted. One at a time, since browsers refuse parameters that were read
 * before the last ones took effect, and again for a while, since they refuse them while they negotiate.
 */
export function createEncoder(sender: RTCRtpSender, until: AbortSignal) {
  let wanted: Encoding | null = null;
  let isBusy = false;

  async function work(): Promise<void> {
    let tries = 0;
    while (wanted && !until.aborted) {
      const encoding: Encoding = wanted;
      try {
        await sender.setParameters(withEncoding(sender.getParameters(), encoding));
        if (wanted === encoding) wanted = null;
        tries = 0;
      } catch {
        tries += 1;
        // A sender that has gone takes nothing more; its successor is told anew.
        if (tries > triesAtMost) return;
        await new Promise((resolve) => setTimeout(resolve, againAfterMs));
      }
    }
  }

  return (encoding: Encoding): void => {
    wanted = encoding;
    if (isBusy) return;
    isBusy = true;
    void work().finally(() => (isBusy = false));
  };
}
