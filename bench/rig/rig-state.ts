/** What a host's page has come to. */
export interface RigState {
  isLive: boolean;
  /** Grows with all that comes, pictures too. */
  messages: number;
  /** How often the mirror had to be made anew. */
  rebuilds: number;
}

declare global {
  interface Window {
    rigState(): RigState;
    /** In a host's page: asks for the whole page once more. */
    rigRefresh(): void;
    /** In a customer's page: begins to record, once its way out is open; gives the time, ms since 1970. */
    rigStart?: () => number;
    /** In the assist window: bytes that went to the host so far, all channels. */
    rigSent(): number;
    /** In a page recorded by rrweb: bytes of JSON so far. */
    rrwebSent: number;
    /** In a page that is captured: bytes of pictures so far. */
    tabSent(): Promise<number>;
  }
}
