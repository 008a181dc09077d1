/** SHA-256 of what comes in pieces. */
export interface Hashing {
  /** Waits where it does not keep up. */
  update(bytes: Uint8Array): void | Promise<void>;
  hex(): string | Promise<string>;
  /** It is not wanted any more. Left out: nothing is held. */
  drop?(): void;
}
export type StartHash = () => Hashing;
