/** An AbortSignal, of which these folders know nothing more. */
export interface Stop {
  readonly aborted: boolean;
}
