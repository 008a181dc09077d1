/** Has this document a style sheet that scripts may not read? */
export function hasForeignSheet(doc: Document): boolean {
  for (const sheet of doc.styleSheets) {
    try {
      if (sheet.cssRules.length < 0) return true;
    } catch {
      return true;
    }
  }
  return false;
}
