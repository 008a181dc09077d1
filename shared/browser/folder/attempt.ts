import { fails, type Outcome } from '../../folder/folder-root.ts';
import { failureOf } from './failure-of.ts';

/** The browser says by exceptions what went wrong with a file. */
export async function attempt<T>(act: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await act();
  } catch (error) {
    return fails(failureOf(error));
  }
}
