import { type ParticipantId, participantIdSchema } from '../../protocol/ids.ts';
import * as v from 'valibot';

const idBytes = 22;

/** A binary message on the bulk socket: the other participant's id in ASCII (to whom, or from whom), then the payload. */
export const bulkAddress = (other: ParticipantId): Uint8Array => new TextEncoder().encode(other);

export function decodeBulk(
  bytes: Uint8Array<ArrayBuffer>,
): { other: ParticipantId; payload: Uint8Array<ArrayBuffer> } | null {
  const id = v.safeParse(participantIdSchema, String.fromCharCode(...bytes.subarray(0, idBytes)));
  return id.success ? { other: id.output, payload: bytes.subarray(idBytes) } : null;
}
