/** `(2) Jan Novák`: a window's title, where the taskbar shows how much there is to read. */
export const withUnread = (title: string, unread: number): string => (unread > 0 ? `(${unread}) ${title}` : title);
