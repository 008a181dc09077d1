/** What a rule may know of an element. Attribute names are in lower case. */
export interface ElementView {
  readonly tag: string;
  /** `type` of an input in lower case, '' for all else. */
  readonly inputType: string;
  /** Is a password or hidden field, or has been one since it was first seen. */
  readonly secret: boolean;
  /** Its text is what somebody types: a text area, or content that can be edited. */
  readonly typedInto: boolean;
  /** Of a picture that has loaded, CSS pixels. */
  readonly imageSize: { width: number; height: number } | null;
  /** Itself, if it is still there. */
  readonly live?: Element;
}

/**
 * One promise of privacy. Each part gets a value on its way out and gives what may leave; `null` drops it.
 * Rules are asked in turn, each gets what the one before let through.
 */
export interface FilterRule {
  readonly name: string;
  attribute?(element: ElementView, name: string, value: string): string | null;
  text?(parent: ElementView, text: string): string;
  /** A field's live value. */
  input?(element: ElementView, value: string): string | null;
  css?(text: string): string;
  url?(url: string): string;
}
