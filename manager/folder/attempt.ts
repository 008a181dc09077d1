import { fails, type Outcome } from '../../shared/folder/folder-root.ts';
import { failureOf } from './failure-of.ts';

/** The system says by errors what went wrong with a file. */
export async function attempt<T>(act: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await act();
  } catch (error) {
    return fails(failureOf(error));
  }
}
