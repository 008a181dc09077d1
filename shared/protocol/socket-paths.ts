/** Where the relay takes the two WebSockets of a participant. */
export const socketPaths = { control: '/api/socket/control', bulk: '/api/socket/bulk' } as const;
