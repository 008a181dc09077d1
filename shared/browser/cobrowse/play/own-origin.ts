/** Whom to address for our own origin. A file on the disk has none that could be named; nobody else is in its frames. */
export const ownOrigin = (): string => (self.origin === 'null' ? '*' : self.origin);
