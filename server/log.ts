import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * The relay's log: JSON lines. What goes in names sessions and participants by their ids and never holds
 * bodies, headers, numbers, tokens or tickets; the list below is a second line of defence.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const secret = [
    'token',
    'ticket',
    'password',
    'sessionNumber',
    'participantToken',
    'authorization',
    'cookie',
    'credential',
  ];
  const paths = secret.flatMap((name) => [name, `*.${name}`]);
  return pino({ level, base: null, redact: { paths, remove: true } }, destination ?? pino.destination({ sync: true }));
}
