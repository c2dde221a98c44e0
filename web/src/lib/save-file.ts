/** Gives a file to the browser, which saves it where the person wants. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has taken it once the click is done with.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
