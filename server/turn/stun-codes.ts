/** The numbers of RFC 8489 and RFC 8656 that this relay speaks. */
export const methods = {
  allocate: 0x003,
  refresh: 0x004,
  send: 0x006,
  data: 0x007,
  createPermission: 0x008,
  channelBind: 0x009,
} as const;

export const attributes = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  unknownAttributes: 0x000a,
  channelNumber: 0x000c,
  lifetime: 0x000d,
  xorPeerAddress: 0x0012,
  data: 0x0013,
  realm: 0x0014,
  nonce: 0x0015,
  xorRelayedAddress: 0x0016,
  requestedAddressFamily: 0x0017,
  requestedTransport: 0x0019,
  dontFragment: 0x001a,
  xorMappedAddress: 0x0020,
} as const;

/** Attributes below this number must be understood, or the request is refused. */
export const optionalFrom = 0x8000;

export const failures = {
  'bad-request': 400,
  unauthorized: 401,
  forbidden: 403,
  'unknown-attribute': 420,
  'allocation-mismatch': 437,
  'stale-nonce': 438,
  'address-family': 440,
  'wrong-credentials': 441,
  'unsupported-transport': 442,
  'quota-reached': 486,
  'no-room': 508,
} as const;
export type TurnFailure = keyof typeof failures;
