export type Payload = string | Uint8Array;

/**
 * Word from one instance of the relay to all, itself included. It may lose a message but never
 * holds the only copy of anything: what must not be lost is in the store.
 */
export interface Bus {
  publish(topic: string, payload: Payload): void;
  /** Returns how to stop. Handlers must not throw. */
  subscribe(topic: string, handler: (payload: Payload) => void): () => void;
}
