export interface Piece {
  at: number;
  of: number;
  bytes: Uint8Array;
}

export interface Gathering {
  /** The whole, once the last piece is there; null before. Undefined: this does not fit what came before. */
  add(piece: Piece): Uint8Array<ArrayBuffer> | null | undefined;
  begun(): boolean;
}

/** Puts together what comes in pieces and in order. Takes no memory beyond what has come. */
export function gatherPieces(of: number): Gathering {
  let parts: Uint8Array[] = [];
  let length = 0;
  return {
    begun: () => length > 0,
    add(piece) {
      // Somebody else has asked for it too.
      if (piece.at === 0 && piece.of === of) {
        parts = [];
        length = 0;
      }
      if (piece.of !== of || piece.at !== length || piece.bytes.length === 0 || length + piece.bytes.length > of) {
        return undefined;
      }
      parts.push(piece.bytes);
      length += piece.bytes.length;
      if (length < of) return null;
      const whole = new Uint8Array(of);
      let at = 0;
      for (const part of parts) {
        whole.set(part, at);
        at += part.length;
      }
      parts = [];
      return whole;
    },
  };
}
