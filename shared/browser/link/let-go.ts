/**
 * Gives the memory of these bytes back now: garbage of this size is collected so late that a large file would fill
 * some 100 MiB with it. Nobody may look at them any more.
 */
export const letGo = ({ buffer }: Uint8Array<ArrayBuffer>): void => void buffer.transfer(0);
