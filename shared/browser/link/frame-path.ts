/** One way to carry frames, in order, to the other side. It may lose some when it breaks. */
export interface FramePath {
  readonly kind: 'relay' | 'direct';
  /** How many unacknowledged payload bytes may be on it. */
  readonly windowBytes: number;
  /** Whether it takes another frame now. Whoever owns it calls the engine's `pump` when that changes. */
  ready(): boolean;
  /** Copies it at once: its memory is used again once it is acknowledged. */
  send(frame: Uint8Array<ArrayBuffer>): void;
  /** The same for frames that may be lost or overtaken. */
  lossyReady(): boolean;
  sendLossy(frame: Uint8Array<ArrayBuffer>): void;
}
