/** SHA-256 of what comes in pieces. */
export interface Hashing {
  update(bytes: Uint8Array): void;
  hex(): string;
}
export type StartHash = () => Hashing;
