/** What a host's page has come to. */
export interface RigState {
  isLive: boolean;
  /** How many have come. */
  messages: number;
  /** How often the mirror had to be made anew. */
  rebuilds: number;
}

declare global {
  interface Window {
    rigState(): RigState;
  }
}
