import { type Parsed, parseWith } from './codec.ts';
import { type ClientMessage, clientMessageSchema, type RelayMessage, relayMessageSchema } from './relay.ts';

export const parseClientMessage = (text: string): Parsed<ClientMessage> => parseWith(clientMessageSchema, text);

export const parseRelayMessage = (text: string): Parsed<RelayMessage> => parseWith(relayMessageSchema, text);
