/**
 * Whether anything is found under that name, listed or not: links are not listed, and some disks take `A.TXT` for
 * `a.txt`.
 */
export async function isNameTaken(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch (error) {
    const isDirectory = error instanceof DOMException && error.name === 'TypeMismatchError';
    const isFree = error instanceof DOMException && error.name === 'NotFoundError';
    if (isDirectory || isFree) return isDirectory;
    throw error;
  }
}
