/** What a document is laid out by is decided by what it is written with. */
const doctypes = {
  strict: '<!DOCTYPE html>',
  quirky: '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN" "">',
};

/** A document without any node, laid out as today or as of old. */
export function blankDocument(doc: Document, isQuirky: boolean): void {
  doc.open();
  doc.write(isQuirky ? doctypes.quirky : doctypes.strict);
  doc.close();
  for (const child of [...doc.childNodes]) child.remove();
}
