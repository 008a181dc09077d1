import { frameDocument } from '../control/deep.ts';

/** Gives what is to be told of each recorded frame; tells when one that the recorder cannot read is first seen, and at each load. */
export function watchFrames(loaded: () => void): (frame: Element) => void {
  const watched = new WeakSet<Element>();
  return (frame) => {
    if (watched.has(frame)) return;
    watched.add(frame);
    const tell = () => {
      if (!frameDocument(frame)) loaded();
    };
    frame.addEventListener('load', tell);
    tell();
  };
}
