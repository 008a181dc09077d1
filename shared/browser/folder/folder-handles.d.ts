/** What Chromium has of the File System Access interface and the compiler's list has not. */
interface FileSystemHandle {
  move?(name: string): Promise<void>;
}
interface Window {
  showDirectoryPicker?(options: { id: string; mode: 'read' | 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}
