declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };
declare const btoa: (binary: string) => string;

/** A new id: 128 random bits as 22 base64url characters. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22);
}
