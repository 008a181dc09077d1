/** Where the relay takes the two WebSockets of a participant. */
export const socketPaths = { control: '/socket/control', bulk: '/socket/bulk' } as const;
