const tabs = new WeakSet<MediaStream>();

/** Said by whoever captured it: not every browser says it of the stream. */
export const markTab = (stream: MediaStream): void => void tabs.add(stream);

/** Whether a captured stream shows a browser tab, and no window of the desktop. */
export const isTab = (stream: MediaStream): boolean => tabs.has(stream);
