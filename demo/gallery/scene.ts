import type { Stage } from './stage.ts';

/** Views of one kind in their states. It begins with nothing but the relay and leaves no window behind. */
export interface Scene {
  /** kebab-case; begins the names of its pictures. */
  name: string;
  play(stage: Stage): Promise<void>;
}
