/** The site's rules for files, on the admin's pages. */
export const filePolicyEn = {
  'filePolicy.title': 'Files in sessions',
  'filePolicy.text':
    'Files go from one participant to the other; the relay keeps none. The rules hold in folders that customers open to a host, too. A running session keeps the rules that it began with.',
  'filePolicy.from': 'Who may publish files',
  'filePolicy.from.nobody': 'Nobody',
  'filePolicy.from.hosts': 'Hosts',
  'filePolicy.from.all': 'Hosts and customers',
  'filePolicy.most': 'Largest file',
  'filePolicy.dangerous': 'Programs, scripts and shortcuts',
  'filePolicy.dangerous.warn': 'Allow, with a warning',
  'filePolicy.dangerous.refuse': 'Refuse',
  'filePolicy.dangerousText.warn': 'Whoever downloads one is told what it is and asked first.',
  'filePolicy.dangerousText.refuse': 'Also what is a program under the name of something else.',
  'filePolicy.onlyEndings': 'Only these endings',
  'filePolicy.onlyEndingsHint': 'With commas between. Empty: all.',
  'filePolicy.wrongEnding': 'An ending of file names has letters and digits only, at most 16.',
  'files.part.files': 'Files in sessions',
} as const;
