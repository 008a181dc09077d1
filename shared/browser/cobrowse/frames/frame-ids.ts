/** Each frame numbers its nodes from 1; in the mirror, which is one for all, they are told apart by this. */
const perFrame = 2 ** 26;

/** Is this number one that a frame can have given? */
export const isFrameNode = (id: number): boolean => id < perFrame;

/** A node of a frame as the mirror knows it. Negative ids (no node) stay. Throws for one that is another frame's. */
export function mirrorId(frame: number, id: number): number {
  if (id >= perFrame) throw new RangeError('a node of another frame');
  return id < 1 ? id : frame * perFrame + id;
}

/** The other way; below 1: no node. */
export function frameAndNode(id: number): { frame: number; node: number } {
  return id < 1 ? { frame: 0, node: id } : { frame: Math.floor(id / perFrame), node: id % perFrame };
}
