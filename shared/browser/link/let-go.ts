/**
 * Gives the memory of these bytes back now, not when garbage is collected. Only for what no function of the browser's
 * has been given: those keep it until then, uncounted, so that it is collected even later.
 */
export const letGo = ({ buffer }: Uint8Array<ArrayBuffer>): void => void buffer.transfer(0);
