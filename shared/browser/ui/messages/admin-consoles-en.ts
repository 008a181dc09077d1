/** English texts of the admin's choice of consoles. */
export const adminConsolesEn = {
  'site.consoles': 'Consoles of hosts',
  'site.consolesHint': 'What hosts may choose from. A change reaches open consoles at once and ends nothing in them.',
  'site.console.dashboard': 'Dashboard',
  'site.consoleText.dashboard': 'One session in a window, with all tools on fixed tabs.',
  'site.console.tray': 'Tray',
  'site.consoleText.tray': 'A small bar of icons that stays out of the way; what is shown opens beside it.',
  'site.console.multi': 'Multi-session window',
  'site.consoleText.multi': 'All sessions of a host in one window, up to four of them side by side.',
  'site.consoleText.single': 'Needs several sessions at a time, which are off above.',
  'site.consolesOne': 'One of them has to stay.',
} as const;
