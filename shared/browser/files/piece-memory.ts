import { filePieceBytes } from '../../protocol/file.ts';

/**
 * Memory in which pieces go to the worker, and come back to be filled again: there are as many as are on their way.
 * Given away for good, they were garbage of the worker's, which browsers leave lying for some 60 MiB.
 */
export function createPieceMemory() {
  const spare: ArrayBuffer[] = [];
  return {
    /** At most a piece. */
    copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
      const own = new Uint8Array(spare.pop() ?? new ArrayBuffer(filePieceBytes), 0, bytes.length);
      own.set(bytes);
      return own;
    },
    takeBack: (memories: readonly ArrayBuffer[]): void => void spare.push(...memories),
  };
}
