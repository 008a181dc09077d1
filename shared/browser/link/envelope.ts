const counterBytes = 12;

/** The counter as AES-GCM's 96-bit nonce; unlike a random one it can never come twice under one key. */
function nonceOf(counter: number): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(counterBytes);
  const view = new DataView(nonce.buffer);
  view.setUint32(4, Math.floor(counter / 2 ** 32));
  view.setUint32(8, counter % 2 ** 32);
  return nonce;
}

/** A sealed box in the pieces in which it was made, for whoever sends it puts more before it: nonce, then AES-256-GCM's output. */
export type Box = readonly [nonce: Uint8Array<ArrayBuffer>, sealed: Uint8Array<ArrayBuffer>];

/** Seals bytes for one direction; the nonce (12 bytes) counts up. */
export function createSealer(key: CryptoKey) {
  let counter = 0;
  return async (plain: Uint8Array<ArrayBuffer>): Promise<Box> => {
    counter += 1;
    const nonce = nonceOf(counter);
    return [nonce, new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain))];
  };
}

/**
 * Opens what the other side sealed, in the order of the calls to `accept`. A box that was changed, repeated or
 * overtaken by a later one is refused and counted; one that is missing is not missed.
 */
export function createOpener(key: CryptoKey) {
  let newest = 0;
  let refused = 0;
  return {
    /** Undoes the sealing, or null. Says nothing yet on the order. */
    async open(box: Uint8Array<ArrayBuffer>): Promise<{ counter: number; plain: Uint8Array<ArrayBuffer> } | null> {
      if (box.length < counterBytes) return null;
      const view = new DataView(box.buffer, box.byteOffset);
      const iv = box.subarray(0, counterBytes);
      try {
        const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, box.subarray(counterBytes));
        return { counter: view.getUint32(4) * 2 ** 32 + view.getUint32(8), plain: new Uint8Array(plain) };
      } catch {
        return null;
      }
    },

    accept(opened: { counter: number; plain: Uint8Array<ArrayBuffer> } | null): Uint8Array<ArrayBuffer> | null {
      if (!opened || opened.counter <= newest) {
        refused += 1;
        return null;
      }
      newest = opened.counter;
      return opened.plain;
    },

    refused: (): number => refused,
  };
}
